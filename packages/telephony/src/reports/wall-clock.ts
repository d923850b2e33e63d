import { epochDay } from '../calendar.ts';
import type { ResolvedPeriod } from '../period.ts';
import { offsetFinder, offsetSpans } from './zone-offsets.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

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

/** The time as if the clocks were those of UTC. By hand: `Date.parse` costs a third as much as parsing the whole record. */
function createWallTime(): (text: string) => number {
  const months = new Map<number, { start: number; days: number }>();

  function monthOf(year: number, month: number): { start: number; days: number } {
    const key = year * 100 + month;
    const known = months.get(key);
    if (known !== undefined) return known;
    const start = Date.UTC(year, month - 1);
    const made = { start, days: (Date.UTC(year, month) - start) / DAY_MS };
    months.set(key, made);
    return made;
  }

  return (text) => {
    const month = twoDigits(text, 5);
    const day = twoDigits(text, 8);
    const hour = twoDigits(text, 11);
    const minute = twoDigits(text, 14);
    const second = twoDigits(text, 17);
    // Not one of these comparisons holds for NaN.
    if (!(isPunctuated(text) && month >= 1 && month <= 12 && hour < 24 && minute < 60 && second < 60))
      return Number.NaN;
    const { start, days } = monthOf(twoDigits(text, 0) * 100 + twoDigits(text, 2), month);
    if (!(day >= 1 && day <= days)) return Number.NaN;
    return start + (day - 1) * DAY_MS + hour * HOUR_MS + minute * 60_000 + second * 1000;
  };
}

function isPunctuated(text: string): boolean {
  const between = text[10];
  return (
    text.length === 19 &&
    text[4] === '-' &&
    text[7] === '-' &&
    (between === ' ' || between === 'T') &&
    text[13] === ':' &&
    text[16] === ':'
  );
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const units = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}
