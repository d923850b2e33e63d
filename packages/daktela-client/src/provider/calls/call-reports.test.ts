import { type DaktelaAccountId, type Sandbox, startSandbox } from '@voxolib/sandbox';
import { addDays, dateIn, dayBounds } from '@voxolib/telephony';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOf, startInstance, whoever } from '../../../test/fake-instance.ts';
import { tokenOptionsFor } from '../../../test/sandbox-options.ts';
import { daktela } from '../index.ts';

const now = () => new Date('2026-11-20T14:05:09Z');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now });
});
afterAll(() => sandbox.close());

const wire = { inbound: 'in', outbound: 'out', internal: 'internal' } as const;

/** Calls by day, and the answered ones among them. */
function truth(
  account: DaktelaAccountId,
  product: keyof typeof wire,
  period: { start_date: string; end_date: string; tz: string },
) {
  const from = dayBounds(period.start_date, period.tz).start;
  const until = dayBounds(period.end_date, period.tz).end;
  const days = new Map<string, { total: number; answered: number }>();
  for (const call of sandbox.daktela.calls(account, from, until)) {
    if (call.direction !== wire[product]) continue;
    const date = dateIn(period.tz, new Date(call.at));
    const day = days.get(date) ?? { total: 0, answered: 0 };
    days.set(date, { total: day.total + 1, answered: day.answered + Number(call.answered) });
  }
  return Object.fromEntries(days);
}

const zones = [
  'Europe/Prague',
  'Europe/Paris',
  'UTC',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Australia/Lord_Howe',
];

test('the calls of each day are those that there were, in any zone', async () => {
  const { calls } = daktela(tokenOptionsFor(sandbox, 'demo', { now }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...zones),
      fc.constantFrom('inbound', 'outbound', 'internal'),
      fc.integer({ min: 1, max: 340 }),
      fc.integer({ min: 1, max: 40 }),
      async (tz, product, ago, days) => {
        const today = dateIn(tz, now());
        const start_date = addDays(today, -ago);
        const last = addDays(start_date, days - 1);
        const period = { start_date, end_date: last > today ? today : last, tz };
        const report = await calls.daily(product, period);
        const counted = report.days
          .filter(({ total }) => total > 0)
          .map(({ date, total, status_breakdown }) => {
            return [date, { total, answered: status_breakdown.answered ?? 0 }];
          });
        expect(Object.fromEntries(counted)).toEqual(truth('demo', product, period));
      },
    ),
    { numRuns: 25 },
  );
});

test('the days when the clocks are changed are whole', async () => {
  const { calls } = daktela(tokenOptionsFor(sandbox, 'busy', { now }));
  for (const start_date of ['2026-03-28', '2026-10-24']) {
    const period = { start_date, end_date: addDays(start_date, 2), tz: 'Europe/Prague' };
    const report = await calls.daily('inbound', period);
    const days = truth('busy', 'inbound', period);
    expect(report.days.map(({ total }) => total)).toEqual(
      [0, 1, 2].map((day) => days[addDays(start_date, day)]?.total ?? 0),
    );
  }
});

const call = (call_time: string, place: number) => ({ id_call: `${place}.1`, call_time, answered: true });

describe('the hour that the clocks showed twice', () => {
  const times = ['2026-10-25 01:59:59', '2026-10-25 02:00:00', '2026-10-25 02:30:00', '2026-10-25 03:00:00'];
  const instance = () => startInstance(({ path }) => whoever(path) ?? listOf(times.map(call)));

  test('is counted as the first of the two, and said', async () => {
    const { options } = await instance();
    // Midnight of this zone is when the clocks of Prague go back.
    const period = { start_date: '2026-10-24', end_date: '2026-10-25', tz: 'Atlantic/Cape_Verde' };
    const report = await daktela(options({ now })).calls.daily('inbound', period);
    expect(report.days.map(({ total }) => total)).toEqual([3, 1]);
    expect(report.warnings).toEqual([expect.stringContaining('Europe/Prague')]);
    expect(report.warnings?.[0]).toContain(': 2.');
  });

  test('is asked for as a whole when a day ends within', async () => {
    const { options, asked } = await instance();
    const period = { start_date: '2026-10-25', end_date: '2026-10-25', tz: 'Atlantic/Cape_Verde' };
    const report = await daktela(options({ now })).calls.daily('inbound', period);
    const values = asked.flatMap(({ query }) => Object.entries(query).filter(([name]) => name.endsWith('[value]')));
    expect(values.map(([, value]) => value)).toEqual(expect.arrayContaining(['2026-10-25 02:00:00']));
    expect(report.totals.total).toBe(1);
    expect(report.warnings?.[0]).toContain(': 2.');
  });
});

test('an instance that does not name its zone is taken for one whose clocks show the same', async () => {
  const { calls } = daktela(tokenOptionsFor(sandbox, 'overseas', { now }));
  const period = { start_date: '2026-11-10', end_date: '2026-11-19', tz: 'America/New_York' };
  const report = await calls.daily('inbound', period);
  expect(report.warnings).toEqual([expect.stringContaining('Etc/GMT+5')]);
  const days = truth('overseas', 'inbound', period);
  expect(report.days.map(({ total }) => total)).toEqual(report.days.map(({ date }) => days[date]?.total ?? 0));
});

test('a call without a time is not counted anywhere', async () => {
  const { options } = await startInstance(({ path }) => whoever(path) ?? listOf([call('0000-00-00 00:00:00', 1)]));
  const period = { start_date: '2026-10-25', end_date: '2026-10-25', tz: 'UTC' };
  const answer = daktela(options({ now })).calls.daily('inbound', period);
  await expect(answer).rejects.toMatchObject({ code: 'BAD_RESPONSE', provider: 'daktela', detail: { record: 1 } });
});
