import { z } from 'zod';
import { AsOf, StatusBreakdown, Warnings } from '../call-report.ts';
import { NamedPeriod } from '../period.ts';
import { CallFigures } from './tally.ts';

const Label = z.string().optional();

/** The groupings of a row; each is there when it was asked for. */
export const GroupLabels = z.object({
  day: Label,
  week: Label,
  month: Label,
  quarter: Label,
  year: Label,
  weekday: Label,
  product: Label,
  status: Label,
  family: Label,
});

const DayCalls = z.object({ date: z.string(), calls: z.int() });
export type DayCalls = z.infer<typeof DayCalls>;

export const CallTotals = CallFigures.extend({
  status_breakdown: StatusBreakdown,
  by_product: z.record(z.string(), z.int()).optional(),
  days: z.int().describe('Days that are counted'),
  mean_per_day: z.number().nullable().describe('Of the days that are over and lack no product'),
  max_day: DayCalls.nullable(),
  min_day: DayCalls.nullable(),
});
export type CallTotals = z.infer<typeof CallTotals>;

export const CallGroup = GroupLabels.extend({
  days: z.int().optional().describe('Days of this group that are counted'),
  ...CallFigures.partial().shape,
  calls: z.int(),
  share_pct: z.number().nullable().describe('calls / calls of the whole period × 100'),
});
export type CallGroup = z.infer<typeof CallGroup>;

export const Missing = z
  .array(z.object({ start_date: z.string(), end_date: z.string(), days: z.int(), reason: z.string(), product: Label }))
  .optional()
  .describe('Days that no figure includes, and why');

/** Where the figures of several products come from. */
export const StatsSource = z.object({ provider: z.string(), products: z.array(z.string()) });
export type StatsSource = z.infer<typeof StatsSource>;

export const CallStats = z.object({
  source: StatsSource,
  period: NamedPeriod,
  measure: z.literal('calls'),
  totals: CallTotals,
  groups: z.array(CallGroup),
  rest: z
    .object({ groups: z.int(), ...CallFigures.shape })
    .optional()
    .describe('What is in no listed group'),
  definitions: z.object({
    answered_pct: z.string(),
    missed_pct: z.string(),
    families: z.record(z.string(), z.string()).describe('Family of each status that occurs'),
  }),
  missing: Missing,
  coarsened: z.string().optional().describe('Said when rows were made coarser to fit the size of the answer'),
  as_of: AsOf,
  warnings: Warnings,
});
export type CallStats = z.infer<typeof CallStats>;
