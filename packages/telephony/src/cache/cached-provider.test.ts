import { beforeEach, describe, expect, test } from 'vitest';
import { type FakeVendor, fakeVendor } from '../../test/fake-vendor.ts';
import { addDays } from '../calendar.ts';
import { TelephonyError } from '../errors.ts';
import { readLongReport } from '../reports/long-report.ts';
import { cachedProvider } from './cached-provider.ts';
import { createDayCache, type DayCache } from './day-cache.ts';

const tz = 'Europe/Paris';
let clock: Date;
let vendor: FakeVendor;
let cache: DayCache;

const now = () => clock;
const later = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1000);
};
const HOUR = 3600;
const period = (start_date: string, end_date = start_date) => ({ start_date, end_date, tz });
const account = (name = 'a') => cachedProvider(vendor.provider(name), cache, name);
const asked = () => vendor.requests.splice(0).map(({ period }) => `${period.start_date}/${period.end_date}`);

beforeEach(() => {
  clock = new Date('2026-11-18T12:00:00Z');
  vendor = fakeVendor(now);
  cache = createDayCache({ now });
});

describe('asks the vendor', () => {
  test('for nothing that it has, by whatever ranges it came', async () => {
    await account().calls.daily('wcb', period('2026-10-01', '2026-10-20'));
    await account().calls.daily('wcb', period('2026-10-15', '2026-10-31'));
    expect(asked()).toEqual(['2026-10-01/2026-10-20', '2026-10-21/2026-10-31']);
    await account().calls.daily('wcb', period('2026-10-05', '2026-10-25'));
    expect(asked()).toEqual([]);
  });

  test('for one day, when a report of 90 days was read yesterday', async () => {
    const last90Days = () => {
      const yesterday = addDays(clock.toISOString().slice(0, 10), -1);
      return account().calls.daily('wcb', period(addDays(yesterday, -89), yesterday));
    };
    await last90Days();
    asked();
    later(24 * HOUR);
    await last90Days();
    expect(asked()).toEqual(['2026-11-18/2026-11-18']);
  });

  test('for the days before, between and after those that it has', async () => {
    for (const day of ['2026-10-05', '2026-10-12']) await account().calls.daily('wcb', period(day));
    asked();
    await account().calls.daily('wcb', period('2026-10-01', '2026-10-20'));
    expect(asked()).toEqual(['2026-10-01/2026-10-04', '2026-10-06/2026-10-11', '2026-10-13/2026-10-20']);
  });

  test('once, rather than for many pieces', async () => {
    for (const day of ['02', '04', '06', '08']) await account().calls.daily('wcb', period(`2026-10-${day}`));
    asked();
    await account().calls.daily('wcb', period('2026-10-02', '2026-10-20'));
    await account().minutes.daily('wcb', period('2026-10-02', '2026-10-20'));
    expect(asked()).toEqual([
      '2026-10-03/2026-10-03',
      '2026-10-05/2026-10-05',
      '2026-10-07/2026-10-07',
      '2026-10-09/2026-10-20',
      '2026-10-02/2026-10-20',
    ]);
    for (const day of ['02', '04', '06', '08', '10']) await account().calls.daily('did', period(`2026-10-${day}`));
    asked();
    await account().calls.daily('did', period('2026-10-01', '2026-10-20'));
    expect(asked()).toEqual(['2026-10-01/2026-10-20']);
  });

  test('for each account, operation, product and zone', async () => {
    const day = period('2026-10-05');
    await account('a').calls.daily('wcb', day);
    await account('b').calls.daily('wcb', day);
    await account('a').minutes.daily('wcb', day);
    await account('a').calls.daily('did', day);
    await account('a').calls.daily('wcb', { ...day, tz: 'UTC' });
    expect(asked()).toHaveLength(5);
  });

  test('for each vendor, also where names meet when they are joined', async () => {
    const first = cachedProvider({ ...vendor.provider('x'), id: 'bc' }, cache, 'a');
    const second = cachedProvider({ ...vendor.provider('y'), id: 'c' }, cache, 'ab');
    for (const { calls } of [first, second]) await calls.daily('wcb', period('2026-10-05'));
    expect(asked()).toHaveLength(2);
  });

  test('anew when it must be fresh, and keeps what came', async () => {
    const days = period('2026-10-01', '2026-10-20');
    const first = await account().calls.daily('wcb', days);
    later(60);
    const fresh = await account().calls.daily('wcb', days, { fresh: true });
    const after = await account().calls.daily('wcb', days);
    expect(asked()).toHaveLength(2);
    expect(fresh.as_of > first.as_of).toBe(true);
    expect(after.as_of).toBe(fresh.as_of);
  });
});

