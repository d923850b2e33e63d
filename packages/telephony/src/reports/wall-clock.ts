import { epochDay } from '../calendar.ts';
import type { ResolvedPeriod } from '../period.ts';
import { offsetFinder, offsetSpans } from './zone-offsets.ts';

const DAY_MS = 86_400_000;
const WALL_FORM = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/**
 * Reads the times of a vendor that says what the clocks of its zone showed, `2026-11-18 14:05:52` or with a `T`, as epoch
 * milliseconds; any other text is `NaN`. Exact for the days of the period. A time that the clocks showed twice is the first of
 * the two; one that they skipped is later by as much as they skipped.
 */
export function createWallClock(tz: string, period: ResolvedPeriod): (text: string) => number {
  const start = (epochDay(period.start_date) - 2) * DAY_MS;
  const end = (epochDay(period.end_date) + 3) * DAY_MS;
  const spans = offsetSpans(tz, start, end);
  const offsetAt = offsetFinder(
    spans.map(({ from, offset }, index) => {
      const before = spans[index - 1]?.offset ?? offset;
      return { from: from + Math.max(before, offset), offset };
    }),
  );
  return (text) => {
    const wall = WALL_FORM.test(text) ? wallTime(text) : Number.NaN;
    return wall - offsetAt(wall);
  };
}

/** The time as if the clocks were those of UTC. `Date.parse` would say the same and cost a third of parsing the whole record. */
function wallTime(text: string): number {
  const day = twoDigits(text, 8);
  const time = Date.UTC(
    twoDigits(text, 0) * 100 + twoDigits(text, 2),
    twoDigits(text, 5) - 1,
    day,
    twoDigits(text, 11),
    twoDigits(text, 14),
    twoDigits(text, 17),
  );
  // 30 February would be taken for 2 March.
  return day < 29 || new Date(time).getUTCDate() === day ? time : Number.NaN;
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}
