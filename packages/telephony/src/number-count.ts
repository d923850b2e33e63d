import { z } from 'zod';
import { AsOf, ReportSource, Warnings } from './call-report.ts';

/** How many numbers an account holds, by state. */
export const NumberCount = z.object({
  source: ReportSource,
  total: z.int(),
  active: z.int(),
  suspended: z.int(),
  other: z.int(),
  as_of: AsOf,
  warnings: Warnings,
});
export type NumberCount = z.infer<typeof NumberCount>;

/** Makes the count; where the vendor's total is not the sum of the states, both stay and a warning says so. */
export function numberCount(facts: {
  source: ReportSource;
  counts: { total: number; active: number; suspended: number; other: number };
  asOf: Date;
}): NumberCount {
  const { total, active, suspended, other } = facts.counts;
  const states = active + suspended + other;
  return {
    source: facts.source,
    total,
    active,
    suspended,
    other,
    as_of: facts.asOf.toISOString(),
    ...(states !== total && {
      warnings: [`The vendor's total is ${total}, but active, suspended and other add up to ${states}.`],
    }),
  };
}
