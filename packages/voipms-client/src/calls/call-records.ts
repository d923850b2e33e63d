import type { CallDetail, CallOutcome, CallRecords, Period } from '@voxolib/telephony';
import { usd } from '../account/money.ts';
import { readCallerId } from '../caller-id.ts';
import { easternClock, easternDays } from '../eastern-days.ts';
import { comparable, toE164, toVendorNumber } from '../phone-number.ts';
import { readPeriod } from '../read-period.ts';
import type { WireRow } from '../rows.ts';
import { readSeconds, readText } from '../scalars.ts';
import type { Session } from '../session.ts';
import { type CallQuery, callPages } from './call-pages.ts';
import { aboutRepeats, createRepeatFinder, directionOf, readTime } from './wire-call.ts';

const flags: Readonly<Record<CallOutcome, 'answered' | 'noanswer' | 'busy' | 'failed'>> = {
  answered: 'answered',
  missed: 'noanswer',
  busy: 'busy',
  failed: 'failed',
};

/** More calls than anybody reads one by one; what is left out is said. */
const MOST_CALLS = 50_000;

/** Single calls of a period of any length, newest first. */
export function callRecords(session: Session): CallRecords {
  return {
    async list({ direction, account, outcomes, billing, number, ...asked }, options = {}) {
      const period = readPeriod(asked, session.now());
      const wanted = number === undefined ? undefined : comparable(toVendorNumber(number).number);
      const query: CallQuery = {
        calltype: direction === undefined ? 'all' : direction === 'inbound' ? 'incoming' : 'outgoing',
        callbilling: billing,
        account: account ?? 'all',
        statuses: outcomes?.map((outcome) => flags[outcome]),
      };
      let asOf = session.now();
      const pages = callPages(session, period, query, options, (receivedAt) => {
        asOf = receivedAt;
      });
      const { calls, repeats } = await readCalls(pages, period, ({ direction: way, from, to }) => {
        if (direction !== undefined && way !== 'unknown' && way !== direction) return false;
        return wanted === undefined || comparable(from) === wanted || comparable(to) === wanted;
      });
      calls.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : one.id < other.id ? 1 : -1));
      const left = calls.length - MOST_CALLS;
      const warnings = [
        ...aboutRepeats(repeats),
        ...(left > 0 ? [`Only the newest ${MOST_CALLS} calls are here; older ones are left out: ${left}.`] : []),
      ];
      return {
        calls: calls.slice(0, MOST_CALLS),
        as_of: asOf.toISOString(),
        ...(warnings.length > 0 && { warnings }),
      };
    },
  };
}

async function readCalls(
  pages: AsyncIterable<WireRow[]>,
  period: Period,
  isWanted: (call: CallDetail) => boolean,
): Promise<{ calls: CallDetail[]; repeats: number }> {
  const days = easternDays(period);
  const clock = easternClock(days);
  const calls: CallDetail[] = [];
  let repeats = 0;
  let place = 0;
  for await (const rows of pages) {
    const finder = createRepeatFinder();
    for (const row of rows) {
      place += 1;
      const at = readTime(clock, row, 'date', ['getCDR', place]);
      if (at.getTime() < days.from || at.getTime() >= days.until || finder.isRepeat(row)) continue;
      const call = toCallDetail(row, at);
      if (isWanted(call)) calls.push(call);
    }
    repeats += finder.repeats;
  }
  return { calls, repeats };
}

/** VoIP.ms's record of a call in our words. */
function toCallDetail(row: WireRow, at: Date): CallDetail {
  const caller = readCallerId(readText(row.callerid) ?? '');
  const to = toE164(readText(row.destination) ?? '');
  const account = readText(row.account);
  const description = readText(row.description);
  const cost = usd(row.total);
  const duration = readSeconds(row.seconds) ?? readSeconds(row.duration) ?? 0;
  return {
    id: readText(row.uniqueid) ?? `${readText(row.date)} ${caller.number} ${to}`,
    at: at.toISOString(),
    direction: directionOf(row),
    from: caller.number,
    ...(caller.name !== undefined && { from_name: caller.name }),
    to,
    status: readText(row.disposition) ?? '',
    duration_s: Math.round(duration),
    ...(account !== null && { account }),
    ...(cost !== null && { cost }),
    ...(description !== null && { description }),
  };
}
