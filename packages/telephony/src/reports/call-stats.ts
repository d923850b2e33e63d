import { addCallCounts, type CallCount } from '../call-report.ts';
import type { NamedPeriod } from '../period.ts';
import type { CallGroup, CallStats, CallTotals, DayCalls, StatsSource } from './call-stats-report.ts';
import { type Cell, type Grouping, groupRows } from './group-rows.ts';
import { countedDays, missingOf, oldest, type ProductReport } from './product-report.ts';
import { rank } from './ranking.ts';
import { warningsOf } from './report-warnings.ts';
import { familyOf, type StatusFamilies } from './status-family.ts';
import { addToTally, emptyTally, figuresOf, mergeTally, percent, rounded, type Tally } from './tally.ts';
import { wholeDates } from './whole-days.ts';

export const sortKeys = ['calls', 'answered', 'missed', 'busy', 'failed', 'answered_pct', 'missed_pct'] as const;

export interface CallStatsRequest {
  source: StatsSource;
  period: NamedPeriod;
  reports: readonly ProductReport[];
  families: StatusFamilies;
  groupBy: readonly Grouping[];
  sortBy?: (typeof sortKeys)[number];
  order?: 'desc' | 'asc';
  top?: number;
  /** Groups of fewer calls take no part in a ranking. */
  minCalls?: number;
}

/** Computes totals, rates and groups. The groups, with `rest`, always add up to the totals. */
export function callStats(request: CallStatsRequest): CallStats {
  const { reports, families, groupBy, minCalls = 0 } = request;
  const totals = callTotals(request);
  const byStatus = groupBy.includes('status') || groupBy.includes('family');
  const cells = byStatus ? statusCells(reports, families) : dayCells(reports);
  const groups = groupRows<CallCount, Tally>(cells, groupBy, countedDays(reports), {
    empty: emptyTally,
    add: (tally, count) => addToTally(tally, count, families),
  });
  const rows = groups.map(({ keys, days, sum }): { row: CallGroup; tally: Tally } => ({
    row: {
      ...keys,
      ...(days !== undefined && { days }),
      ...(byStatus ? statusFigures(keys, sum, families) : figuresOf(sum)),
      share_pct: percent(sum.calls, totals.calls),
    },
    tally: sum,
  }));
  const { sortBy, order, top } = request;
  const { kept, rest } = rank(rows, {
    ...(sortBy && { by: ({ row }) => row[sortBy] ?? null }),
    ...(order && { order }),
    ...(top !== undefined && { top }),
    eligible: ({ tally }) => tally.calls >= minCalls,
  });
  const warnings = warningsOf(reports);
  const missing = missingOf(reports);
  return {
    source: request.source,
    period: request.period,
    measure: 'calls',
    totals,
    groups: kept.map(({ row }) => row),
    ...(rest.length > 0 && { rest: { groups: rest.length, ...figuresOf(sumOf(rest.map(({ tally }) => tally))) } }),
    definitions: {
      answered_pct: 'answered / calls × 100',
      missed_pct: 'missed / calls × 100',
      families: Object.fromEntries(
        Object.keys(totals.status_breakdown).map((status) => [status, familyOf(status, families)]),
      ),
    },
    ...(missing.length > 0 && { missing }),
    as_of: oldest(reports),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** The figures of the whole period. Days that are missing are in none of them. */
export function callTotals({
  reports,
  families,
  period,
}: Pick<CallStatsRequest, 'reports' | 'families' | 'period'>): CallTotals {
  const tally = emptyTally();
  const perDay = new Map<string, { calls: number; products: number }>();
  const byProduct: [string, number][] = [];
  for (const { product, report } of reports) {
    const own = emptyTally();
    for (const day of report.days) {
      const before = own.calls;
      addToTally(own, day, families);
      const { calls, products } = perDay.get(day.date) ?? { calls: 0, products: 0 };
      perDay.set(day.date, { calls: calls + own.calls - before, products: products + 1 });
    }
    mergeTally(tally, own);
    byProduct.push([product, own.calls]);
  }
  // A day of which one product is missing is neither the best nor the worst.
  const complete = [...perDay].flatMap(([date, { calls, products }]) =>
    products === reports.length ? [{ date, calls }] : [],
  );
  // Today may already be the best day; that it has few calls yet says nothing.
  const isWhole = new Set(wholeDates(reports, period));
  const whole = complete.filter(({ date }) => isWhole.has(date));
  const { status_breakdown } = addCallCounts(reports.flatMap(({ report }) => report.days));
  return {
    ...figuresOf(tally),
    status_breakdown,
    ...(reports.length > 1 && { by_product: Object.fromEntries(byProduct) }),
    days: perDay.size,
    mean_per_day: whole.length === 0 ? null : rounded(whole.reduce((sum, { calls }) => sum + calls, 0) / whole.length),
    max_day: extreme(complete, (a, b) => a > b),
    min_day: extreme(whole, (a, b) => a < b),
  };
}

function* dayCells(reports: readonly ProductReport[]): Generator<Cell<CallCount>> {
  for (const { product, report } of reports) {
    for (const day of report.days) yield { date: day.date, product, value: day };
  }
}

/** A cell for each status of each day; calls of which no status is given have the status `(none)`. */
function* statusCells(reports: readonly ProductReport[], families: StatusFamilies): Generator<Cell<CallCount>> {
  for (const { product, report } of reports) {
    for (const { date, total, status_breakdown } of report.days) {
      let classified = 0;
      for (const [status, calls] of Object.entries(status_breakdown)) {
        classified += calls;
        const value = { total: calls, status_breakdown: Object.fromEntries([[status, calls]]) };
        yield { date, product, status, family: familyOf(status, families), value };
      }
      if (total > classified) {
        const value = { total: total - classified, status_breakdown: {} };
        yield { date, product, status: '(none)', family: 'other', value };
      }
    }
  }
}

function statusFigures(keys: { status?: string }, sum: Tally, families: StatusFamilies) {
  const family = keys.status === undefined ? {} : { family: familyOf(keys.status, families) };
  return { ...family, calls: sum.calls };
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) mergeTally(sum, tally);
  return sum;
}

/** The first of the days that no other beats. */
function extreme(days: readonly DayCalls[], beats: (a: number, b: number) => boolean): DayCalls | null {
  let best: DayCalls | null = null;
  for (const day of days.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    if (best === null || beats(day.calls, best.calls)) best = day;
  }
  return best;
}
