import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import { addMinutes, MinuteCount, type MinutesDay } from '../minutes-report.ts';
import { NamedPeriod } from '../period.ts';
import { GroupLabels, Missing, StatsSource } from './call-stats-report.ts';
import { type Cell, type Grouping, groupRows } from './group-rows.ts';
import type { LongReport } from './long-report.ts';
import { countedDays, missingOf, oldest } from './product-report.ts';
import { rank } from './ranking.ts';
import { warningsOf } from './report-warnings.ts';
import { percent, rounded } from './tally.ts';
import { wholeDates } from './whole-days.ts';

const DayOf = z.object({ date: z.string(), billable: z.number() }).nullable();

const MinuteTotals = MinuteCount.extend({
  by_product: z.record(z.string(), MinuteCount).optional(),
  days: z.int().describe('Days that are counted'),
  mean_billable_per_day: z.number().nullable().describe('Of the days that are over and lack no product'),
  max_day: DayOf,
  min_day: DayOf,
});
type MinuteTotals = z.infer<typeof MinuteTotals>;

const { status: _status, family: _family, ...timeAndProduct } = GroupLabels.shape;

const MinutesGroup = z.object({
  ...timeAndProduct,
  days: z.int().optional(),
  ...MinuteCount.shape,
  share_pct: z.number().nullable().describe('billable / billable of the whole period × 100'),
});

export const MinutesStats = z.object({
  source: StatsSource,
  period: NamedPeriod,
  measure: z.literal('minutes'),
  totals: MinuteTotals,
  groups: z.array(MinutesGroup),
  rest: z.object({ groups: z.int(), ...MinuteCount.shape }).optional(),
  missing: Missing,
  coarsened: z.string().optional(),
  as_of: AsOf,
  warnings: Warnings,
});
export type MinutesStats = z.infer<typeof MinutesStats>;

export interface ProductMinutes {
  product: string;
  report: LongReport<MinutesDay>;
}

export const minuteSortKeys = ['fixed', 'mobile', 'intl', 'billable'] as const;

export interface MinutesStatsRequest {
  source: StatsSource;
  period: NamedPeriod;
  reports: readonly ProductMinutes[];
  groupBy: readonly Grouping[];
  sortBy?: (typeof minuteSortKeys)[number];
  order?: 'desc' | 'asc';
  top?: number;
}

/** Computes totals and groups of minutes. The groups, with `rest`, always add up to the totals, exactly. */
export function minutesStats(request: MinutesStatsRequest): MinutesStats {
  const { reports, groupBy, sortBy, order, top } = request;
  const totals = minuteTotals(reports, request.period);
  const groups = groupRows<MinuteCount, MinuteCount[]>(cells(reports), groupBy, countedDays(reports), {
    empty: () => [],
    add: (sum, count) => void sum.push(count),
  });
  const rows = groups.map(({ keys, days, sum }) => {
    const minutes = addMinutes(sum);
    return {
      ...keys,
      ...(days !== undefined && { days }),
      ...minutes,
      share_pct: percent(minutes.billable, totals.billable),
    };
  });
  const { kept, rest } = rank(rows, {
    ...(sortBy && { by: (row) => row[sortBy] }),
    ...(order && { order }),
    ...(top !== undefined && { top }),
  });
  const warnings = warningsOf(reports);
  const missing = missingOf(reports);
  return {
    source: request.source,
    period: request.period,
    measure: 'minutes',
    totals,
    groups: kept,
    ...(rest.length > 0 && { rest: { groups: rest.length, ...addMinutes(rest) } }),
    ...(missing.length > 0 && { missing }),
    as_of: oldest(reports),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** The minutes of the whole period. Days that are missing are in none of them. */
function minuteTotals(reports: readonly ProductMinutes[], period: NamedPeriod): MinuteTotals {
  const days = reports.flatMap(({ report }) => report.days);
  const perDate = new Map<string, MinuteCount[]>();
  for (const day of days) perDate.set(day.date, [...(perDate.get(day.date) ?? []), day]);
  // A day of which one product is missing is neither the best nor the worst.
  const complete = [...perDate]
    .filter(([, counts]) => counts.length === reports.length)
    .map(([date, counts]) => ({ date, billable: addMinutes(counts).billable }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const isWhole = new Set(wholeDates(reports, period));
  const whole = complete.filter(({ date }) => isWhole.has(date));
  const total = addMinutes(days);
  const byProduct = reports.map(({ product, report }) => [product, addMinutes(report.days)]);
  return {
    ...total,
    ...(reports.length > 1 && { by_product: Object.fromEntries(byProduct) }),
    days: perDate.size,
    mean_billable_per_day:
      whole.length === 0 ? null : rounded(whole.reduce((sum, { billable }) => sum + billable, 0) / whole.length),
    max_day: complete.reduce<(typeof complete)[number] | null>(
      (a, b) => (a === null || b.billable > a.billable ? b : a),
      null,
    ),
    min_day: whole.reduce<(typeof complete)[number] | null>(
      (a, b) => (a === null || b.billable < a.billable ? b : a),
      null,
    ),
  };
}

function* cells(reports: readonly ProductMinutes[]): Generator<Cell<MinuteCount>> {
  for (const { product, report } of reports) {
    for (const day of report.days) yield { date: day.date, product, value: day };
  }
}
