import {
  type DailyCallReport,
  type DailyMinutesReport,
  eachDate,
  type OperationOptions,
  type Period,
  type Provider,
} from '@voxolib/telephony';
import { expect } from 'vitest';

export type DailyGroup = { products: readonly string[]; maxDays: number; daily(...call: DailyCall): Promise<unknown> };
type DailyCall = [product: string, period: Period, options?: OperationOptions];

export function expectPeriod(
  report: DailyCallReport | DailyMinutesReport,
  expected: { id: string; product: string; period: Period; now: Date },
): void {
  const { start_date, end_date } = expected.period;
  const dates = eachDate(start_date, end_date);
  expect(report.source).toEqual({ provider: expected.id, product: expected.product });
  expect(report.period).toMatchObject({ ...expected.period, days: dates.length });
  expect(report.days.map((day) => day.date)).toEqual(dates);
  expect(Math.abs(Date.parse(report.as_of) - expected.now.getTime())).toBeLessThan(24 * 60 * 60 * 1000);
  expect(report.period).toHaveProperty('partial_until');
}

export function dailyGroups({ calls, minutes }: Provider): DailyGroup[] {
  return [calls, minutes].filter((group) => group !== undefined);
}

/** Every operation of every group, ready to be called. */
export function operations(provider: Provider, period: Period): ((options: OperationOptions) => Promise<unknown>)[] {
  const daily = dailyGroups(provider).flatMap((group) =>
    group.products.map((product) => (options: OperationOptions) => group.daily(product, period, options)),
  );
  const { numbers } = provider;
  return numbers === undefined ? daily : [...daily, (options) => numbers.count(options)];
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
