import { addDays } from '@voxolib/telephony';
import { connect, eras, FAKE_NOW, fakeAccount } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ERROR_META_KEY } from '../src/index.ts';
import { caller, toolServer } from './callers.ts';

/** Weekdays have 50 calls and Sundays none, but for the days that are said. Each has one missed call in ten. */
function account(exceptions: Record<string, number> = {}) {
  const fake = fakeAccount();
  const { daily } = fake.calls;
  fake.calls.daily = async (product, period, options) => {
    const report = await daily(product, period, options);
    const days = report.days.map(({ date }) => {
      const total = exceptions[date] ?? (new Date(date).getUTCDay() === 0 ? 0 : 50);
      return { date, total, status_breakdown: { answered: total - total / 10, no_answer: total / 10 } };
    });
    return { ...report, days };
  };
  return fake;
}

async function find(given: object, exceptions: Record<string, number> = {}, era = eras[0]) {
  const who = { ...caller({ account: account(exceptions) }), now: () => FAKE_NOW };
  const client = await connect(() => toolServer.serve(who), era);
  return client.callTool({ name: 'find_anomalies', arguments: { ...given } });
}

const Found = z.object({ anomalies: z.array(z.unknown()), not_listed: z.int().default(0), totals: z.unknown() });

function textOf(result: object): string {
  const { content } = result as { content: { text?: string }[] };
  return content.map((part) => part.text ?? '').join('\n');
}

describe.each(eras)('in the era of %s', (era) => {
  test('a day is found and explained, in the data and in the text', async () => {
    const result = await find({ period: 'last_week', product: 'did' }, { '2026-03-24': 250 }, era);
    const explanation =
      'Tuesday 2026-03-24: 250 calls; 13 Tuesdays from 2025-12-29 to 2026-03-29 have 50 in the middle and vary by less than ' +
      '±7.1, the least that is allowed for; this is 200 more, 28.3 times that.';
    expect(result.structuredContent).toMatchObject({
      source: { provider: 'fake', products: ['did'] },
      period: { name: 'last_week', start_date: '2026-03-23', end_date: '2026-03-29', days: 7 },
      compared_with: { start_date: '2025-12-29', end_date: '2026-03-29', days: 91 },
      totals: { calls: 500, missed: 50, missed_pct: 10, days_judged: 7 },
      anomalies: [
        { date: '2026-03-24', measure: 'calls', value: 250, median: 50, score: 28.28, explanation },
        { date: '2026-03-24', measure: 'missed', value: 25, median: 5, direction: 'high' },
      ],
    });
    expect(textOf(result)).toContain(explanation);
  });
});

describe('find_anomalies', () => {
  test('counts all products together unless one is named', async () => {
    const result = await find({ period: 'last_week' }, { '2026-03-24': 0 });
    expect(result.structuredContent).toMatchObject({
      source: { products: ['wcb', 'did'] },
      anomalies: [{ value: 0, median: 100, direction: 'low' }],
    });
  });

  test('names the holidays of France, and does not take them for lows', async () => {
    const given = { period: '2026-01', language: 'fr' };
    const { structuredContent } = await find({ ...given, compare_days: 120 }, { '2026-01-01': 0, '2025-12-25': 0 });
    expect(structuredContent).toMatchObject({
      anomalies: [],
      holidays: [{ date: '2026-01-01', weekday: 'Thursday', name: 'Nouvel An', calls: 0, median: 100 }],
    });
    const elsewhere = await find({ ...given, compare_days: 120, holidays_of: 'IL' }, { '2026-01-01': 0 });
    expect(elsewhere.structuredContent).toMatchObject({
      anomalies: [{ date: '2026-01-01', direction: 'low' }],
      holidays: [],
    });
  });

  test('with no other days to compare with, says which weekdays are not judged', async () => {
    const { structuredContent } = await find({ period: 'last_week', compare_days: 0 }, { '2026-03-24': 0 });
    expect(structuredContent).toMatchObject({
      anomalies: [],
      totals: { days_judged: 0 },
      not_judged: Array(7).fill({ weekday: expect.any(String), measure: 'all', samples: 1, needed: 5 }),
    });
  });

  test('leaves today out, and says so', async () => {
    const result = await find({ period: 'this_week' }, { '2026-03-31': 5000 });
    expect(result.structuredContent).toMatchObject({ anomalies: [], totals: { days_judged: 1 } });
    expect(textOf(result)).toContain('2026-03-31 is not over (counted until 2026-03-31T14:00:00+02:00)');
  });

  test('five years of odd days fit the answer, and it says what it lacks', async () => {
    const odd = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [addDays('2021-06-01', index * 31), 900]));
    const given = { start_date: '2021-04-01', end_date: '2026-03-31', top: 100 };
    const result = await find({ ...given, max_tokens: 4000 }, odd);
    expect(result.isError).toBeFalsy();
    expect(textOf(result)).toMatch(/Cut to \d+ of \d+ anomalies to fit max_tokens/);
    const all = await find({ ...given, max_tokens: 24_000 }, odd);
    const few = Found.parse(result.structuredContent);
    const many = Found.parse(all.structuredContent);
    expect(few.anomalies).toEqual(many.anomalies.slice(0, few.anomalies.length));
    expect(few.anomalies.length).toBeLessThan(many.anomalies.length);
    expect(few.anomalies.length + few.not_listed).toBe(many.anomalies.length + many.not_listed);
    expect(few.totals).toEqual(many.totals);
  });

  test.each([
    [{ period: '2026-02', holidays_of: 'XX' }, 'No holidays are known of "XX". They are known of AD, AE'],
    [{ period: '2026-02', holidays_of: 'FR-99' }, 'They are known of FR, FR-57, FR-67'],
    [{ period: '2026-02', threshold: 0 }, 'threshold: "0" is too small: at least 2'],
    [{ period: '2026-02', language: 'de' }, 'language: "de" must be one of en, fr'],
    [{ period: '2026-02', minDays: 1 }, 'Unknown argument "minDays"'],
  ])('%j is refused by name', async (given, words) => {
    const result = await find(given);
    expect(result.isError).toBe(true);
    expect(textOf(result)).toContain(words);
    expect(result._meta?.[ERROR_META_KEY]).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
