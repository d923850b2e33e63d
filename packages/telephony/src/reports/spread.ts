import type { Baseline } from './baseline.ts';
import type { AnomalyMeasure, ComparableDay } from './comparable-days.ts';

/** The scale that a day's distance from the median is measured by. */
export interface Spread {
  value: number;
  /** True when the days vary less than what is allowed for at least. */
  atLeast: boolean;
}

/**
 * How far the days vary, and never less than chance makes them vary: the root of the median for calls that come independently of
 * each other; for a rate, the standard error of that rate in as many calls as the day has. Without this, days that hardly vary
 * would make every other one stand out, and three calls more or less would do on a quiet day.
 */
export function spreadOf({ median, variation }: Baseline, measure: AnomalyMeasure, { tally }: ComparableDay): Spread {
  const chance = measure === 'missed_pct' ? Math.sqrt((median * (100 - median)) / tally.calls) : Math.sqrt(median);
  const least = Math.max(chance, measure === 'missed_pct' ? 2 : 1);
  return { value: Math.max(variation, least), atLeast: variation < least };
}
