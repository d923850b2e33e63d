import type { VoipmsCall } from '../calls/call.ts';
import { hoursText } from '../duration.ts';
import { around, easternWall, HOUR_MS, wallText } from '../eastern-time.ts';
import type { MethodCall, Methods } from '../method.ts';
import { given, isOn, type Parameters, required } from '../parameters.ts';
import { StatusError } from '../status-error.ts';
import { isWithin, readDateRange } from './date-range.ts';
import { isOwnLine } from './lines.ts';

/** The zone number that means the server's own clock, in summer as in winter. */
const SERVER_ZONE = 5;
const HIGHEST_ZONE = 13;
const LOWEST_ZONE = -12;
const HIDDEN_CALLERS = ['Anonymous', '"Anonymous" <anonymous>', ''];
const STATUS_PARAMETERS = { ANSWERED: 'answered', 'NO ANSWER': 'noanswer', BUSY: 'busy', FAILED: 'failed' } as const;

export const cdrMethods: Methods = { getCDR };

/** Every call of the days in one answer, the newest first. */
function getCDR(request: MethodCall) {
  const { parameters } = request;
  const range = readDateRange(parameters);
  const shift = (readZone(parameters) + SERVER_ZONE) * HOUR_MS;
  const wanted = filterOf(request);
  const { from, to } = around(range.first, range.last);
  const cdr: Record<string, string>[] = [];
  for (const call of request.calls(from, to)) {
    if (!wanted(call)) continue;
    const shown = easternWall(call.at) + shift;
    if (isWithin(range, shown)) cdr.push(...rowsOf(call, wallText(shown)));
  }
  if (cdr.length === 0) throw new StatusError('no_cdr');
  return { cdr: cdr.reverse() };
}

/** @throws `missing_timezone` or `invalid_timezone`. It is a number, and no offset from UTC. */
function readZone(parameters: Parameters): number {
  const text = required(parameters, 'timezone');
  const zone = Number(text);
  if (!/^[-+]?\d+(\.\d+)?$/.test(text) || zone < LOWEST_ZONE || zone > HIGHEST_ZONE) {
    throw new StatusError('invalid_timezone');
  }
  return zone;
}

function filterOf(request: MethodCall): (call: VoipmsCall) => boolean {
  const { parameters, state } = request;
  const statuses = Object.entries(STATUS_PARAMETERS).filter(([, name]) => isOn(parameters, name));
  if (statuses.length === 0) throw new StatusError('no_callstatus');
  const dispositions = new Set(statuses.map(([disposition]) => disposition));
  const type = given(parameters, 'calltype') ?? 'all';
  const billing = given(parameters, 'callbilling') ?? 'all';
  const line = given(parameters, 'account') ?? 'all';
  if (!['all', 'incoming', 'outgoing'].includes(type) && !state.tables.dids.has(type)) {
    throw new StatusError('invalid_call_type');
  }
  if (line !== 'all' && !isOwnLine(request, line)) throw new StatusError('invalid_account');
  return (call) =>
    dispositions.has(call.disposition) &&
    (type === 'all' || call.direction === type || call.to === type || call.from === type) &&
    (billing === 'all' || (billing === 'free') === (Number(call.total) === 0)) &&
    (line === 'all' || call.account === line);
}

/** One row, or two of the same call where the API lists it twice: the second time its own id may be another one. */
function rowsOf(call: VoipmsCall, date: string): Record<string, string>[] {
  const row = {
    date,
    callerid: callerId(call),
    destination: call.to,
    description: call.description,
    account: call.account,
    disposition: call.disposition,
    duration: hoursText(call.seconds),
    seconds: String(call.seconds),
    rate: call.rate,
    total: call.total,
    uniqueid: call.uniqueid,
    destination_type: call.destinationType,
    call_logs: '',
    ip: call.direction === 'outgoing' ? '203.0.113.9' : '',
    useragent: call.direction === 'outgoing' ? 'Yealink SIP-T54W' : '',
  };
  if (!call.listedTwice) return [row];
  const sameId = call.at % 2_000 === 0;
  const again = { ...row, callerid: `"+1${call.from}" <${call.from}>` };
  return [row, sameId ? again : { ...again, uniqueid: `${call.uniqueid}1` }];
}

/** Those who hide are written in several ways. */
function callerId({ at, from, name }: VoipmsCall): string {
  if (from === '') return HIDDEN_CALLERS[Math.floor(at / 1_000) % HIDDEN_CALLERS.length] ?? '';
  return name === '' ? `<${from}>` : `"${name}" <${from}>`;
}
