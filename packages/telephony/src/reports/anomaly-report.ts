import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import { NamedPeriod } from '../period.ts';
import { Missing, StatsSource } from './call-stats-report.ts';
import { anomalyMeasures } from './comparable-days.ts';
import { CallFigures } from './tally.ts';

const Anomaly = z.object({
  date: z.string(),
  weekday: z.string(),
  measure: z.enum(anomalyMeasures),
  value: z.number(),
  median: z.number().describe('Of the same weekday in compared_with, without holidays'),
  spread: z.number(),
  score: z.number().describe('(value − median) / spread'),
  direction: z.enum(['high', 'low']),
  holiday: z.string().optional(),
  samples: z.int().describe('Days that the median is taken of'),
  explanation: z.string(),
});
export type Anomaly = z.infer<typeof Anomaly>;

export const AnomalyReport = z.object({
  source: StatsSource,
  period: NamedPeriod,
  compared_with: z
    .object({ start_date: z.string(), end_date: z.string(), days: z.int() })
    .describe('The days whose same weekdays say what is usual'),
  totals: CallFigures.pick({ calls: true, missed: true, failed: true, missed_pct: true }).extend({
    days_judged: z.int(),
  }),
  method: z.string(),
  anomalies: z.array(Anomaly).describe('Largest score first, in either direction'),
  not_listed: z.int().optional().describe('Further anomalies, of smaller scores'),
  holidays: z
    .array(
      z.object({
        date: z.string(),
        weekday: z.string(),
        name: z.string(),
        calls: z.int(),
        median: z.number().nullable(),
        missed_pct: z.number().nullable(),
      }),
    )
    .describe(
      'Public holidays of the period. They are in no median; few calls and a high missed rate on them are no anomaly',
    ),
  not_judged: z
    .array(
      z.object({
        weekday: z.string(),
        measure: z.enum(['all', ...anomalyMeasures]),
        samples: z.int(),
        needed: z.int(),
      }),
    )
    .optional()
    .describe('Weekdays of which there are too few days'),
  missing: Missing,
  as_of: AsOf,
  warnings: Warnings,
});
export type AnomalyReport = z.infer<typeof AnomalyReport>;
