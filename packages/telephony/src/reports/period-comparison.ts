import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import { NamedPeriod } from '../period.ts';
import { Missing, StatsSource } from './call-stats-report.ts';

const Change = z.object({
  base: z.number(),
  other: z.number(),
  change: z.number().describe('base − other'),
  change_pct: z.number().nullable().describe('(base − other) / other × 100; null when other is 0'),
  small: z.literal(true).optional().describe('Both are small numbers: do not read much into the percentage'),
});
export type Change = z.infer<typeof Change>;

export const ComparedGroup = z.object({
  group: z.string(),
  other_group: z.string().optional(),
  days: z.int().optional().describe('Days of it that are counted'),
  other_days: z.int().optional(),
  base: z.number().nullable().describe('null where the period has no such days, or none that are counted'),
  other: z.number().nullable(),
  change: z.number().nullable(),
  change_pct: z.number().nullable(),
  small: z.literal(true).optional(),
  incomplete: z.literal(true).optional().describe('Some of its days are missing: the change is not a true one'),
});
export type ComparedGroup = z.infer<typeof ComparedGroup>;

const Side = z.object({ period: NamedPeriod, counted_days: z.int(), missing: Missing });

export const PeriodComparison = z.object({
  source: StatsSource,
  measure: z.enum(['calls', 'minutes']),
  base: Side,
  comparisons: z.array(
    Side.extend({
      changes: z
        .array(z.object({ figure: z.string(), ...Change.shape }))
        .describe(
          'By figure, for the whole periods; the main one also per day, of days that are over and lack no product, and in periods of one length of the same days',
        ),
      rates: z
        .array(
          z.object({
            rate: z.string(),
            base: z.number().nullable(),
            other: z.number().nullable(),
            points: z.number().nullable(),
          }),
        )
        .optional()
        .describe('In per cent of calls; points = base − other'),
      groups: z.array(ComparedGroup).optional(),
      movers: z
        .array(ComparedGroup)
        .optional()
        .describe('The groups that changed most, by the main figure, of those that both periods have in full'),
      notes: z.array(z.string()),
    }),
  ),
  coarsened: z.string().optional(),
  as_of: AsOf,
  warnings: Warnings,
});
export type PeriodComparison = z.infer<typeof PeriodComparison>;
