import { describe, expect, it } from 'vitest';
import { ask, dataOf, did, NOW, sandboxForTests, wcb } from './harness.ts';

const paths = [
  wcb('2026-09-01', '2026-11-20'),
  did('2026-03-20', '2026-04-05', 'America/New_York'),
  wcb('2024-10-20', '2024-11-01', 'Asia/Kathmandu'),
  did('2026-11-20', '2026-11-20'),
];

async function texts(asked: readonly string[], seed?: string): Promise<Map<string, string>> {
  const sandbox = await sandboxForTests(seed === undefined ? {} : { seed });
  const answers = new Map<string, string>();
  for (const path of asked) answers.set(path, await (await ask(sandbox, path, { account: 'busy' })).text());
  return answers;
}

const sameMap = (map: Map<string, string>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe('the same seed', () => {
  it('gives the same bytes, whatever was asked before', async () => {
    const forwards = await texts(paths);
    expect(sameMap(await texts(paths.toReversed()))).toEqual(sameMap(forwards));
    const again = await texts([...paths, ...paths]);
    expect(sameMap(again)).toEqual(sameMap(forwards));
  });

  it('gives the same figures in every release', async () => {
    const sandbox = await sandboxForTests();
    expect(await dataOf(sandbox, wcb('2026-11-09', '2026-11-11'))).toMatchInlineSnapshot(`
      [
        {
          "date": "2026-11-09",
          "status_breakdown": {
            "answered": 14,
            "busy": 2,
            "callback_scheduled": 3,
            "no_answer": 1,
          },
          "total": 20,
        },
        {
          "date": "2026-11-10",
          "status_breakdown": {
            "answered": 18,
            "busy": 2,
            "callback_scheduled": 2,
            "no_answer": 7,
          },
          "total": 29,
        },
        {
          "date": "2026-11-11",
          "status_breakdown": {
            "busy": 1,
          },
          "total": 1,
        },
      ]
    `);
  });

  it('is not another one', async () => {
    const other = await texts(paths, 'other');
    for (const [path, text] of await texts(paths)) expect(other.get(path)).not.toBe(text);
  });
});

describe('the clock', () => {
  const at = (now: string) => sandboxForTests({ now: () => new Date(now) });

  it('moves on without changing what has been', async () => {
    const later = await at('2026-12-24T00:00:00Z');
    const earlier = await sandboxForTests();
    const path = did('2026-09-01', '2026-11-19');
    expect(await dataOf(later, path)).toEqual(await dataOf(earlier, path));
  });

  it('lets no call be later than now, nor older than three years', async () => {
    const { voxolib } = await sandboxForTests();
    const oldest = Date.parse('2023-11-20T12:34:56.789Z');
    const DAY_MS = 86_400_000;
    const first = Array.from(voxolib.calls('busy', 'did', 0, oldest + DAY_MS), (call) => call.at);
    const last = Array.from(voxolib.calls('busy', 'did', NOW.getTime() - DAY_MS, 8.64e15), (call) => call.at);
    expect(first[0]).toBeGreaterThanOrEqual(oldest);
    expect(first[0]).toBeLessThan(oldest + 3_600_000);
    expect(last.at(-1)).toBeLessThan(NOW.getTime());
    expect(last.at(-1)).toBeGreaterThan(NOW.getTime() - 3_600_000);
    expect([...first, ...last]).toEqual([...first, ...last].toSorted((a, b) => a - b));
  });

  it('fills today as it goes', async () => {
    const totals = [];
    for (const hour of ['00', '10', '11', '16', '23']) {
      const sandbox = await at(`2026-11-19T${hour}:07:30Z`);
      const rows = await dataOf<{ total: number }[]>(sandbox, did('2026-11-19', '2026-11-19'), { account: 'busy' });
      totals.push(rows[0]?.total ?? 0);
    }
    expect(totals).toEqual(totals.toSorted((a, b) => a - b));
    expect(new Set(totals).size).toBe(totals.length);
  });

  it('has no calls beyond both of its ends', async () => {
    const sandbox = await sandboxForTests();
    expect(await dataOf(sandbox, wcb('2026-11-21', '2027-01-31'))).toEqual([]);
    expect(await dataOf(sandbox, wcb('2023-09-01', '2023-11-19'))).toEqual([]);
    expect(await dataOf(sandbox, wcb('2023-11-20', '2023-11-24'))).not.toEqual([]);
    expect(await dataOf(sandbox, wcb('0001-01-01', '0001-03-01'))).toEqual([]);
    expect(await dataOf(sandbox, wcb('9999-11-01', '9999-12-31'))).toEqual([]);
  });

  it('may stand anywhere', async () => {
    for (const year of ['1980', '2000', '2100']) {
      const sandbox = await at(`${year}-06-16T12:00:00Z`);
      const rows = await dataOf<{ total: number }[]>(sandbox, did(`${year}-06-01`, `${year}-06-15`));
      for (const row of rows) expect(row.total).toBeLessThan(300);
      expect(rows.length).toBeGreaterThan(8);
    }
  });
});
