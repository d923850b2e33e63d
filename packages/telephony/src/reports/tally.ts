import { z } from 'zod';
import type { CallCount } from '../call-report.ts';
import { families, familyOf, type StatusFamilies, type StatusFamily } from './status-family.ts';

const Percent = z.number().nullable();

/** Calls by family, with rates. A rate of no calls is null. */
export const CallFigures = z.object({
  calls: z.int(),
  answered: z.int(),
  missed: z.int(),
  busy: z.int(),
  failed: z.int(),
  other: z.int(),
  answered_pct: Percent.describe('answered / calls × 100; null without calls'),
  missed_pct: Percent.describe('missed / calls × 100; null without calls'),
});
export type CallFigures = z.infer<typeof CallFigures>;

/**
 * Counts by family. Calls of which the vendor gives no status (its total is larger than its statuses) are `other`, so that the
 * families always add up to the calls.
 */
export type Tally = Record<'calls' | StatusFamily, number>;

export function emptyTally(): Tally {
  return { calls: 0, answered: 0, missed: 0, busy: 0, failed: 0, other: 0 };
}

/** Adds `count` to `tally`, in place. */
export function addToTally(tally: Tally, count: CallCount, table: StatusFamilies): void {
  let classified = 0;
  for (const [status, calls] of Object.entries(count.status_breakdown)) {
    tally[familyOf(status, table)] += calls;
    classified += calls;
  }
  const calls = Math.max(count.total, classified);
  tally.calls += calls;
  tally.other += calls - classified;
}

/** Adds one tally to another, in place. */
export function mergeTally(into: Tally, from: Tally): void {
  into.calls += from.calls;
  for (const family of families) into[family] += from[family];
}

export function figuresOf(tally: Tally): CallFigures {
  return {
    ...tally,
    answered_pct: percent(tally.answered, tally.calls),
    missed_pct: percent(tally.missed, tally.calls),
  };
}

/** `part` of `whole` in per cent, to two decimals; null where there is no whole. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded((part / whole) * 100);
}

/** To two decimals. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
