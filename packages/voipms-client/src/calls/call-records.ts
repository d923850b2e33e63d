import type { CallDetail, CallOutcome, CallRecords, Period } from '@voxolib/telephony';
import { usd } from '../account/money.ts';
import { readCallerId } from '../caller-id.ts';
import { easternClock, easternDays, easternSlices } from '../eastern-days.ts';
import { comparable, toE164, toVendorNumber } from '../phone-number.ts';
import { readPeriod } from '../read-period.ts';
import type { RowReader } from '../reply.ts';
import type { WireRow } from '../rows.ts';
import { readSeconds, readText } from '../scalars.ts';
import type { Session } from '../session.ts';
import { type CallQuery, readCalls } from './read-calls.ts';
import { aboutRepeats, createRepeatFinder } from './repeat-finder.ts';
import { callTypes, directionOf, readTime } from './wire-call.ts';

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
        calltype: direction === undefined ? 'all' : callTypes[direction],
        callbilling: billing,
        account: account ?? 'all',
        statuses: outcomes?.map((outcome) => flags[outcome]),
      };
      const isWanted = ({ direction: way, from, to }: CallDetail) => {
        if (direction !== undefined && way !== 'unknown' && way !== direction) return false;
        return wanted === undefined || comparable(from) === wanted || comparable(to) === wanted;
      };
      let newest: CallDetail[] = [];
      let [asOf, repeats, left, place] = [session.now(), 0, 0, 0];
      for (const slice of easternSlices(period)) {
        const before = place;
        const begin = () => detailReader(period, before, isWanted);
        const { result, receivedAt } = await readCalls(session, slice, query, begin, options);
        const all = newest.concat(result.calls).sort(newestFirst);
        newest = all.slice(0, MOST_CALLS);
        left += all.length - newest.length;
        asOf = receivedAt;
        repeats += result.repeats;
        place += result.rows;
      }
      const warnings = [
        ...aboutRepeats(repeats),
        ...(left > 0 ? [`Only the newest ${MOST_CALLS} calls are here; older ones are left out: ${left}.`] : []),
      ];
      return { calls: newest, as_of: asOf.toISOString(), ...(warnings.length > 0 && { warnings }) };
    },
  };
}

function newestFirst(one: CallDetail, other: CallDetail): number {
  return one.at < other.at ? 1 : one.at > other.at ? -1 : one.id < other.id ? 1 : -1;
}

interface SliceOfCalls {
  calls: CallDetail[];
  repeats: number;
  rows: number;
}

/** Makes calls of the rows of a slice; `before` rows of the period came before it. Slices have no call in common. */
function detailReader(
  period: Period,
  before: number,
  isWanted: (call: CallDetail) => boolean,
): RowReader<SliceOfCalls> {
  const days = easternDays(period);
  const clock = easternClock(days);
  const finder = createRepeatFinder();
  const calls: CallDetail[] = [];
  let rows = 0;
  return {
    add(batch) {
      for (const row of batch) {
        rows += 1;
        const at = readTime(clock, row, 'date', ['getCDR', before + rows]);
        if (at.getTime() < days.from || at.getTime() >= days.until || finder.isRepeat(row, at.getTime())) continue;
        const call = toCallDetail(row, at);
        if (isWanted(call)) calls.push(call);
      }
    },
    done: () => ({ calls, repeats: finder.end(), rows }),
  };
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
