/** What is usual for a weekday: the middle of its days, and how far they vary. */
export interface Baseline {
  median: number;
  /** The scale that a distance from the median is measured by. */
  spread: number;
  /** True when the days vary less than the least spread that is allowed for. */
  atFloor: boolean;
  samples: number;
}

/** Makes the MAD of normally distributed values their standard deviation. */
const MAD_TO_SIGMA = 1.4826;

/**
 * The median of `values` and their median absolute deviation, scaled to a standard deviation. Up to half of the values can be
 * anything without moving either.
 * @param floor the least spread at a median: without it, values that hardly vary would make every other one stand out.
 */
export function baselineOf(values: readonly number[], floor: (median: number) => number): Baseline {
  const median = medianOf(values);
  const spread = MAD_TO_SIGMA * medianOf(values.map((value) => Math.abs(value - median)));
  const least = floor(median);
  return { median, spread: Math.max(spread, least), atFloor: spread < least, samples: values.length };
}

/** The root of the median is how much a number of calls varies that come independently of each other. */
export function leastSpreadOfCount(median: number): number {
  return Math.max(1, Math.sqrt(median));
}

/** Percentage points. */
export function leastSpreadOfPercent(): number {
  return 2;
}

/** The middle value, or the mean of the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}
