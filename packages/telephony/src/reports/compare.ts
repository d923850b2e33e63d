import { countDays } from '../calendar.ts';
import type { NamedPeriod } from '../period.ts';
import type { StatsSource } from './call-stats-report.ts';
import { changeOf, isSmall } from './change.ts';
import { comparedGroups, moversOf } from './compare-groups.ts';
import { notesOf } from './compare-notes.ts';
import { sumsOf } from './figure-sums.ts';
import type { Cell, Grouping } from './group-rows.ts';
import type { MissingDays } from './long-report.ts';
import type { PeriodComparison } from './period-comparison.ts';
import { fewWarnings } from './report-warnings.ts';
import { percent, rounded } from './tally.ts';

/** One day's figures of one product (and of one status or family): numbers that may be added. */
export type FigureCell = Cell<Readonly<Record<string, number>>>;

/** One of the periods that are compared. */
export interface PeriodFigures {
  period: NamedPeriod;
  cells: readonly FigureCell[];
  /** Days that have figures. */
  dates: readonly string[];
  /** Those of them that are over, and of which no product is missing. */
  wholeDates: readonly string[];
  missing: readonly (MissingDays & { product?: string | undefined })[];
  asOf: string;
  warnings: readonly string[];
}

export interface CompareRequest {
  source: StatsSource;
  measure: 'calls' | 'minutes';
  /** The figures to compare, the main one first. */
  figures: readonly string[];
  base: PeriodFigures;
  others: readonly PeriodFigures[];
  products: readonly string[];
  groupBy?: Grouping;
}

/** Compares a period with others. Swapping two periods turns the sign of every `change`. */
export function comparePeriods(request: CompareRequest): PeriodComparison {
  const { base, others } = request;
  const sides = [base, ...others];
  const warnings = fewWarnings([...new Set(sides.flatMap((side) => side.warnings))]);
  const [asOf = ''] = sides.map((side) => side.asOf).sort();
  return {
    source: request.source,
    measure: request.measure,
    base: sideOf(base),
    comparisons: others.map((other) => compareTwo(request, other)),
    as_of: asOf,
    ...(warnings.length > 0 && { warnings }),
  };
}

function compareTwo(request: CompareRequest, other: PeriodFigures): PeriodComparison['comparisons'][number] {
  const { base, figures, groupBy, measure } = request;
  const baseSums = sumsOf(base.cells);
  const otherSums = sumsOf(other.cells);
  const changes = figures.map((figure) => ({ figure, ...changeOf(baseSums[figure] ?? 0, otherSums[figure] ?? 0) }));
  const groups = groupBy && comparedGroups(request, other, groupBy);
  return {
    ...sideOf(other),
    changes: [...changes, ...perDayChange(request, other)],
    ...(measure === 'calls' && { rates: ratesOf(baseSums, otherSums) }),
    ...(groups && { groups, movers: moversOf(groups) }),
    notes: notesOf(base, other),
  };
}

function sideOf(side: PeriodFigures) {
  return {
    period: side.period,
    counted_days: side.dates.length,
    ...(side.missing.length > 0 && { missing: [...side.missing] }),
  };
}

/** The main figure per day; nothing where a period has no day for it. Few calls a day may be many in all. */
function perDayChange({ base, figures: [main = ''] }: CompareRequest, other: PeriodFigures) {
  const [days, otherDays] = comparableDates(base, other);
  if (days.length === 0 || otherDays.length === 0) return [];
  const [sum, otherSum] = [sumOn(days, base, main), sumOn(otherDays, other, main)];
  const [mean, otherMean] = [sum / days.length, otherSum / otherDays.length];
  const shown = changeOf(rounded(mean), rounded(otherMean), isSmall(sum, otherSum));
  return [{ figure: `${main}_per_day`, ...shown, change_pct: percent(mean - otherMean, otherMean) }];
}

/** The whole days of each period; in periods of one length, those alone whose counterpart is one too. */
function comparableDates(base: PeriodFigures, other: PeriodFigures): [readonly string[], readonly string[]] {
  if (base.period.days !== other.period.days) return [base.wholeDates, other.wholeDates];
  const placesOf = ({ period, wholeDates }: PeriodFigures) =>
    wholeDates.map((date) => ({ date, place: countDays(period.start_date, date) }));
  const [places, otherPlaces] = [placesOf(base), placesOf(other)];
  const common = (own: typeof places, others: typeof places) => {
    const wanted = new Set(others.map(({ place }) => place));
    return own.flatMap(({ date, place }) => (wanted.has(place) ? [date] : []));
  };
  return [common(places, otherPlaces), common(otherPlaces, places)];
}

function sumOn(dates: readonly string[], { cells }: PeriodFigures, figure: string): number {
  const wanted = new Set(dates);
  return sumsOf(cells.filter(({ date }) => wanted.has(date)))[figure] ?? 0;
}

function ratesOf(base: Record<string, number>, other: Record<string, number>) {
  return (['answered', 'missed'] as const).map((figure) => {
    const [a, b] = [base, other].map((side) => percent(side[figure] ?? 0, side.calls ?? 0));
    const points = typeof a === 'number' && typeof b === 'number' ? rounded(a - b) : null;
    return { rate: `${figure}_pct`, base: a ?? null, other: b ?? null, points };
  });
}
