import type { CalendarDate } from './calendar.ts';

/**
 * A warning with a count, of which each day has its part: what it says of some days follows from those days. `words` are the sentence
 * without its count and full stop, `days` the counts by date, in the zone of the report.
 */
export interface CountedWarning {
  words: string;
  days: Readonly<Record<CalendarDate, number>>;
}

/** The warnings as sentences, each with the sum of its days; none for a sum of zero. */
export function sentencesOf(warnings: readonly CountedWarning[]): string[] {
  return warnings.flatMap(({ words, days }) => {
    const count = Object.values(days).reduce((sum, part) => sum + part, 0);
    return count === 0 ? [] : [`${words}: ${count}.`];
  });
}
