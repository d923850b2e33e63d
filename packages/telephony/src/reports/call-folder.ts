import { epochDay, fromEpochDay } from '../calendar.ts';
import type { CallDay } from '../call-report.ts';
import { TelephonyError } from '../errors.ts';
import type { ResolvedPeriod } from '../period.ts';
import { offsetFinder, offsetSpans } from './zone-offsets.ts';

/** One call as a vendor's record says it, in the least form that a report needs. */
export interface CallRecord {
  /** When it began, in epoch milliseconds. */
  at: number;
  /** The vendor's own status. */
  status: string;
}

/** Counts calls by day and status, and forgets them: what it holds grows with days and statuses alone. */
export interface CallFolder {
  /**
   * Counts a call. `place` is where its record stands among the vendor's, from 1; without it, among those that were added.
   * @throws BAD_RESPONSE that names the place when the time or the status is none.
   */
  add(record: CallRecord, place?: number): void;
  /** One row for each day that had calls, in order. */
  days(): CallDay[];
  /** How many records lie outside the period. They are in no row. */
  readonly outside: number;
}

const DAY_MS = 86_400_000;
const LONGEST_STATUS = 200;
/** Whoever has more does not send statuses. */
const MOST_STATUSES = 1000;

/** Makes a folder for the days of a period, as the clocks of its zone show them. `provider` is the vendor that its errors are about. */
export function createCallFolder(period: ResolvedPeriod, { provider }: { provider?: string } = {}): CallFolder {
  const firstDay = epochDay(period.start_date);
  const { days } = period;
  // No zone is a whole day away from UTC: what lies beyond is outside by any offset.
  const offsetAt = offsetFinder(offsetSpans(period.tz, (firstDay - 1) * DAY_MS, (firstDay + days + 1) * DAY_MS));
  /** For each status, its calls on each day. */
  const byStatus = new Map<string, Float64Array>();
  let added = 0;
  let outside = 0;

  /** The place and never the content: a record holds who called whom. */
  function misfit(place: number, what: string): TelephonyError {
    return new TelephonyError('BAD_RESPONSE', `The vendor's call record ${place} ${what}.`, {
      ...(provider !== undefined && { provider }),
      detail: { record: place },
    });
  }

  function begin(status: unknown, place: number): Float64Array {
    if (typeof status !== 'string') throw misfit(place, 'has no status');
    if (status.length > LONGEST_STATUS) throw misfit(place, `has a status of ${status.length} characters`);
    if (byStatus.size === MOST_STATUSES) throw misfit(place, `has yet another status, after ${MOST_STATUSES} others`);
    const calls = new Float64Array(days);
    byStatus.set(status, calls);
    return calls;
  }

  function dayOf(index: number): CallDay {
    const statuses = [...byStatus].flatMap(([status, onDays]): [string, number][] => {
      const calls = onDays[index] ?? 0;
      return calls === 0 ? [] : [[status, calls]];
    });
    const total = statuses.reduce((sum, [, calls]) => sum + calls, 0);
    return { date: fromEpochDay(firstDay + index), total, status_breakdown: Object.fromEntries(statuses) };
  }

  return {
    add({ at, status }, place = added + 1) {
      added += 1;
      const day = Math.floor((at + offsetAt(at)) / DAY_MS) - firstDay;
      if (day >= 0 && day < days) {
        const calls = byStatus.get(status) ?? begin(status, place);
        calls[day] = (calls[day] ?? 0) + 1;
      } else if (Number.isFinite(at)) {
        outside += 1;
      } else {
        throw misfit(place, 'has no time');
      }
    },
    days: () => Array.from({ length: days }, (_, index) => dayOf(index)).filter(({ total }) => total > 0),
    get outside() {
      return outside;
    },
  };
}
