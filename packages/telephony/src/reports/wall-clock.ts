import { epochDay } from '../calendar.ts';
import type { ResolvedPeriod } from '../period.ts';
import { createWallTime } from '../wall-time.ts';
import { offsetFinder, offsetSpans } from './zone-offsets.ts';

const DAY_MS = 86_400_000;

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
  const wallTime = createWallTime();
  return (text) => {
    const wall = wallTime(text);
    return wall - offsetAt(wall);
  };
}
