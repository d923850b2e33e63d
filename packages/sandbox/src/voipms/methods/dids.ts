import type { MethodCall, Methods } from '../method.ts';
import { given, isOn, required } from '../parameters.ts';
import type { Row } from '../state/account-state.ts';
import { StatusError } from '../status-error.ts';
import { readDidSettings } from './did-settings.ts';
import { requireRoute } from './routes.ts';
import { requirePop } from './servers.ts';

const BILLING_TYPES = ['1', '2'];

export const didMethods: Methods = {
  getDIDsInfo,
  setDIDInfo,
  setDIDRouting: (call) =>
    change(call, ({ parameters }) => ({ routing: requireRoute(required(parameters, 'routing'), { none: true }) })),
  setDIDPOP: (call) => change(call, ({ parameters }) => ({ pop: requirePop(parameters) })),
  setDIDVoicemail: (call) =>
    change(call, ({ parameters }) => ({ voicemail: readMailbox(call, parameters.get('voicemail')) })),
  setDIDBillingType: (call) =>
    change(call, ({ parameters }, { billing_type }) => {
      const type = required(parameters, 'billing_type');
      if (!BILLING_TYPES.includes(type)) throw new StatusError('invalid_billingtype');
      if (type === billing_type) throw new StatusError('same_did_billingtype');
      return { billing_type: type };
    }),
  cancelDID: (call) => {
    const { did = '' } = requireDid(call);
    if (!isOn(call.parameters, 'test')) call.state.tables.dids.delete(did);
    return {};
  },
  connectDID: (call) => {
    const { parameters } = call;
    const client = required(parameters, 'account');
    if (!call.state.tables.clients.has(client)) throw new StatusError('invalid_client');
    const [reseller_monthly, reseller_setup, reseller_minute] = ['monthly', 'setup', 'minute'].map((name) =>
      required(parameters, name),
    );
    return change(call, () => ({
      reseller_account: client,
      reseller_monthly: reseller_monthly ?? '',
      reseller_setup: reseller_setup ?? '',
      reseller_minute: reseller_minute ?? '',
    }));
  },
  unconnectDID: (call) => change(call, () => ({ reseller_account: '0' })),
  getPortability: ({ parameters }) => {
    const did = required(parameters, 'did');
    if (!/^\d{10}$/.test(did)) throw new StatusError('invalid_did');
    return {
      portable: 'yes',
      sms: 'yes',
      plans: [
        { title: 'Per Minute Plan', pricePerMonth: '0.85', pricePerMin: '0.009' },
        { title: 'Flat Rate Plan', pricePerMonth: '4.25', pricePerMin: '0.00' },
      ],
    };
  },
};

function getDIDsInfo({ state, parameters }: MethodCall) {
  const did = given(parameters, 'did');
  const client = given(parameters, 'client');
  if (did !== undefined && !/^\d{10}$/.test(did)) throw new StatusError('invalid_did');
  const dids = [...state.tables.dids.values()].filter(
    (row) =>
      (did === undefined || row.did === did) &&
      (client === undefined || row.reseller_account === client || row.routing === `account:${client}`),
  );
  if (dids.length === 0) throw new StatusError('no_did');
  return { dids };
}

/** The whole record: what is left out is what a new number has. */
function setDIDInfo(call: MethodCall) {
  return change(call, () => readDidSettings(call));
}

/** Ten digits: with a country code before them a number is not known. */
function requireDid({ state, parameters }: MethodCall): Row {
  const row = state.tables.dids.get(required(parameters, 'did'));
  if (row === undefined) throw new StatusError('invalid_did');
  return row;
}

function change(call: MethodCall, changesOf: (call: MethodCall, before: Row) => Row) {
  const before = requireDid(call);
  Object.assign(before, changesOf(call, { ...before }));
  return {};
}

/** @throws `invalid_mailbox` */
function readMailbox({ state }: MethodCall, mailbox = '0'): string {
  if (mailbox !== '' && mailbox !== '0' && !state.tables.voicemails.has(mailbox))
    throw new StatusError('invalid_mailbox');
  return mailbox === '' ? '0' : mailbox;
}
