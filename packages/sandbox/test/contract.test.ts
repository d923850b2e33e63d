import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AccountId } from '../src/index.ts';
import { ask, dataOf, did, minutes, sandboxForTests, wcb } from './harness.ts';

const sandbox = await sandboxForTests();
const { accounts } = sandbox.voxolib;

const Count = z.int().min(0);
const Calls = z.strictObject({
  data: z.array(
    z.strictObject({ date: z.iso.date(), total: Count, status_breakdown: z.record(z.string(), Count.min(1)) }),
  ),
});
const Hundredths = z.number().min(0).multipleOf(0.01);
const Minutes = z.strictObject({
  data: z.array(
    z.strictObject({
      date: z.iso.date(),
      fixed: Hundredths,
      mobile: Hundredths,
      intl: Hundredths,
      billable: Hundredths,
    }),
  ),
});
const Numbers = z.strictObject({
  data: z.strictObject({ total: Count, active: Count, suspended: Count, other: Count }),
});

const WEEK = ['2026-11-02', '2026-11-08'] as const;

describe('good replies', () => {
  it.each(['demo', 'busy', 'empty'] as const)('have the form of the contract for %s', async (account) => {
    for (const [path, Form] of [
      [wcb(...WEEK), Calls],
      [did(...WEEK), Calls],
      [minutes('wcb', ...WEEK), Minutes],
      [minutes('did', ...WEEK), Minutes],
      ['/reports/dids', Numbers],
    ] as const) {
      const response = await ask(sandbox, path, { account });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      Form.parse(await response.json());
    }
  });

  it('have totals that are the sum of the statuses, of which one is unknown', async () => {
    const { data } = Calls.parse({ data: await dataOf(sandbox, wcb('2026-08-20', '2026-11-17')) });
    const seen = new Set(data.flatMap((row) => Object.keys(row.status_breakdown)));
    expect([...seen].sort()).toEqual(['answered', 'busy', 'callback_scheduled', 'failed', 'no_answer']);
    for (const row of data) expect(Object.values(row.status_breakdown).reduce((a, b) => a + b, 0)).toBe(row.total);
  });

  it('leave out quiet days for some accounts, and have them with zero for others', async () => {
    const period = ['2026-08-20', '2026-11-17'] as const;
    const demo = await dataOf<{ total: number }[]>(sandbox, did(...period));
    const wcbOnly = await dataOf<{ total: number }[]>(sandbox, wcb(...period), { account: 'wcbOnly' });
    expect(demo.length).toBeLessThan(90);
    expect(demo.filter((row) => row.total === 0)).toEqual([]);
    expect(wcbOnly).toHaveLength(90);
    expect(wcbOnly.filter((row) => row.total === 0)).not.toEqual([]);
    expect(await dataOf(sandbox, wcb(...period), { account: 'empty' })).toEqual([]);
  });

  it('count in Paris when no zone is named', async () => {
    const path = `/reports/did/calls?start_date=${WEEK[0]}&end_date=${WEEK[1]}`;
    const busy = { account: 'busy' } as const;
    const unnamed = await dataOf(sandbox, path, busy);
    expect(unnamed).toEqual(await dataOf(sandbox, did(...WEEK, 'Europe/Paris'), busy));
    expect(unnamed).not.toEqual(await dataOf(sandbox, did(...WEEK, 'America/New_York'), busy));
  });

  it('count numbers whose states add up', async () => {
    for (const account of ['demo', 'didOnly', 'busy', 'empty'] as const) {
      const { total, ...states } = await dataOf<Record<string, number>>(sandbox, '/reports/dids', { account });
      expect(Object.values(states).reduce((a, b) => a + b, 0)).toBe(total);
      expect(accounts[account].numbers).toEqual({ total, ...states });
    }
  });
});

