import type { MethodCall, Methods } from '../method.ts';
import { isOn, required } from '../parameters.ts';
import { didRow } from '../state/rows.ts';
import { StatusError } from '../status-error.ts';
import { readDidSettings } from './did-settings.ts';

const SETUP = 4_000;
const TAKEN_ENDING = '99';

export const orderMethods: Methods = {
  orderDID: (call) => order(call, 'LOCAL'),
  orderTollFree: (call) => order(call, 'TOLL FREE'),
  getDIDsCAN: (call) => stock(call, 'province', 'QC', '514'),
  getDIDsUSA: (call) => stock(call, 'state', 'FL', '305'),
};

/** With `test=1` everything is looked at, and nothing is bought. */
function order(call: MethodCall, description: string) {
  const { state, parameters, now } = call;
  const did = required(parameters, 'did');
  if (!/^\d{10}$/.test(did)) throw new StatusError('invalid_did');
  const free = new Map(parameters);
  if (description === 'TOLL FREE') free.set('billing_type', '1');
  const settings = readDidSettings({ ...call, parameters: free });
  if (state.tables.dids.has(did) || did.endsWith(TAKEN_ENDING)) throw new StatusError('did_in_use');
  if (state.balance < SETUP) throw new StatusError('non_sufficient_funds');
  if (isOn(parameters, 'test')) return {};
  state.balance -= SETUP;
  const order_date = now.toISOString().slice(0, 19).replace('T', ' ');
  state.tables.dids.set(did, didRow({ did, description, ...settings, order_date }));
  return {};
}

/** Numbers of one region are for sale; elsewhere there is none. The last one of the list is taken by now. */
function stock({ state, parameters }: MethodCall, field: 'province' | 'state', region: string, area: string) {
  if (required(parameters, field) !== region) throw new StatusError('unavailable_info');
  const numbers = ['85', '86', '88', TAKEN_ENDING].map((ending) => `${area}55501${ending}`);
  const dids = numbers.filter((did) => !state.tables.dids.has(did));
  return {
    dids: dids.map((did) => ({
      did,
      ratecenter: 'Centre',
      [field]: region,
      [`${field}_description`]: region,
      perminute_monthly: '0.85',
      perminute_minute: '0.0090',
      perminute_setup: '0.40',
      flat_monthly: '4.25',
      flat_minute: '0.00',
      flat_setup: '0.40',
      sms: '1',
    })),
  };
}
