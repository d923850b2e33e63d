import type { MethodCall, Methods } from '../method.ts';
import { given } from '../parameters.ts';
import { StatusError } from '../status-error.ts';
import { lookupLists } from './lookup-lists.ts';

type Choice = readonly [value: string, description: string];

const sameForAll = Object.entries(lookupLists).map(([method, { parameter, key, values }]) => [
  method,
  lookup(key, parameter, () => Object.entries(values)),
]);

/** Lists of what a parameter may be. */
export const lookupMethods: Methods = {
  ...Object.fromEntries(sameForAll),
  getCallAccounts: lookup('accounts', undefined, ({ account, state, parameters }) => {
    const client = given(parameters, 'client');
    const subAccounts = [...state.tables.subAccounts.values()].filter(
      (row) => client === undefined || row.reseller_client === client,
    );
    const names = [...(client === undefined ? [account.number] : []), ...subAccounts.map((row) => row.account ?? '')];
    return [['all', 'All Accounts'], ...names.map((name): Choice => [name, name])];
  }),
  getCallTypes: lookup('call_types', undefined, ({ state }) => [
    ['all', 'All Calls'],
    ['outgoing', 'Outgoing Calls'],
    ['incoming', 'Incoming Calls'],
    ...[...state.tables.dids.keys()].map((did): Choice => [did, did]),
  ]),
  getRecordings: lookup('recordings', 'recording', ({ state }) => {
    const rows = [...state.tables.recordings.values()].map(
      ({ value = '', description = '' }): Choice => [value, description],
    );
    if (rows.length === 0) throw new StatusError('no_recording');
    return rows;
  }),
};

function lookup(key: string, parameter: string | undefined, choices: (call: MethodCall) => readonly Choice[]) {
  return (call: MethodCall) => {
    const asked = parameter && given(call.parameters, parameter);
    const found = choices(call).filter(([value]) => asked === undefined || value === asked);
    if (found.length === 0) throw new StatusError(`invalid_${parameter?.replaceAll('_', '')}`);
    return { [key]: found.map(([value, description]) => ({ value, description })) };
  };
}
