import { exact } from './figure-sums.ts';
import type { Change } from './period-comparison.ts';
import { percent } from './tally.ts';

/** Below this, on both sides, a percentage says little. */
const SMALL = 30;

export function isSmall(base: number, other: number): boolean {
  return Math.max(base, other) < SMALL;
}

/** How `base` differs from `other`. Swapped, it turns its sign. */
export function changeOf(base: number, other: number, small = isSmall(base, other)): Change {
  const change = exact(base - other);
  return { base, other, change, change_pct: percent(change, other), ...(small && { small: true as const }) };
}
