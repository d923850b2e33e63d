import { describe, expect, it } from 'vitest';
import { voxolibFaults } from '../src/voxolib/faults/voxolib-faults.ts';
import { ask, dataOf, minutes, sandboxForTests, wcb } from './harness.ts';

const sandbox = await sandboxForTests();
const WEEK = wcb('2026-11-02', '2026-11-08');
const NUMBERS = '/reports/dids';

interface Row {
  date: string;
  total: number;
  status_breakdown: Record<string, number>;
}

const good = await dataOf<Row[]>(sandbox, WEEK);
const [first, second] = good;

const faulty = (fault: string, path = WEEK, signal?: AbortSignal) =>
  ask(sandbox, path, { headers: { 'x-sandbox-fault': fault }, ...(signal && { signal }) });
const reply = async (fault: string, path = WEEK): Promise<unknown> => (await faulty(fault, path)).json();
const rows = async (fault: string, path = WEEK) => ((await reply(fault, path)) as { data: Row[] }).data;
const sum = (row: Row | undefined) => Object.values(row?.status_breakdown ?? {}).reduce((a, b) => a + b, 0);

/** What each fault does, by its name. */
const checks: Record<string, () => Promise<void>> = {
  async status() {
    for (const [status, code] of [
      [401, 'invalid_token'],
      [403, 'report_not_enabled'],
      [404, 'not_found'],
      [422, 'invalid_range'],
      [429, 'rate_limited'],
      [500, 'internal_error'],
    ] as const) {
      const response = await faulty(`status=${status}`);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ error: { code } });
      expect(response.headers.get('retry-after')).toBeNull();
    }
    for (const status of [502, 503, 504]) {
      const response = await faulty(`status=${status};retry-after=3`);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(response.headers.get('retry-after')).toBe('3');
    }
    const dated = (await faulty('status=429;retry-after=date:+60')).headers.get('retry-after') ?? '';
    expect(new Date(dated).toUTCString()).toBe(dated);
    expect(Math.abs(Date.parse(dated) - Date.now() - 60_000)).toBeLessThan(30_000);
    expect((await faulty('status=429;retry-after=garbage')).headers.get('retry-after')).toBe('garbage');
  },
  async reset() {
    await expect(faulty('reset')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  },
  async 'black-hole'() {
    await expect(faulty('black-hole', WEEK, AbortSignal.timeout(150))).rejects.toMatchObject({ name: 'TimeoutError' });
  },
  async slow() {
    expect(await rows('slow=50')).toEqual(good);
    await expect(faulty('slow=60000', WEEK, AbortSignal.timeout(150))).rejects.toMatchObject({ name: 'TimeoutError' });
  },
  async drip() {
    const response = await faulty('drip');
    expect(response.headers.get('content-length')).toBeNull();
    const { text, chunks } = await readFor(response, 450);
    expect(JSON.stringify({ data: good }).startsWith(text)).toBe(true);
    expect(Math.max(...chunks)).toBe(1);
    expect(chunks.length).toBeGreaterThan(1);
  },
  async truncated() {
    const response = await faulty('truncated');
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBe(JSON.stringify({ data: good }).length);
    await expect(response.text()).rejects.toThrow();
  },
  async html() {
    const response = await faulty('html');
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('<!doctype html>')]);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  },
  async empty() {
    const response = await faulty('empty');
    expect([response.status, await response.text()]).toEqual([200, '']);
  },
  async 'invalid-json'() {
    const text = await (await faulty('invalid-json')).text();
    expect(JSON.stringify({ data: good }).startsWith(text)).toBe(true);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  },
  async huge() {
    const text = await (await faulty('huge=3')).text();
    expect(Math.abs(text.length - 3_000_000)).toBeLessThan(100_000);
    expect(JSON.parse(text).data.length).toBeGreaterThan(10_000);
  },
  async endless() {
    const response = await faulty('endless');
    const { text } = await readFor(response, 300);
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(text.startsWith('{"data":[{"date"')).toBe(true);
  },
  async redirect() {
    const response = await faulty('redirect=https://example.com/elsewhere?a=b');
    expect([response.status, response.headers.get('location')]).toEqual([302, 'https://example.com/elsewhere?a=b']);
    expect((await faulty('redirect=https://example.com/;status=307')).status).toBe(307);
  },
  async counts() {
    for (const [kind, value] of [
      ['negative', -1],
      ['huge', 2 ** 53],
      ['text', 'many'],
      ['null', null],
      ['fraction', 1.5],
    ]) {
      const [odd, ...others] = await rows(`counts=${kind}`);
      expect(odd?.total).toBe(value);
      expect(Object.values(odd?.status_breakdown ?? {})).toEqual(
        Object.keys(first?.status_breakdown ?? {}).map(() => value),
      );
      expect(others).toEqual(good.slice(1));
    }
    expect(await reply('counts=negative', NUMBERS)).toEqual({
      data: { total: -1, active: -1, suspended: -1, other: -1 },
    });
  },
  async 'not-a-number'() {
    const text = await (await faulty('not-a-number')).text();
    expect(text).toContain('"total":NaN,');
    expect(text.replace('NaN', String(first?.total))).toBe(JSON.stringify({ data: good }));
  },
  async 'wrong-types'() {
    expect(await reply('wrong-types')).toEqual({ data: 'none' });
    expect(await reply('wrong-types=data', NUMBERS)).toEqual({ data: 'none' });
    expect(await reply('wrong-types=reply')).toEqual([]);
    expect((await rows('wrong-types=row'))[0]).toBe('none');
    expect((await rows('wrong-types=date'))[0]).toEqual({ ...first, date: 20_260_301 });
    expect((await rows('wrong-types=numbers'))[0]?.total).toEqual({ value: 1 });
  },
  async strings() {
    const [odd] = await rows('strings');
    expect(odd?.total).toBe(String(first?.total));
    expect(odd?.status_breakdown.answered).toBe(String(first?.status_breakdown.answered));
    expect(await reply('strings', NUMBERS)).toEqual({
      data: { total: '12', active: '10', suspended: '1', other: '1' },
    });
  },
  async 'no-totals'() {
    expect(await rows('no-totals')).toEqual(good.map(({ total, ...row }) => row));
    expect(await reply('no-totals', NUMBERS)).toEqual({ data: { active: 10, suspended: 1, other: 1 } });
  },
  async paging() {
    const collected: Row[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      // Only the first page asks for paging: the cursor knows it from then on.
      const path = cursor === undefined ? WEEK : `${WEEK}&cursor=${cursor}`;
      const response = await (cursor === undefined || pages % 2 === 0 ? faulty('paging=2', path) : ask(sandbox, path));
      const page = (await response.json()) as { data: Row[]; meta?: { next: string } };
      expect(page.data.length).toBeLessThanOrEqual(2);
      collected.push(...page.data);
      cursor = page.meta?.next;
      pages++;
    } while (cursor !== undefined);
    expect(collected).toEqual(good);
    expect(pages).toBe(Math.ceil(good.length / 2));
    expect(await reply('paging=1000')).toEqual({ data: good });
  },
  async 'proto-status'() {
    for (const row of await rows('proto-status')) {
      expect(Object.getOwnPropertyDescriptor(row.status_breakdown, '__proto__')?.value).toBe(1);
      expect(sum(row)).toBe(row.total);
    }
  },
  async 'long-status'() {
    for (const row of await rows('long-status')) {
      expect(Object.keys(row.status_breakdown).map((name) => name.length)).toContain(10_000);
      expect(sum(row)).toBe(row.total);
    }
  },
  async 'out-of-order'() {
    expect(await rows('out-of-order')).toEqual(good.toReversed());
  },
  async 'total-mismatch'() {
    expect(await rows('total-mismatch')).toEqual([{ ...first, total: sum(first) + 1 }, ...good.slice(1)]);
    expect(await reply('total-mismatch', NUMBERS)).toMatchObject({ data: { total: 13, active: 10 } });
  },
  async 'duplicate-day'() {
    expect(await rows('duplicate-day')).toEqual([first, ...good]);
  },
  async 'conflicting-day'() {
    const [odd, ...others] = await rows('conflicting-day');
    expect(others).toEqual(good);
    expect(odd?.date).toBe(first?.date);
    expect(odd).not.toEqual(first);
    expect(sum(odd)).toBe(odd?.total);
    const path = minutes('wcb', '2026-11-02', '2026-11-08');
    const [oddMinutes, firstMinutes] = await rows('conflicting-day', path);
    expect(oddMinutes?.date).toBe(firstMinutes?.date);
    expect(oddMinutes).not.toEqual(firstMinutes);
  },
  async 'extra-day'() {
    expect(await rows('extra-day')).toEqual([{ ...first, date: '2026-11-01' }, ...good]);
  },
};

