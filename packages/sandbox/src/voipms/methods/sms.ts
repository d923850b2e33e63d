import { DAY_MS, dayOf, easternWall, HOUR_MS, wallText } from '../eastern-time.ts';
import type { MethodCall, Methods } from '../method.ts';
import { given, isOn, required } from '../parameters.ts';
import type { Row } from '../state/account-state.ts';
import { StatusError } from '../status-error.ts';
import { isWithin } from './date-range.ts';

const LONGEST_SMS = 160;
const LONGEST_MMS = 2_048;
const MOST_A_DAY = 100;
const ROWS_UNLESS_TOLD = 50;
const SERVER_ZONE = -5;
const FLAGS = {
  sms_enabled: 'enable',
  sms_email_enabled: 'email_enabled',
  sms_forward_enabled: 'sms_forward_enable',
  sms_url_callback_enabled: 'url_callback_enable',
  sms_url_callback_retry: 'url_callback_retry',
} as const;
const ADDRESSES = { sms_email: 'email_address', sms_forward: 'sms_forward', sms_url_callback: 'url_callback' } as const;

export const smsMethods: Methods = {
  getSMS: (call) => list(call, 'sms'),
  getMMS: (call) => list(call, 'mms'),
  sendSMS: (call) => send(call, 'sms', LONGEST_SMS),
  sendMMS: (call) => send(call, 'mms', LONGEST_MMS),
  deleteSMS: (call) => remove(call),
  deleteMMS: (call) => remove(call),
  /** A form of checkboxes: a flag that is left out is off. */
  setSMS: ({ state, parameters }) => {
    const row = state.tables.dids.get(required(parameters, 'did'));
    if (row === undefined) throw new StatusError('invalid_did');
    required(parameters, 'enable');
    for (const [field, name] of Object.entries(FLAGS)) row[field] = isOn(parameters, name) ? '1' : '0';
    for (const [field, name] of Object.entries(ADDRESSES)) row[field] = parameters.get(name) ?? '';
    return {};
  },
};

/** Those of today unless days are named, and at most fifty unless told. The text is encoded as in an address. */
function list({ state, parameters, now }: MethodCall, kind: 'sms' | 'mms') {
  const zone = Number(given(parameters, 'timezone') ?? SERVER_ZONE);
  const shift = (zone - SERVER_ZONE) * HOUR_MS;
  const today = easternWall(now.getTime()) + shift;
  const midnight = today - (today % DAY_MS);
  const [first = midnight, last = midnight] = ['from', 'to'].map((name) => readDay(given(parameters, name)));
  const id = given(parameters, kind);
  const wanted = {
    type: given(parameters, 'type'),
    did: given(parameters, 'did'),
    contact: given(parameters, 'contact'),
  };
  const found = [...state.tables.sms.values()].filter(
    (row) =>
      row.kind === kind &&
      (id === undefined ? isWithin({ first, last }, Number(row.wall) + shift) : row.id === id) &&
      Object.entries(wanted).every(([name, value]) => value === undefined || row[name] === value),
  );
  if (found.length === 0) throw new StatusError('no_sms');
  const limit = Number(given(parameters, 'limit') ?? ROWS_UNLESS_TOLD);
  return {
    sms: found
      .reverse()
      .slice(0, limit)
      .map((row) => rowOf(row, shift)),
  };
}

function rowOf({ kind, wall, message = '', ...row }: Row, shift: number) {
  return {
    ...row,
    date: wallText(Number(wall) + shift),
    message: encodeURIComponent(message).replaceAll('%20', '+'),
    carrier_status: '',
    col_media1: '',
    col_media2: '',
    col_media3: '',
    media: [],
  };
}

function send({ state, parameters, now }: MethodCall, kind: 'sms' | 'mms', longest: number) {
  const did = required(parameters, 'did');
  const contact = required(parameters, 'dst', 'dst');
  const message = parameters.get('message') ?? '';
  if (state.tables.dids.get(did)?.sms_enabled !== '1') throw new StatusError('invalid_did');
  if (!/^\d{10}$/.test(contact)) throw new StatusError('invalid_dst');
  if (message === '') throw new StatusError('message_empty');
  if (message.length > longest) throw new StatusError('sms_toolong');
  const wall = easternWall(now.getTime());
  const day = wallText(wall).slice(0, 10);
  if (state.sent.day !== day) state.sent = { day, messages: 0 };
  if (state.sent.messages >= MOST_A_DAY) throw new StatusError('limit_reached');
  state.sent.messages++;
  const id = state.nextId();
  state.tables.sms.set(id, { id, kind, wall: String(wall), type: '0', did, contact, message });
  return { [kind]: id };
}

function remove({ state, parameters }: MethodCall) {
  if (!state.tables.sms.delete(required(parameters, 'id'))) throw new StatusError('invalid_sms');
  return {};
}

function readDay(text: string | undefined): number | undefined {
  const day = dayOf(text);
  if (text !== undefined && day === undefined) throw new StatusError('invalid_date');
  return day;
}
