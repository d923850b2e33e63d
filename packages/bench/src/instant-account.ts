import type { VoxolibAccount } from '@voxolib/mcp-tools';
import {
  type DailyCallReport,
  dailyCallReport,
  dailyMinutesReport,
  eachDate,
  numberCount,
  type Period,
  resolvePeriod,
} from '@voxolib/telephony';

export const week: Period = { start_date: '2026-03-02', end_date: '2026-03-08', tz: 'Europe/Paris' };
export const ninetyDays: Period = { start_date: '2026-01-01', end_date: '2026-03-31', tz: 'Europe/Paris' };

const now = new Date('2026-04-15T12:00:00Z');

/** Rows as Voxolib would send them for a busy account. They follow from the day, so that a part of a period has the same. */
export function callRows(period: Period) {
  return eachDate(period.start_date, period.end_date).map((date) => {
    const day = Number(date.slice(-2));
    return {
      date,
      total: 420 + day,
      status_breakdown: { answered: 300 + day, no_answer: 80, busy: 25, failed: 15 },
    };
  });
}

const limits = { maxDays: 90, now };

const reports = new Map([week, ninetyDays].map((period) => [period.start_date, reportOf(period)]));

/** What an account says of any period. */
export function reportOf(period: Period): DailyCallReport {
  const source = { provider: 'voxolib', product: 'wcb' };
  return dailyCallReport({ source, period: resolvePeriod(period, limits), rows: callRows(period), asOf: now });
}

/** A report that was ready before it was asked for, by the parsed arguments of the call. */
export async function instantReport(input: unknown): Promise<DailyCallReport> {
  const start = typeof input === 'object' && input !== null && 'start_date' in input ? input.start_date : undefined;
  const report = reports.get(String(start));
  if (report === undefined) throw new Error('This report was not made ready');
  return report;
}

/** An account whose every report is ready: what is measured is the way to it and back, not the vendor. */
export function instantAccount(): VoxolibAccount {
  const source = { provider: 'voxolib', product: 'did' };
  const minutes = dailyMinutesReport({ source, period: resolvePeriod(week, limits), rows: [], asOf: now });
  const counts = { total: 12, active: 10, suspended: 1, other: 1 };
  const numbers = numberCount({ source, counts, asOf: now });
  return {
    id: 'voxolib',
    title: 'Voxolib',
    calls: {
      products: ['wcb', 'did'],
      maxDays: 90,
      daily: (_, period) => instantReport(period),
    },
    minutes: { products: ['wcb', 'did'], maxDays: 90, daily: async () => minutes },
    numbers: { count: async () => numbers },
  };
}