describe('rights', () => {
  const every = { wcb: wcb(...WEEK), did: did(...WEEK), numbers: '/reports/dids' };
  const all = { ...every, wcbMinutes: minutes('wcb', ...WEEK), didMinutes: minutes('did', ...WEEK) };
  const onlyWcb = { wcb: 200, did: 403, numbers: 403, wcbMinutes: 200, didMinutes: 403 };
  const onlyDid = { wcb: 403, did: 200, numbers: 200, wcbMinutes: 403, didMinutes: 200 };

  it.each([
    ['wcbOnly', onlyWcb, 'report_not_enabled'],
    ['didOnly', onlyDid, 'report_not_enabled'],
    ['suspended', { wcb: 403, did: 403, numbers: 403, wcbMinutes: 403, didMinutes: 403 }, 'account_suspended'],
  ] as [AccountId, Record<keyof typeof all, number>, string][])('of %s', async (account, expected, code) => {
    for (const [name, path] of Object.entries(all)) {
      const response = await ask(sandbox, path, { account });
      expect([name, response.status]).toEqual([name, expected[name as keyof typeof all]]);
      if (response.status === 403) expect(await response.json()).toMatchObject({ error: { code } });
    }
  });
});

describe('access tokens', () => {
  const { token, publicKey } = accounts.demo;
  const flipped = token.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));

  it.each([
    ['of another account', `Bearer ${publicKey}.${accounts.busy.token.split('.').at(-1)}`],
    ['with one wrong digit', `Bearer ${flipped}`],
    ['of an unknown account', `Bearer nobody.${'0'.repeat(64)}`],
    ['with one digit too few', `Bearer ${token.slice(0, -1)}`],
    ['that are the public key alone', `Bearer ${publicKey}`],
    ['in another scheme', `Basic ${token}`],
    ['that are empty', ''],
  ])('%s get 401', async (_, authorization) => {
    const response = await ask(sandbox, '/reports/dids', { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_token' } });
  });

  it('are needed', async () => {
    expect((await fetch(`${sandbox.voxolib.url}/reports/dids`)).status).toBe(401);
  });

  it('are judged before the question is', async () => {
    const response = await ask(sandbox, wcb('nonsense', 'nonsense'), { headers: { authorization: 'Bearer x' } });
    expect(response.status).toBe(401);
  });
});

describe('bad questions', () => {
  it.each([
    [wcb('2026-11-08', '2026-11-02'), 'invalid_range', 'end_date'],
    [wcb('2026-02-30', '2026-03-02'), 'invalid_range', 'start_date'],
    [wcb('2026-03-02', '2026-3-5'), 'invalid_range', 'end_date'],
    [wcb('99999-01-01', '99999-01-02'), 'invalid_range', 'start_date'],
    [wcb('2026-08-20', '2026-11-18'), 'invalid_range', 'end_date'],
    ['/reports/wcb/calls?end_date=2026-11-08', 'invalid_range', 'start_date'],
    ['/reports/wcb/calls?start_date=2026-11-08', 'invalid_range', 'end_date'],
    ['/reports/wcb/calls?start_date=2026-11-08&start_date=2026-11-08', 'invalid_range', 'start_date'],
    [did(...WEEK, 'Mars/Base'), 'invalid_parameter', 'tz'],
    [did(...WEEK, '+01:00'), 'invalid_parameter', 'tz'],
    [did(...WEEK, ''), 'invalid_parameter', 'tz'],
    [minutes('sms', ...WEEK), 'invalid_parameter', 'product'],
    [`/reports/minutes?start_date=${WEEK[0]}&end_date=${WEEK[1]}`, 'invalid_parameter', 'product'],
    [`${did(...WEEK)}&cursor=nonsense`, 'invalid_parameter', 'cursor'],
  ])('get 422 and the field: %s', async (path, code, field) => {
    const response = await ask(sandbox, path);
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ error: { code, field, message: expect.stringMatching(/.\.$/) } });
  });

  it('of ninety days are good', async () => {
    expect((await ask(sandbox, wcb('2026-08-20', '2026-11-17'))).status).toBe(200);
  });

  it.each(['/reports', '/reports/wcb', '/nothing', '/reports/wcb/calls/'])('get 404: %s', async (path) => {
    const response = await ask(sandbox, path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
  });
});
