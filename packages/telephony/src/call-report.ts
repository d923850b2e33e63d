import { z } from 'zod';
import { type CountedWarning, sentencesOf } from './counted-warning.ts';
import { completeDays } from './daily-rows.ts';
import { aboutDays } from './odd-days.ts';
import { ResolvedPeriod } from './period.ts';

/** Counts by the vendor's own status names. The set of names is open. */
export const StatusBreakdown = z.record(z.string(), z.int()).describe("Calls by the vendor's own status names");
export type StatusBreakdown = z.infer<typeof StatusBreakdown>;

export const CallCount = z.object({ total: z.int(), status_breakdown: StatusBreakdown });
export type CallCount = z.infer<typeof CallCount>;

export const CallDay = z.object({ date: z.string(), total: z.int(), status_breakdown: StatusBreakdown });
export type CallDay = z.infer<typeof CallDay>;

/** Where figures come from: a provider by id, and one of its products. */
export const ReportSource = z.object({ provider: z.string(), product: z.string() });
export type ReportSource = z.infer<typeof ReportSource>;

/** When the vendor gave the figures. */
export const AsOf = z.string().describe('When the vendor gave these figures (UTC)');

/** What a reader has to know about the figures. Absent when there is nothing. */
export const Warnings = z.array(z.string()).optional().describe('Oddities in the figures that a reader must know');

/** Calls per day of a period, for every vendor and tool that gives days. Every day is present, also with zero calls. */
export const DailyCallReport = z.object({
  source: ReportSource,
  period: ResolvedPeriod,
  totals: CallCount,
  days: z.array(CallDay),
  as_of: AsOf,
  warnings: Warnings,
});
export type DailyCallReport = z.infer<typeof DailyCallReport>;

/**
 * Makes the report of `rows`: absent days become zero, totals are the sums of the days.
 * Where a day's total and its statuses disagree, both stay and a warning says so, after the warnings that came with the rows.
 */
export function dailyCallReport(facts: {
  source: ReportSource;
  period: ResolvedPeriod;
  rows: readonly CallDay[];
  warnings?: readonly string[];
  counted?: readonly CountedWarning[];
  asOf: Date;
}): DailyCallReport & { counted?: readonly CountedWarning[] } {
  const complete = completeDays(facts.period, facts.rows, (date) => ({ date, total: 0, status_breakdown: {} }));
  const { days } = complete;
  const counted = (facts.counted ?? []).filter((warning) => sentencesOf([warning]).length > 0);
  const warnings = [...(facts.warnings ?? []), ...sentencesOf(counted), ...complete.warnings, ...contradictions(days)];
  return {
    source: facts.source,
    period: facts.period,
    totals: addCallCounts(days),
    days,
    as_of: facts.asOf.toISOString(),
    ...(warnings.length > 0 && { warnings }),
    ...(counted.length > 0 && { counted }),
  };
}

function contradictions(days: readonly CallDay[]): string[] {
  const odd = days.flatMap(({ date, total, status_breakdown }) => {
    const counted = sum(Object.values(status_breakdown));
    return counted === total ? [] : [{ date, total, counted }];
  });
  const [totals, counts] = [sum(odd.map(({ total }) => total)), sum(odd.map(({ counted }) => counted))];
  return aboutDays(
    odd,
    ({ date, total, counted }) => `${date}: the vendor's total is ${total}, but its statuses add up to ${counted}.`,
    (dates) => `On ${dates} the vendor's totals are ${totals} in all, but their statuses add up to ${counts}.`,
  );
}

/** The sum of counts, status by status, in the order in which statuses first appear. */
export function addCallCounts(counts: readonly CallCount[]): CallCount {
  const byStatus = new Map<string, number>();
  for (const { status_breakdown } of counts) {
    for (const [status, calls] of Object.entries(status_breakdown)) {
      byStatus.set(status, (byStatus.get(status) ?? 0) + calls);
    }
  }
  return { total: sum(counts.map((count) => count.total)), status_breakdown: Object.fromEntries(byStatus) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
