import { type OperationOptions, type PreparedChange, TelephonyError } from '@voxolib/telephony';
import { type MethodParams, toWireParams, type WireParams } from '../params.ts';
import { type Planned, preparedChange } from '../prepared-change.ts';
import type { WireRow } from '../rows.ts';
import { withoutSecrets } from '../secrets.ts';
import type { Session } from '../session.ts';
import { type FullRecord, type FullRecordMethod, fullRecords } from './full-records.ts';

/** They go back as they came, or they would be reset. */
const SECRETS = ['password', 'pin', 'queue_password', 'port_out_pin', 'smpp_pass'];

/**
 * Changes some fields of a record whose method replaces the whole of it: reads the record, puts the changes in, sends all of it, and
 * reads it again.
 * @throws INVALID_INPUT for a method that does not replace a record, NOT_FOUND where there is no such record.
 */
export function prepareUpdate(
  session: Session,
  method: FullRecordMethod,
  id: string,
  changes: MethodParams,
  options: OperationOptions = {},
): Promise<PreparedChange> {
  if (!Object.hasOwn(fullRecords, method)) {
    const known = Object.keys(fullRecords).join(', ');
    throw refuse('method', `This method does not replace a whole record. These do: ${known}.`);
  }
  const record: FullRecord = fullRecords[method];
  const wanted = toWireParams(method, changes, false);
  if (Object.hasOwn(wanted, record.id))
    throw refuse(record.id, `${record.id} says which record is meant, and cannot be changed.`);
  return preparedChange(session, (given) => plan(session, method, record, id, wanted, given), options);
}

async function plan(
  session: Session,
  method: string,
  record: FullRecord,
  id: string,
  wanted: WireParams,
  options: OperationOptions,
): Promise<Planned> {
  const row = inParameters(record, await readRecord(session, record, id, options));
  const whole: MethodParams = { ...sendable(record, row), ...wanted, [record.id]: id };
  const names = Object.keys(wanted);
  const unchanged = names.every((name) => String(row[name] ?? '') === wanted[name]);
  const part = (from: WireRow) => withoutSecrets(Object.fromEntries(names.map((name) => [name, from[name] ?? ''])));
  return {
    steps: unchanged ? [] : [{ method, params: withoutSecrets(whole) as MethodParams, send: () => whole }],
    before: part(row) as Planned['before'],
    after: part(wanted) as Planned['after'],
    notes: [],
  };
}

async function readRecord(
  session: Session,
  record: FullRecord,
  id: string,
  options: OperationOptions,
): Promise<WireRow> {
  const { rows } = await session.rows(record.list, record.filtered ? { [record.id]: id } : {}, {
    ...options,
    secrets: SECRETS,
  });
  const row = rows.find((each) => String(each[record.id]) === id);
  if (row !== undefined) return row;
  throw new TelephonyError(
    'NOT_FOUND',
    `VoIP.ms has no such ${record.id}. ${record.list} lists those that there are.`,
    {
      provider: 'voipms',
      field: record.id,
    },
  );
}

/** A row of the list, with the names that the method has for its fields. */
function inParameters({ listedAs = {} }: FullRecord, row: WireRow): WireRow {
  const renamed = Object.entries(listedAs).flatMap(([name, listed]) => (listed in row ? [[name, row[listed]]] : []));
  return { ...row, ...Object.fromEntries(renamed) };
}

/** What the method takes of the record as it is. */
function sendable({ fields, leave = [] }: FullRecord, row: WireRow): MethodParams {
  const entries = Object.entries(row).flatMap(([name, value]): [string, string][] => {
    const taken = fields === undefined ? !leave.includes(name) : fields.includes(name);
    return taken && (typeof value === 'string' || typeof value === 'number') ? [[name, String(value)]] : [];
  });
  return Object.fromEntries(entries);
}

function refuse(field: string, message: string): TelephonyError {
  return new TelephonyError('INVALID_INPUT', message, { provider: 'voipms', field });
}
