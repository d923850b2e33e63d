import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import { NamedPeriod } from '../period.ts';
import { explainAnomaly } from './anomaly-words.ts';
import { callTotals, Missing, missingOf, oldest, type ProductReport, StatsSource } from './call-stats.ts';
import { weekdays } from './grouping.ts';
import { type AnomalyMeasure, anomalyMeasures, figureOf, type JudgedDay, judgedDays } from './judged-days.ts';
import type { StatusFamilies } from './status-family.ts';
import { CallFigures, rounded } from './tally.ts';
import { type Baseline, baselineOf, leastSpreadOfCount, leastSpreadOfPercent } from './weekday-baseline.ts';

const Anomaly = z.object({
  date: z.string(),
  weekday: z.string(),
  measure: z.enum(anomalyMeasures),
  value: z.number(),
  median: z.number().describe('Of the same weekday in the period, without holidays'),
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
      }),
    )
    .describe('Public holidays of the period. They are in no median, and few calls on them are no anomaly'),
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

export interface AnomalyRequest {
  source: StatsSource;
  period: NamedPeriod;
  reports: readonly ProductReport[];
  families: StatusFamilies;
  /** The name of the holiday that a date is. */
  holidays: (date: string) => string | undefined;
  /** The least score that stands out; 3.5 unless given. */
  threshold?: number;
  /** Days of a weekday, without holidays, below which it is not judged; 5 unless given. */
  minDays?: number;
  /** List so many anomalies. */
  top?: number;
}

/** Finds the days that stand out for their weekday, by a median and a spread that the days themselves hardly move. */
export function findAnomalies(request: AnomalyRequest): AnomalyReport {
  const { reports, period, families, holidays, threshold = 3.5, minDays = 5, top = Number.POSITIVE_INFINITY } = request;
  const { days, leftOut } = judgedDays(reports, period, families, holidays);
  const { baselines, notJudged } = weekdayBaselines(days, Math.max(1, minDays));
  const found = days.flatMap((day) =>
    anomalyMeasures.flatMap((measure) => {
      const value = figureOf(day, measure);
      const baseline = baselines.get(`${day.weekday} ${measure}`);
      if (value === null || baseline === undefined) return [];
      const score = (value - baseline.median) / baseline.spread;
      const expected = day.holiday !== undefined && score < 0;
      return expected || Math.abs(score) < threshold ? [] : [{ day, measure, value, baseline, score }];
    }),
  );
  found.sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
  const { calls, missed, failed, missed_pct } = callTotals(request);
  const warnings = reports.flatMap(({ product, report }) => report.warnings.map((warning) => `${product}: ${warning}`));
  warnings.push(...leftOut);
  const missing = missingOf(reports);
  return {
    source: request.source,
    period,
    totals: { calls, missed, failed, missed_pct, days_judged: days.length },
    method: method(threshold, minDays),
    anomalies: found.slice(0, top).map(({ day, measure, value, baseline, score }) => ({
      date: day.date,
      weekday: day.weekday,
      measure,
      value,
      median: rounded(baseline.median),
      spread: rounded(baseline.spread),
      score: rounded(score),
      direction: score > 0 ? 'high' : 'low',
      ...(day.holiday !== undefined && { holiday: day.holiday }),
      samples: baseline.samples,
      explanation: explainAnomaly({ day, measure, value, baseline, score, holidays }),
    })),
    ...(found.length > top && { not_listed: found.length - top }),
    holidays: days.flatMap(({ date, weekday, holiday, tally }) => {
      if (holiday === undefined) return [];
      const median = baselines.get(`${weekday} calls`)?.median;
      return [
        { date, weekday, name: holiday, calls: tally.calls, median: median === undefined ? null : rounded(median) },
      ];
    }),
    ...(notJudged.length > 0 && { not_judged: notJudged }),
    ...(missing.length > 0 && { missing }),
    as_of: oldest(reports),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** What is usual, by weekday and measure, and where there are too few days to say. */
function weekdayBaselines(days: readonly JudgedDay[], needed: number) {
  const baselines = new Map<`${string} ${AnomalyMeasure}`, Baseline>();
  const notJudged: NonNullable<AnomalyReport['not_judged']> = [];
  for (const weekday of weekdays) {
    const same = days.filter((day) => day.weekday === weekday);
    const usual = same.filter(({ holiday }) => holiday === undefined);
    if (same.length === 0) continue;
    if (usual.length < needed) {
      notJudged.push({ weekday, measure: 'all', samples: usual.length, needed });
      continue;
    }
    for (const measure of anomalyMeasures) {
      const values = usual.flatMap((day) => figureOf(day, measure) ?? []);
      const floor = measure === 'missed_pct' ? leastSpreadOfPercent : leastSpreadOfCount;
      if (values.length >= needed) baselines.set(`${weekday} ${measure}`, baselineOf(values, floor));
      else notJudged.push({ weekday, measure, samples: values.length, needed });
    }
  }
  return { baselines, notJudged };
}

function method(threshold: number, minDays: number): string {
  return (
    'Each day against the days of the same weekday in the period that are not holidays: score = (value − median) / spread; ' +
    'spread = 1.4826 × median of |value − median|, for counts at least √median and at least 1, for missed_pct at least 2 points. ' +
    'missed_pct = missed / calls × 100, judged on days of at least 20 calls. ' +
    `A day stands out from |score| = ${threshold}; a weekday needs ${minDays} such days.`
  );
}
