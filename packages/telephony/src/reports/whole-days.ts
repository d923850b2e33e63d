import type { ResolvedPeriod } from '../period.ts';
import type { LongReport } from './long-report.ts';

/** The dates that a mean can rest on, in order: days that are over, and that every product has figures of. */
export function wholeDates(
  reports: readonly { report: LongReport<{ date: string }> }[],
  period: Pick<ResolvedPeriod, 'end_date' | 'partial_until'>,
): string[] {
  const products = new Map<string, number>();
  for (const { report } of reports) {
    for (const { date } of report.days) products.set(date, (products.get(date) ?? 0) + 1);
  }
  if (period.partial_until !== undefined) products.delete(period.end_date);
  return [...products].flatMap(([date, count]) => (count === reports.length ? [date] : [])).sort();
}
