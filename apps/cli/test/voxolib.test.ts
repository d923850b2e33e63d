import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { secrets, voxolib } from './support/program.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date('2026-11-20T10:00:00Z') });
  for (const { token, secretKey } of Object.values(sandbox.voxolib.accounts)) secrets.add(token).add(secretKey);
});
afterEach(() => sandbox.voxolib.setFault(undefined));
afterAll(() => sandbox.close());

const env = (account: keyof Sandbox['voxolib']['accounts'] = 'demo') => ({
  VOXOLIB_API_URL: sandbox.voxolib.url,
  VOXOLIB_ACCESS_TOKEN: sandbox.voxolib.accounts[account].token,
});

interface Days {
  totals: Record<string, unknown> & { total: number; status_breakdown: Record<string, number> };
  days: { date: string; total: number; status_breakdown: Record<string, number> }[];
}

describe.each(['wcb', 'did'])('%s', (product) => {
  test('its JSON and its CSV have the same days, and totals are their sums', async () => {
    const args = [product, '2026-03-01', '2026-07-31'];
    const json = await voxolib([...args, '--format', 'json'], { env: env() });
    const { totals, days } = JSON.parse(json.out) as Days;
    expect(days).toHaveLength(153);
    expect(totals.total).toBe(days.reduce((sum, day) => sum + day.total, 0));
    expect(totals.total).toBeGreaterThan(0);

    const csv = await voxolib([...args, '--format', 'csv'], { env: env() });
    const rows = parse(csv.out, { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.date, Number(row.total)])).toEqual(days.map((day) => [day.date, day.total]));
    for (const [status, calls] of Object.entries(totals.status_breakdown)) {
      expect(rows.reduce((sum, row) => sum + Number(row[status]), 0)).toBe(calls);
    }
    expect([json.code, csv.code, json.err, csv.err]).toEqual([0, 0, '', '']);
  });

  test('raw is the same JSON on one line', async () => {
    const args = [product, '2026-03'];
    const [json, raw] = await Promise.all(
      ['json', 'raw'].map((format) => voxolib([...args, '--format', format], { env: env() })),
    );
    expect(raw?.out.trimEnd()).not.toContain('\n');
    const { as_of: _, ...rest } = JSON.parse(raw?.out ?? '');
    expect(JSON.parse(json?.out ?? '')).toMatchObject(rest);
  });

  test('pretty has a bar for each day, the longest for the day of most calls, and no colour in a pipe', async () => {
    const { out } = await voxolib([product, '2026-03'], { env: env() });
    const json = JSON.parse((await voxolib([product, '2026-03', '--format', 'json'], { env: env() })).out) as Days;
    const most = Math.max(...json.days.map((day) => day.total));
    const bars = out.split('\n').filter((line) => /^2026-03-\d\d/.test(line));
    expect(bars).toHaveLength(31);
    const length = (line: string) => {
      const [, whole = '', rest = ''] = /(█*)([▏▎▍▌▋▊▉]?)$/.exec(line) ?? [];
      return whole.length * 8 + '▏▎▍▌▋▊▉'.indexOf(rest) + 1;
    };
    const longest = bars.reduce((a, b) => (length(b) > length(a) ? b : a));
    expect(longest).toMatch(new RegExp(` ${most} `));
    expect(out).not.toContain('\u001b');
  });
});

test('dids', async () => {
  const { out } = await voxolib(['dids', '--format', 'json'], { env: env() });
  expect(JSON.parse(out)).toMatchObject({ total: 12, active: 10, suspended: 1, other: 1 });
});

test('minutes: the days add up to the totals', async () => {
  const { out } = await voxolib(['minutes', 'did', '2026-03', '--format', 'json'], { env: env() });
  const { totals, days } = JSON.parse(out) as { totals: Record<string, number>; days: Record<string, number>[] };
  expect(days).toHaveLength(31);
  for (const kind of ['fixed', 'mobile', 'intl', 'billable']) {
    expect(days.reduce((sum, day) => sum + Math.round((day[kind] ?? 0) * 1e6), 0)).toBe(
      Math.round((totals[kind] ?? 0) * 1e6),
    );
  }
});

