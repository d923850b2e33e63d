import { describe, expect, it } from 'vitest';
import type { AccountId, Call, Product } from '../src/index.ts';
import { sandboxForTests } from './harness.ts';

const { voxolib } = await sandboxForTests();

function calls(account: AccountId, product: Product, from: string, to: string): Call[] {
  return [...voxolib.calls(account, product, Date.parse(from), Date.parse(to))];
}

/** Calls of a day in Paris in winter, both products together. */
function onDay(account: AccountId, date: string): Call[] {
  const from = `${date}T00:00:00+01:00`;
  const to = new Date(Date.parse(from) + 86_400_000).toISOString();
  return [...calls(account, 'wcb', from, to), ...calls(account, 'did', from, to)];
}

describe('the rhythm of calls', () => {
  const workingWeek = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06'];

  it('is that of the company on working days', () => {
    for (const day of workingWeek) {
      expect(onDay('demo', day).length).toBeGreaterThan(35);
      expect(onDay('demo', day).length).toBeLessThan(110);
      expect(onDay('busy', day).length).toBeGreaterThan(1_600);
      expect(onDay('busy', day).length).toBeLessThan(2_800);
    }
  });

  it('is slower on Saturdays, Sundays and French holidays', () => {
    const monday = onDay('busy', '2026-02-02').length;
    expect(onDay('busy', '2026-02-07').length).toBeLessThan(monday * 0.7);
    expect(onDay('busy', '2026-02-08').length).toBeLessThan(monday * 0.3);
    expect(onDay('busy', '2025-11-11').length).toBeLessThan(monday * 0.4);
    expect(onDay('busy', '2025-12-25').length).toBeLessThan(monday * 0.4);
  });

  it('has business hours in Paris with a pause at noon, in summer and in winter', () => {
    const hour = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', hour: 'numeric', hourCycle: 'h23' });
    for (const [from, to] of [
      ['2026-01-12', '2026-02-07'],
      ['2026-06-01', '2026-06-27'],
    ] as const) {
      const byHour = new Map<number, number>();
      for (const { at } of calls('busy', 'did', from, to)) {
        const at24 = Number(hour.format(at));
        byHour.set(at24, (byHour.get(at24) ?? 0) + 1);
      }
      const count = (at24: number) => byHour.get(at24) ?? 0;
      expect(count(10)).toBeGreaterThan(count(12) * 1.3);
      expect(count(15)).toBeGreaterThan(count(12) * 1.3);
      expect(count(10)).toBeGreaterThan(count(3) * 10);
      expect(count(9)).toBeGreaterThan(count(6) * 4);
    }
  });

  it('dips in August and grows over the years', () => {
    const june = calls('busy', 'did', '2026-06-01', '2026-06-29').length;
    const august = calls('busy', 'did', '2026-08-03', '2026-08-31').length;
    expect(august).toBeLessThan(june * 0.75);
    expect(calls('busy', 'did', '2024-06-03', '2024-07-01').length).toBeLessThan(june * 0.95);
  });

  it('has days on which much more is lost than usual, and few of them', () => {
    const days = new Map<string, { lost: number; all: number }>();
    for (const { at, status } of calls('busy', 'did', '2025-11-20', '2026-11-20')) {
      const date = new Date(at).toISOString().slice(0, 10);
      const day = days.get(date) ?? { lost: 0, all: 0 };
      days.set(date, { lost: day.lost + (status === 'missed' || status === 'busy' ? 1 : 0), all: day.all + 1 });
    }
    const shares = [...days.values()]
      .filter((day) => day.all > 500)
      .map((day) => day.lost / day.all)
      .sort((a, b) => a - b);
    const usual = shares[Math.floor(shares.length / 2)] ?? 0;
    const bad = shares.filter((share) => share > usual * 1.3);
    expect(bad.length).toBeGreaterThan(2);
    expect(bad.length).toBeLessThan(shares.length / 10);
  });

  it('bills what was talked, rounded up to the started six seconds', () => {
    const all = calls('busy', 'did', '2026-11-16', '2026-11-20');
    for (const { status, duration_s, billable_s } of all) {
      expect(duration_s > 0).toBe(status === 'answered' || status === 'voicemail');
      expect(billable_s % 6).toBe(0);
      expect(billable_s - duration_s).toBeGreaterThanOrEqual(0);
      expect(billable_s - duration_s).toBeLessThan(6);
    }
  });

  it('is that of the product that an account has', () => {
    expect(calls('wcbOnly', 'did', '2026-01-01', '2026-11-20')).toEqual([]);
    expect(calls('didOnly', 'wcb', '2026-01-01', '2026-11-20')).toEqual([]);
    expect(calls('empty', 'wcb', '2024-01-01', '2026-11-20')).toEqual([]);
    expect(calls('wcbOnly', 'wcb', '2026-11-09', '2026-11-13').length).toBeGreaterThan(60);
  });
});
