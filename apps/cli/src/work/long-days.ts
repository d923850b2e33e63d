import { type OperationOptions, type Period, type ResolvedPeriod, resolvePeriod } from '@voxolib/telephony';
import { type LongReport, readLongReport } from '@voxolib/telephony/reports';
import type { CommandContext } from '../command-context.ts';
import { progressBar } from '../terminal/progress-bar.ts';

interface Reports<Day> {
  maxDays: number;
  daily(
    product: string,
    period: Period,
    options?: OperationOptions,
  ): Promise<{ days: Day[]; as_of: string; warnings?: string[] | undefined }>;
}

/** The days of a period that may be longer than the vendor allows, while a bar tells how far the reading has come. */
export async function longDays<Day>(reports: Reports<Day>, product: string, asked: Period, context: CommandContext) {
  const period = resolvePeriod(asked, { maxYears: 5, now: new Date() });
  const progress = progressBar(context.terminal);
  const read = (slice: Period, signal: AbortSignal) => reports.daily(product, slice, { signal });
  try {
    const report: LongReport<Day> = await readLongReport(period, reports.maxDays, read, {
      signal: context.signal,
      onProgress: progress.update,
    });
    return { period, report };
  } finally {
    progress.end();
  }
}

/** The days of a product of Voxolib as data; `missing` and `warnings` are there where there are any. */
export function daysData<Day, Totals>(
  product: string,
  { period, report }: { period: ResolvedPeriod; report: LongReport<Day> },
  totals: Totals,
) {
  const { days, missing, warnings, as_of } = report;
  return {
    source: { provider: 'voxolib', product },
    period,
    totals,
    days,
    ...(missing.length > 0 && { missing }),
    as_of,
    ...(warnings.length > 0 && { warnings }),
  };
}