describe('stats', () => {
  test('the groups and the rest add up to the totals', async () => {
    const args = [
      'stats',
      '2026-Q1',
      '--group-by',
      'week,product',
      '--sort-by',
      'calls',
      '--top',
      '4',
      '--format',
      'json',
    ];
    const { out, code } = await voxolib(args, { env: env() });
    const { totals, groups, rest } = JSON.parse(out);
    expect(groups).toHaveLength(4);
    const listed = groups.reduce((sum: number, group: { calls: number }) => sum + group.calls, 0);
    expect(listed + rest.calls).toBe(totals.calls);
    expect(code).toBe(0);
  });

  test('the days of a year are all there, however long the answer', async () => {
    const { out } = await voxolib(['stats', '2025', '--group-by', 'day', '--format', 'csv'], { env: env() });
    expect(parse(out, { columns: true })).toHaveLength(365);
  });

  test('a mistake names the option and what would do', async () => {
    const { out, err, code } = await voxolib(['stats', '2026-03', '--group-by', 'fortnight'], { env: env() });
    expect(err).toMatch(/group_by.*day, week, month/);
    expect([out, code]).toEqual(['', 2]);
  });
});

describe('exit codes', () => {
  test.each([
    ['status=401', 3],
    ['status=403', 4],
    ['status=429', 7],
    ['status=503', 8],
    ['html', 9],
  ])('%s: %i', async (fault, expected) => {
    sandbox.voxolib.setFault(fault);
    const { code, out, err } = await voxolib(['dids'], { env: env() });
    expect([code, out]).toEqual([expected, '']);
    expect(err).not.toBe('');
  });

  test('a suspended account may not: 4', async () => {
    expect((await voxolib(['wcb'], { env: env('suspended') })).code).toBe(4);
  });

  test('a part of the period that could not be had is said, and is in no figure: 11', async () => {
    // Two slices are tried three times each: whichever comes last succeeds.
    sandbox.voxolib.setFault('status=503', { times: 5 });
    const { code, out } = await voxolib(['wcb', '2026-03-01', '2026-07-31', '--format', 'json'], { env: env() });
    const { days, missing } = JSON.parse(out);
    expect(missing).toHaveLength(1);
    expect(days).toHaveLength(153 - missing[0].days);
    expect(code).toBe(11);
  });

  test.each([
    ['an unknown command', ['secret-canary']],
    ['an unknown option', ['dids', '--nonsense=secret-canary']],
    ['too many arguments', ['dids', 'secret-canary']],
    ['a value that is no choice', ['dids', '--format', 'secret-canary']],
    ['a missing argument', ['minutes']],
    ['a day that is none', ['wcb', '2026-02-30', '2026-03-02']],
    ['a period that is none', ['wcb', 'yesteryear']],
    ['a zone that is none', ['wcb', 'yesterday', '--tz', 'Mars/Olympus']],
    ['no credential', ['dids']],
  ])('%s: 2', async (what, args) => {
    const { code, out, err } = await voxolib(args, { env: what === 'no credential' ? {} : env() });
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('secrets are never arguments', () => {
  test.each([
    ['--token=secret-canary'],
    ['--api-password=secret-canary'],
    ['--secret-key', 'secret-canary'],
    [`pk.${'0'.repeat(64)}`],
  ])('%s', async (...args) => {
    const { code, err } = await voxolib(['dids', ...args], { env: env() });
    expect(code).toBe(2);
    expect(err).toContain('every user of a machine can read');
  });
});

test('--sandbox needs no credential', async () => {
  const { code, out } = await voxolib(['dids', '--sandbox']);
  expect(out).toContain('12');
  expect(code).toBe(0);
});

test('token makes the token of the keys, and prints it alone', async () => {
  const { publicKey, secretKey, token } = sandbox.voxolib.accounts.demo;
  secrets.delete(token);
  try {
    const { out, code } = await voxolib(['token'], { input: `${publicKey}\n${secretKey}\n` });
    expect(out).toBe(`${token}\n`);
    expect(code).toBe(0);
  } finally {
    secrets.add(token);
  }
});