/** Reads a body for a while, then gives it up. */
async function readFor(response: Response, milliseconds: number): Promise<{ text: string; chunks: number[] }> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  const end = AbortSignal.timeout(milliseconds);
  while (reader !== undefined && !end.aborted) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
  }
  await reader?.cancel();
  return { text: Buffer.concat(chunks).toString(), chunks: chunks.map((chunk) => chunk.length) };
}

describe('a fault in the header', () => {
  it('is made on a period with days that differ', () => {
    expect(good.length).toBeGreaterThan(4);
    expect(second).not.toEqual(first);
  });

  it.each(voxolibFaults.map((kind) => kind.name))('%s', async (name) => {
    await (checks[name] ?? (() => expect.unreachable(`${name} has no test`)))();
    expect(await dataOf(sandbox, WEEK)).toEqual(good);
  });

  it.each(voxolibFaults.map((kind) => kind.name))('%s does no harm where there are no calls', async (name) => {
    if (['reset', 'black-hole', 'drip', 'truncated', 'endless', 'huge'].includes(name)) return;
    const values: Record<string, string> = { status: '=429', slow: '=1', redirect: '=https://example.com/' };
    const more: Record<string, string> = { counts: '=negative', paging: '=1' };
    const headers = { 'x-sandbox-fault': `${name}${values[name] ?? more[name] ?? ''}` };
    const response = await ask(sandbox, WEEK, { account: 'empty', headers });
    expect(response.status).toBeLessThan(500);
    expect(response.status).not.toBe(400);
  });

  it.each([
    'nonsense',
    '',
    'status',
    'status=200',
    'status=4xx',
    'status=429;later=3',
    'slow=-1',
    'slow=1e3',
    'counts=some',
    'redirect=nowhere',
    'redirect=https://example.com/;status=999',
    'paging=0',
    'toString',
  ])('that is not written as it should be gets 400: %j', async (fault) => {
    const response = await faulty(fault);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'unknown_fault' } });
  });

  it('that does not exist gets the list of those that do', async () => {
    const body = (await reply('nonsense')) as { error: { message: string } };
    for (const kind of voxolibFaults) expect(body.error.message).toContain(kind.usage);
  });
});
