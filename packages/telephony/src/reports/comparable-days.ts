import type { CallDay } from '../call-report.ts';
import type { ResolvedPeriod } from '../period.ts';
import { groupOf } from './grouping.ts';
import type { ProductReport } from './product-report.ts';
import type { StatusFamilies } from './status-family.ts';
import { addToTally, emptyTally, percent, type Tally } from './tally.ts';

export const anomalyMeasures = ['calls', 'missed', 'failed', 'missed_pct'] as const;
export type AnomalyMeasure = (typeof anomalyMeasures)[number];

/** Calls below which a day's missed rate says nothing. */
export const MIN_CALLS_FOR_RATE = 20;

/** A day that can be compared with others: it is over, and every product has figures for it. */
export interface ComparableDay {
  date: string;
  weekday: string;
  holiday: string | undefined;
  tally: Tally;
}

/** The days that can be compared, in order, and what is left out in words. */
export function comparableDays(
  reports: readonly ProductReport[],
  period: ResolvedPeriod,
  families: StatusFamilies,
  holidays: (date: string) => string | undefined,
): { days: ComparableDay[]; leftOut: string[] } {
  const byDate = new Map<string, { tally: Tally; products: number }>();
  for (const { report } of reports) {
    for (const day of report.days) addDay(byDate, day, families);
  }
  const leftOut: string[] = [];
  if (period.partial_until !== undefined && byDate.delete(period.end_date)) {
    leftOut.push(`${period.end_date} is not over (counted until ${period.partial_until}): it is not compared.`);
  }
  const complete = [...byDate].filter(([, { products }]) => products === reports.length);
  const incomplete = byDate.size - complete.length;
  if (incomplete > 0) {
    leftOut.push(`${incomplete} of the days lack the figures of a product (see missing): they are not compared.`);
  }
  const days = complete
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, { tally }]) => ({ date, weekday: groupOf(date, 'weekday'), holiday: holidays(date), tally }));
  return { days, leftOut };
}

/** A day's figure; null where the day has too few calls for it to mean anything. */
export function figureOf({ tally }: ComparableDay, measure: AnomalyMeasure): number | null {
  if (measure !== 'missed_pct') return tally[measure];
  return tally.calls < MIN_CALLS_FOR_RATE ? null : percent(tally.missed, tally.calls);
}

function addDay(byDate: Map<string, { tally: Tally; products: number }>, day: CallDay, families: StatusFamilies): void {
  const known = byDate.get(day.date) ?? { tally: emptyTally(), products: 0 };
  addToTally(known.tally, day, families);
  known.products += 1;
  byDate.set(day.date, known);
}