describe('keeps', () => {
  test('a day that is over for two days', async () => {
    const days = period('2026-10-01', '2026-10-02');
    await account().calls.daily('wcb', days);
    later(48 * HOUR - 1);
    await account().calls.daily('wcb', days);
    expect(asked()).toHaveLength(1);
    later(1);
    await account().calls.daily('wcb', days);
    expect(asked()).toHaveLength(1);
  });

  test('today for 15 seconds, and says up to when it is counted', async () => {
    const today = period('2026-11-17', '2026-11-18');
    const first = await account().calls.daily('wcb', today);
    later(14);
    expect(await account().calls.daily('wcb', today)).toEqual(first);
    expect(first.period.partial_until).toBe('2026-11-18T13:00:00+01:00');
    later(1);
    const next = await account().calls.daily('wcb', today);
    expect(next.period.partial_until).toBe('2026-11-18T13:00:15+01:00');
    expect(next.as_of).toBe(first.as_of);
    expect(asked()).toEqual(['2026-11-17/2026-11-18', '2026-11-18/2026-11-18']);
  });

  test('nothing of a day beyond its midnight that was not over then', async () => {
    clock = new Date('2026-11-18T22:59:55Z');
    const day = period('2026-11-18');
    const before = await account().calls.daily('wcb', day);
    later(10);
    const after = await account().calls.daily('wcb', day);
    expect(after).toEqual(await vendor.provider('a').calls.daily('wcb', day));
    expect(after.totals.total).not.toBe(before.totals.total);
  });

  test('a day that was just over for an hour only', async () => {
    clock = new Date('2026-11-18T23:30:00Z');
    const days = period('2026-11-17', '2026-11-18');
    await account().calls.daily('wcb', days);
    later(HOUR - 1);
    await account().calls.daily('wcb', days);
    later(1);
    await account().calls.daily('wcb', days);
    expect(asked()).toEqual(['2026-11-17/2026-11-18', '2026-11-18/2026-11-18']);
  });

  test('a warning that is counted by day, with the parts of the days that are asked for', async () => {
    vendor.repeats = (date) => ({ '2026-10-02': 3, '2026-10-04': 4 })[date] ?? 0;
    const warningsOf = async (...days: [string, string?]) =>
      (await account().calls.daily('wcb', period(...days))).warnings;
    expect(await warningsOf('2026-10-01', '2026-10-03')).toEqual(['Some calls came twice: 3.']);
    expect(await warningsOf('2026-10-01', '2026-10-05')).toEqual(['Some calls came twice: 7.']);
    expect(await warningsOf('2026-10-03', '2026-10-05')).toEqual(['Some calls came twice: 4.']);
    expect(await warningsOf('2026-10-03')).toBeUndefined();
    expect(asked()).toEqual(['2026-10-01/2026-10-03', '2026-10-04/2026-10-05']);
  });

  test('no report that carries a warning, but says the warning every time', async () => {
    vendor.contradicts = (date) => date === '2026-10-03';
    const days = period('2026-10-01', '2026-10-05');
    await account().calls.daily('wcb', period('2026-10-05'));
    for (let index = 0; index < 2; index += 1) {
      const { warnings } = await account().calls.daily('wcb', days);
      expect(warnings).toEqual([expect.stringContaining('2026-10-03')]);
    }
    // An odd piece is followed by the whole, of which the vendor's words then are.
    const oddThenWhole = ['2026-10-01/2026-10-04', '2026-10-01/2026-10-05'];
    expect(asked()).toEqual(['2026-10-05/2026-10-05', ...oddThenWhole, ...oddThenWhole]);
  });

  test('no error', async () => {
    vendor.before = () => {
      throw new TelephonyError('UNAVAILABLE', 'down');
    };
    await expect(account().calls.daily('wcb', period('2026-10-01'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    vendor.before = () => {};
    await expect(account().calls.daily('wcb', period('2026-10-01'))).resolves.toBeDefined();
  });

  test('nothing that is older than what it has', async () => {
    const day = period('2026-10-01');
    let release = () => {};
    vendor.before = () => new Promise((resolve) => (release = resolve));
    const slow = account().calls.daily('wcb', day);
    vendor.before = () => {};
    later(5);
    const { as_of } = await account().calls.daily('wcb', day, { fresh: true });
    release();
    expect((await slow).as_of < as_of).toBe(true);
    expect((await account().calls.daily('wcb', day)).as_of).toBe(as_of);
  });

  test('no more bytes than it may', async () => {
    cache = createDayCache({ now, maxBytes: 50_000 });
    const read = (start: string, end: string) => account().calls.daily('wcb', period(start, end));
    await read('2026-10-01', '2026-10-31');
    const oneMonth = cache.bytes;
    expect(oneMonth).toBeGreaterThan(31 * 100);
    for (const month of ['01', '03', '05', '07', '08']) await read(`2026-${month}-01`, `2026-${month}-31`);
    expect(cache.bytes).toBeLessThanOrEqual(50_000);
    asked();
    await read('2026-08-01', '2026-08-31');
    expect(asked()).toEqual([]);
    await read('2026-10-01', '2026-10-31');
    expect(asked()).toHaveLength(1);
  });
});

describe('a refusal', () => {
  const october = period('2026-10-01', '2026-10-31');

  async function refuse(code: 'UNAUTHENTICATED' | 'FORBIDDEN', product: string) {
    for (const name of ['a', 'b']) {
      await account(name).calls.daily('wcb', october);
      await account(name).calls.daily('did', october);
      await account(name).calls.daily('did', { ...october, tz: 'UTC' });
      await account(name).minutes.daily('did', october);
    }
    vendor.before = (request) => {
      if (request.account === 'a' && request.product === product) throw new TelephonyError(code, 'no');
    };
    await expect(account('a').calls.daily(product, october, { fresh: true })).rejects.toMatchObject({ code });
    vendor.before = () => {};
    asked();
    const kept: string[] = [];
    for (const name of ['a', 'b']) {
      for (const [operation, product, tz] of [
        ['calls', 'wcb', 'Europe/Paris'],
        ['calls', 'did', 'Europe/Paris'],
        ['calls', 'did', 'UTC'],
        ['minutes', 'did', 'Europe/Paris'],
      ] as const) {
        await account(name)[operation].daily(product, { ...october, tz });
        if (asked().length === 0) kept.push(`${name} ${operation} ${product} ${tz}`);
      }
    }
    return kept;
  }

  const ofB = ['b calls wcb Europe/Paris', 'b calls did Europe/Paris', 'b calls did UTC', 'b minutes did Europe/Paris'];

  test('of a credential drops what was kept for it, and for no other', async () => {
    expect(await refuse('UNAUTHENTICATED', 'wcb')).toEqual(ofB);
  });

  test('of a product drops what was kept of that product', async () => {
    expect(await refuse('FORBIDDEN', 'did')).toEqual([
      'a calls wcb Europe/Paris',
      'a minutes did Europe/Paris',
      ...ofB,
    ]);
  });
});

test('an account can be forgotten, to the last byte', async () => {
  await account('a').calls.daily('wcb', period('2026-09-15', '2026-10-31'));
  await account('a').minutes.daily('did', period('2026-10-01', '2026-10-31'));
  expect(cache.bytes).toBeGreaterThan(0);
  cache.forget('b');
  expect(cache.bytes).toBeGreaterThan(0);
  cache.forget('a');
  expect(cache.bytes).toBe(0);
});

describe('calls at the same time', () => {
  const october = period('2026-10-01', '2026-10-31');
  let release: () => void;

  beforeEach(() => {
    const gate = new Promise<void>((resolve) => (release = resolve));
    vendor.before = ({ signal }) =>
      Promise.race([
        gate,
        new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
      ]);
  });

  test('of the same days make one request; of another account, their own', async () => {
    const answers = ['a', 'a', 'b', 'a'].map((name) => account(name).calls.daily('wcb', october));
    expect(asked()).toHaveLength(2);
    release();
    const [first, second, other, third] = await Promise.all(answers);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('do not end with one caller, and end with the last', async () => {
    const callers = [new AbortController(), new AbortController()];
    const answers = callers.map(({ signal }) => account().calls.daily('wcb', october, { signal }));
    callers[0]?.abort();
    await expect(answers[0]).rejects.toMatchObject({ name: 'AbortError' });
    expect(vendor.requests[0]?.signal?.aborted).toBe(false);
    callers[1]?.abort();
    await expect(answers[1]).rejects.toMatchObject({ name: 'AbortError' });
    expect(vendor.requests[0]?.signal?.aborted).toBe(true);
  });

  test('that must be fresh join nobody', async () => {
    const answers = [account().calls.daily('wcb', october), account().calls.daily('wcb', october, { fresh: true })];
    expect(asked()).toHaveLength(2);
    release();
    await Promise.all(answers);
  });

  test('on both sides of midnight are two', async () => {
    clock = new Date('2026-11-18T22:59:59Z');
    const day = period('2026-11-18');
    const before = account().calls.daily('wcb', day);
    later(2);
    const after = account().calls.daily('wcb', day);
    release();
    expect((await before).period).toHaveProperty('partial_until');
    expect((await after).period).not.toHaveProperty('partial_until');
  });
});

test('who has gone is given nothing, also of what is kept', async () => {
  const day = period('2026-10-01');
  await account().calls.daily('wcb', day);
  const reason = new Error('gone');
  await expect(account().calls.daily('wcb', day, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('what is given can not be changed for those who come later', async () => {
  const days = period('2026-10-01', '2026-10-03');
  const first = await account().calls.daily('wcb', days);
  expect(() => Object.assign(first.days[0] ?? {}, { total: -1 })).toThrow(TypeError);
  expect(() => Object.assign(first.days[0]?.status_breakdown ?? {}, { answered: -1 })).toThrow(TypeError);
  first.days.length = 0;
  first.totals.total = -1;
  const second = await account().calls.daily('wcb', days);
  expect(second).toEqual(await vendor.provider('a').calls.daily('wcb', days));
});

test('what a provider has beside daily reports stays as it is', () => {
  const numbers = { count: () => Promise.reject(new Error('not asked')) };
  const provider = { id: 'fake', title: 'Fake', numbers };
  expect(cachedProvider(provider, cache, 'a')).toEqual(provider);
});

test('a long report that was read before asks for today alone', async () => {
  const threeYears = { ...period('2023-11-19', '2026-11-18'), days: 1096 };
  const read = () => readLongReport(threeYears, 90, (slice) => account().calls.daily('wcb', slice));
  const first = await read();
  asked();
  later(HOUR);
  const second = await read();
  expect(asked()).toEqual(['2026-11-18/2026-11-18']);
  expect(second.days.slice(0, -1)).toEqual(first.days.slice(0, -1));
  expect(second.as_of).toBe(first.as_of);
});
