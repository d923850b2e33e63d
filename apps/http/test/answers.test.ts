import type { Sandbox } from '@voxolib/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { callTool, dataOf } from './support/rpc.ts';

/** Questions that people ask, each answered with one call, against a count of the sandbox's own single calls. */

const families: Record<string, string> = {
  answered: 'answered',
  no_answer: 'missed',
  missed: 'missed',
  voicemail: 'missed',
  busy: 'busy',
  failed: 'failed',
};
const DAY = 86_400_000;
const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

type Call = { date: string; product: 'wcb' | 'did'; family: string; billable_s: number };

let gateway: Gateway;
let token: string;
let truth: Call[];
const startedAt = new Date();
const today = paris.format(startedAt);
const year = Number(today.slice(0, 4));
const threeYearsAgo = `${year - 2}-01-01`;

beforeAll(async () => {
  // The vendor's clock stands still, so that no call comes in between the count and the question.
  gateway = await startGateway({ VENDOR_TIMEOUT_MS: '25000' }, { now: () => startedAt });
  token = gateway.sandbox.voxolib.accounts.busy.token;
  truth = [...allCalls(gateway.sandbox)];
}, 120_000);
afterAll(() => gateway.close());

function* allCalls(sandbox: Sandbox): Generator<Call> {
  const from = Date.parse(`${threeYearsAgo}T00:00:00Z`) - DAY;
  for (const product of ['wcb', 'did'] as const) {
    // Dates are looked up by the quarter of an hour: no zone changes its offset within one.
    const dates = new Map<number, string>();
    for (const { at, status, billable_s } of sandbox.voxolib.calls('busy', product, from, startedAt.getTime())) {
      const quarter = Math.floor(at / 900_000);
      const date = dates.get(quarter) ?? paris.format(at);
      dates.set(quarter, date);
      yield { date, product, family: families[status] ?? 'other', billable_s };
    }
  }
}

const count = (filter: (call: Call) => boolean) => truth.filter(filter).length;
const percent = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 100;

async function answer(name: string, given: object) {
  // biome-ignore lint/suspicious/noExplicitAny: each test reads another part of the answer, and checks what it reads
  return dataOf<any>(await callTool(gateway.origin, name, given, { token }));
}

function monthBefore(date: string, months = 1): string {
  const [y = 0, m = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(y, m - 1 - months, 1)).toISOString().slice(0, 7);
}

