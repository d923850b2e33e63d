const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Reads `2026-11-18 14:05:52`, or with a `T`, as epoch milliseconds of a clock that stands at UTC; any other text is `NaN`.
 * By hand: `Date.parse` costs a third as much as parsing the whole record that a time comes in.
 */
export function createWallTime(): (text: string) => number {
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
    const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
    // Date.UTC takes the years before 100 for those of the last century.
    if (!(year >= 100)) return Number.NaN;
    const { start, days } = monthOf(year, month);
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
