/** What is usual: the middle of the values, and how far they vary about it. */
export interface Baseline {
  median: number;
  /** The median absolute deviation, scaled to a standard deviation. */
  variation: number;
  samples: number;
}

/** Makes the MAD of normally distributed values their standard deviation. */
const MAD_TO_SIGMA = 1.4826;

/** Up to half of the values can be anything without moving the median or the variation far. */
export function baselineOf(values: readonly number[]): Baseline {
  const median = medianOf(values);
  const variation = MAD_TO_SIGMA * medianOf(values.map((value) => Math.abs(value - median)));
  return { median, variation, samples: values.length };
}

/** The middle value, or the mean of the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}