describe('one call answers', () => {
  test('the answered rate of last month', async () => {
    const { totals, period } = await answer('call_stats', { period: 'last_month' });
    const month = monthBefore(today);
    const calls = count(({ date }) => date.startsWith(month));
    expect(period.start_date).toBe(`${month}-01`);
    expect(totals.calls).toBe(calls);
    expect(totals.answered_pct).toBe(
      percent(
        count((call) => call.date.startsWith(month) && call.family === 'answered'),
        calls,
      ),
    );
  });

  test('the worst weekday of the last quarter', async () => {
    const { groups, period } = await answer('call_stats', {
      period: 'last_quarter',
      group_by: ['weekday'],
      sort_by: 'missed_pct',
      top: 1,
    });
    const rates = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
      (weekday, index) => {
        const own = truth.filter(
          ({ date }) =>
            date >= period.start_date && date <= period.end_date && (new Date(date).getUTCDay() + 6) % 7 === index,
        );
        return { weekday, missed_pct: percent(own.filter(({ family }) => family === 'missed').length, own.length) };
      },
    );
    const [worst] = rates.sort((a, b) => b.missed_pct - a.missed_pct);
    expect(groups).toEqual([expect.objectContaining(worst)]);
  });

  test('this month so far, against the same days last month and last year', async () => {
    const { base, comparisons } = await answer('compare_periods', {
      period: 'this_month',
      against: ['previous', 'same_last_year'],
    });
    expect(base.period).toMatchObject({ end_date: today, partial_until: expect.any(String) });
    const soFar = count(({ date }) => date.startsWith(today.slice(0, 7)));
    for (const { period, changes } of comparisons) {
      const calls = count(({ date }) => date >= period.start_date && date <= period.end_date);
      const [total] = changes;
      expect(total).toMatchObject({ figure: 'calls', base: soFar, other: calls, change: soFar - calls });
    }
    expect(comparisons[0].period.start_date).toBe(`${monthBefore(today)}-01`);
    expect(comparisons[1].period.start_date).toBe(`${monthBefore(today, 12)}-01`);
    expect(comparisons[1].period.end_date.slice(5)).toBe(today.slice(5) === '02-29' ? '02-28' : today.slice(5));
  });

  test('the ten worst days of three years', async () => {
    const { groups, rest, totals } = await answer('call_stats', {
      start_date: threeYearsAgo,
      end_date: today,
      group_by: ['day'],
      sort_by: 'missed',
      top: 10,
    });
    const missed = new Map<string, number>();
    for (const { date, family } of truth) {
      if (date >= threeYearsAgo && family === 'missed') missed.set(date, (missed.get(date) ?? 0) + 1);
    }
    const worst = [...missed.values()].sort((a, b) => b - a).slice(0, 10);
    expect(groups.map((group: { missed: number }) => group.missed)).toEqual(worst);
    for (const { day, missed: stated } of groups) expect(missed.get(day)).toBe(stated);
    const listed = groups.reduce((sum: number, group: { calls: number }) => sum + group.calls, 0);
    expect(listed + rest.calls).toBe(totals.calls);
  });

  test('WCB against DID by week', async () => {
    const { groups, totals } = await answer('call_stats', { period: 'last_month', group_by: ['week', 'product'] });
    const month = monthBefore(today);
    for (const product of ['wcb', 'did']) {
      const own = groups.filter((group: { product: string }) => group.product === product);
      const calls = count((call) => call.product === product && call.date.startsWith(month));
      expect(own.reduce((sum: number, group: { calls: number }) => sum + group.calls, 0)).toBe(calls);
      expect(totals.by_product[product]).toBe(calls);
    }
  });

  test('the minutes billed per month since January', async () => {
    const { groups, totals } = await answer('call_stats', {
      period: 'this_year',
      measure: 'minutes',
      product: 'wcb',
      group_by: ['month'],
    });
    for (const { month, billable } of groups) {
      const perDay = new Map<string, number>();
      for (const call of truth) {
        if (call.product === 'wcb' && call.date.startsWith(month)) {
          perDay.set(call.date, (perDay.get(call.date) ?? 0) + call.billable_s);
        }
      }
      const hundredths = [...perDay.values()].reduce((sum, seconds) => sum + Math.round((seconds / 60) * 100), 0);
      expect(billable).toBe(hundredths / 100);
    }
    const sum = groups.reduce(
      (total: number, group: { billable: number }) => total + Math.round(group.billable * 100),
      0,
    );
    expect(totals.billable).toBe(sum / 100);
  });
});

describe('an answer that lacks something says so', () => {
  test('a part that the vendor did not give is named, with its dates and the reason', async () => {
    const own = await startGateway();
    try {
      const account = own.sandbox.voxolib.accounts.demo;
      own.sandbox.voxolib.setFault('wrong-types', { times: 1, operation: 'wcb_calls' });
      const { message } = await callTool(
        own.origin,
        'call_stats',
        { period: `${year - 1}`, product: 'wcb', group_by: ['month'] },
        { token: account.token },
      );
      const stats = message.result?.structuredContent as {
        missing: { start_date: string; days: number; reason: string }[];
        totals: { days: number };
        period: { days: number };
      };
      expect(stats.missing).toHaveLength(1);
      expect(stats.missing[0]?.reason).toBeTruthy();
      expect(stats.totals.days).toBe(stats.period.days - (stats.missing[0]?.days ?? 0));
      expect(JSON.stringify(message.result?.content)).toContain(stats.missing[0]?.start_date);
    } finally {
      await own.close();
    }
  });

  test('"all" without a right says which product it lacks', async () => {
    const { token: wcbOnly } = gateway.sandbox.voxolib.accounts.wcbOnly;
    const { message } = await callTool(gateway.origin, 'call_stats', { period: 'last_week' }, { token: wcbOnly });
    expect(message.result?.structuredContent).toMatchObject({
      source: { products: ['wcb'] },
      warnings: [expect.stringMatching(/"all" is without did/)],
    });
  });
});
