import type { MethodCall, Methods } from '../method.ts';
import { given, missingName, required } from '../parameters.ts';
import type { Row } from '../state/account-state.ts';
import { subAccountRow } from '../state/rows.ts';
import { StatusError } from '../status-error.ts';

const REQUIRED = [
  'auth_type',
  'device_type',
  'lock_international',
  'international_route',
  'music_on_hold',
  'allowed_codecs',
  'dtmf_mode',
  'nat',
] as const;
const SHORTEST_PASSWORD = 8;

export const subAccountMethods: Methods = {
  getSubAccounts,
  createSubAccount: (call) => {
    const { account, state, parameters } = call;
    const username = required(parameters, 'username');
    if (!/^\w{1,12}$/.test(username)) throw new StatusError('invalid_username');
    const name = `${account.number}_${username}`;
    if ([...state.tables.subAccounts.values()].some((row) => row.account === name))
      throw new StatusError('used_username');
    const protocol = required(parameters, 'protocol');
    const password = required(parameters, 'password');
    checkPassword(password);
    const id = state.nextId();
    state.tables.subAccounts.set(
      id,
      subAccountRow({ ...settingsOf(call), id, account: name, username, protocol, password }),
    );
    return { id, account: name };
  },
  /** The whole record, but for the password, which stays where it is left out. */
  setSubAccount: (call) => {
    const before = requireSubAccount(call);
    const { account = '', id = '', username = '', protocol = '', password: old = '' } = before;
    const password = given(call.parameters, 'password');
    if (password === old) throw new StatusError('used_password');
    if (password !== undefined) checkPassword(password);
    const row = subAccountRow({ ...settingsOf(call), id, account, username, protocol, password: password ?? old });
    call.state.tables.subAccounts.set(id, row);
    return {};
  },
  delSubAccount: (call) => {
    const { id = '', account } = requireSubAccount(call);
    const isRouted = [...call.state.tables.dids.values()].some(({ routing }) => routing === `account:${account}`);
    if (isRouted) throw new StatusError('account_with_dids');
    call.state.tables.subAccounts.delete(id);
    return {};
  },
};

/** With the password in clear, as the API has it. A bare number is no account, unless it is that of a client. */
function getSubAccounts({ state, parameters }: MethodCall) {
  const asked = given(parameters, 'account');
  const accounts = [...state.tables.subAccounts.values()].filter(
    (row) => asked === undefined || row.account === asked || (asked !== '0' && row.reseller_client === asked),
  );
  if (accounts.length === 0) throw new StatusError(asked === undefined ? 'no_account' : 'no_subaccount');
  return { accounts };
}

function requireSubAccount({ state, parameters }: MethodCall): Row {
  const row = state.tables.subAccounts.get(required(parameters, 'id'));
  if (row === undefined) throw new StatusError('invalid_account');
  return row;
}

/** Every setting that there is: what is left out becomes what a new sub-account has. */
function settingsOf({ parameters }: MethodCall): Row {
  for (const name of REQUIRED) required(parameters, name, missingName(name).replaceAll('_', ''));
  const defaults = subAccountRow({ account: '' });
  const settings = Object.entries(defaults).map(([name, otherwise]) => [name, parameters.get(name) ?? otherwise]);
  return Object.fromEntries(settings);
}

function checkPassword(password: string): void {
  const weak = password.length < SHORTEST_PASSWORD || ![/[a-z]/, /[A-Z]/, /\d/].every((part) => part.test(password));
  if (weak) throw new StatusError('weak_password');
}
