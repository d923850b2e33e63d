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

type Counts = Map<string, { calls: number }>;

const DAY_MS = 86_400_000;
const LONGEST_STATUS = 200;
/** Whoever has more does not send statuses. */
const MOST_STATUSES = 1000;

/** Makes a folder for the days of a period, as the clocks of its zone show them. */
export function createCallFolder(period: ResolvedPeriod): CallFolder {
  const firstDay = epochDay(period.start_date);
  const lastDay = epochDay(period.end_date);
  // No zone is a whole day away from UTC: what lies beyond is outside by any offset.
  const offsetAt = offsetFinder(offsetSpans(period.tz, (firstDay - 1) * DAY_MS, (lastDay + 2) * DAY_MS));
  const byDay = new Map<number, Counts>();
  const statuses = new Set<string>();
  // Most calls are of the same day as the one before.
  let lastDayFound: number | undefined;
  let lastCounts: Counts | undefined;
  let added = 0;
  let outside = 0;

  function countsOn(day: number): Counts | undefined {
    if (day !== lastDayFound) {
      lastCounts = byDay.get(day);
      lastDayFound = lastCounts && day;
    }
    return lastCounts;
  }

  function begin(day: number, status: unknown, place: number): void {
    if (typeof status !== 'string') throw misfit(place, 'has no status');
    if (status.length > LONGEST_STATUS) throw misfit(place, `has a status of ${status.length} characters`);
    statuses.add(status);
    if (statuses.size > MOST_STATUSES) throw misfit(place, `has yet another status, after ${MOST_STATUSES} others`);
    const counts: Counts = countsOn(day) ?? new Map();
    byDay.set(day, counts.set(status, { calls: 1 }));
  }

  return {
    add({ at, status }, place = added + 1) {
      added += 1;
      const day = Math.floor((at + offsetAt(at)) / DAY_MS);
      if (day >= firstDay && day <= lastDay) {
        const known = countsOn(day)?.get(status);
        if (known === undefined) begin(day, status, place);
        else known.calls += 1;
      } else if (Number.isFinite(at)) {
        outside += 1;
      } else {
        throw misfit(place, 'has no time');
      }
    },
    days: () => [...byDay].sort(([one], [other]) => one - other).map(([day, counts]) => callDay(day, counts)),
    get outside() {
      return outside;
    },
  };
}

function callDay(day: number, counts: Counts): CallDay {
  let total = 0;
  const byStatus = [...counts].map(([status, { calls }]): [string, number] => {
    total += calls;
    return [status, calls];
  });
  return { date: fromEpochDay(day), total, status_breakdown: Object.fromEntries(byStatus) };
}

/** The place and never the content: a record holds who called whom. */
function misfit(place: number, what: string): TelephonyError {
  return new TelephonyError('BAD_RESPONSE', `The vendor's call record ${place} ${what}.`, {
    detail: { record: place },
  });
}
