import { z } from 'zod';
import { AsOf, ReportSource, Warnings } from './call-report.ts';
import { completeDays } from './daily-rows.ts';
import { ResolvedPeriod } from './period.ts';

const Minutes = z.number().describe('Decimal minutes');

/** Decimal minutes by kind of line called. `billable` is the vendor's own figure; it need not be the sum of the others. */
export const MinuteCount = z.object({ fixed: Minutes, mobile: Minutes, intl: Minutes, billable: Minutes });
export type MinuteCount = z.infer<typeof MinuteCount>;

export const MinutesDay = MinuteCount.extend({ date: z.string() });
export type MinutesDay = z.infer<typeof MinutesDay>;

/** Minutes per day of a period. Every day is present, also with zero minutes. */
export const DailyMinutesReport = z.object({
  source: ReportSource,
  period: ResolvedPeriod,
  totals: MinuteCount,
  days: z.array(MinutesDay),
  as_of: AsOf,
  warnings: Warnings,
});
export type DailyMinutesReport = z.infer<typeof DailyMinutesReport>;

const kinds = ['fixed', 'mobile', 'intl', 'billable'] as const;

/** Makes the report of `rows`: absent days become zero, totals are the exact decimal sums of the days. */
export function dailyMinutesReport(facts: {
  source: ReportSource;
  period: ResolvedPeriod;
  rows: readonly MinutesDay[];
  asOf: Date;
}): DailyMinutesReport {
  const { days, warnings } = completeDays(facts.period, facts.rows, (date) => ({
    date,
    fixed: 0,
    mobile: 0,
    intl: 0,
    billable: 0,
  }));
  return {
    source: facts.source,
    period: facts.period,
    totals: addMinutes(days),
    days,
    as_of: facts.asOf.toISOString(),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** The sum of minutes, kind by kind, exact to the millionth of a minute: 0.1 + 0.2 is 0.3. */
export function addMinutes(counts: readonly MinuteCount[]): MinuteCount {
  const total: MinuteCount = { fixed: 0, mobile: 0, intl: 0, billable: 0 };
  for (const kind of kinds) {
    const millionths = counts.reduce((sum, count) => sum + Math.round(count[kind] * 1e6), 0);
    total[kind] = millionths / 1e6;
  }
  return total;
}
