import type { CallDay } from '../call-report.ts';
import type { CountedDay } from './group-rows.ts';
import type { LongReport } from './long-report.ts';

/** One product's days, with what is missing of them. */
export interface ProductReport {
  product: string;
  report: LongReport<CallDay>;
}

/** Days of which at least one product has figures, in order. */
export function countedDates(reports: readonly { product: string; report: LongReport<{ date: string }> }[]): string[] {
  return [...new Set(countedDays(reports).map(({ date }) => date))].sort();
}

/** The days that each product has figures of. */
export function countedDays(
  reports: readonly { product: string; report: LongReport<{ date: string }> }[],
): CountedDay[] {
  return reports.flatMap(({ product, report }) => report.days.map(({ date }) => ({ date, product })));
}

export function missingOf(reports: readonly { product: string; report: LongReport<unknown> }[]) {
  return reports.flatMap(({ product, report }) =>
    report.missing.map((part) => (reports.length > 1 ? { ...part, product } : part)),
  );
}

export function oldest(reports: readonly { report: LongReport<unknown> }[]): string {
  const [first = ''] = reports.map(({ report }) => report.as_of).sort();
  return first;
}
