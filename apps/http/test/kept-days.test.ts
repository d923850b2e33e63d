import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { answerOf, callTool, dataOf } from './support/rpc.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
beforeEach(() => gateway.sandbox.voxolib.clearRequests());

const account = (id: keyof Gateway['sandbox']['voxolib']['accounts']) => gateway.sandbox.voxolib.accounts[id];

/** The periods that Voxolib was asked for. */
function asked(): string[] {
  const { requests } = gateway.sandbox.voxolib;
  return requests
    .filter(({ operation }) => operation !== 'dids')
    .map(({ query }) => `${query.start_date}/${query.end_date}`);
}

const wcb = (given: object, id: Parameters<typeof account>[0] = 'demo') =>
  callTool(gateway.origin, 'voxolib_wcb_calls', given, { token: account(id).token });

test('days that are over are asked for once, whatever range they are in', async () => {
  const first = await wcb({ start_date: '2026-01-01', end_date: '2026-03-31' });
  const again = await wcb({ start_date: '2026-02-01', end_date: '2026-02-28' });
  const oneMore = await wcb({ start_date: '2026-01-02', end_date: '2026-04-01' });
  expect(asked()).toEqual(['2026-01-01/2026-03-31', '2026-04-01/2026-04-01']);
  const total = (reply: typeof first) => dataOf<{ totals: { total: number } }>(reply).totals.total;
  expect(total(again)).toBeGreaterThan(0);
  expect(total(again)).toBeLessThan(total(first));
  expect(total(oneMore)).toBeGreaterThan(total(again));
});

test('fresh asks again, and as_of says from when an answer is', async () => {
  const ask = async (fresh: boolean) => {
    const given = { period: '2025-10', product: 'did', fresh };
    const reply = await callTool(gateway.origin, 'call_stats', given, { token: account('demo').token });
    return dataOf<{ as_of: string }>(reply).as_of;
  };
  const first = await ask(false);
  expect(await ask(false)).toBe(first);
  expect((await ask(true)) > first).toBe(true);
  expect(asked()).toEqual(['2025-10-01/2025-10-31', '2025-10-01/2025-10-31']);
});

test('no account is given the days of another', async () => {
  const may = { start_date: '2026-05-01', end_date: '2026-05-31' };
  const replies = [];
  for (const id of ['demo', 'busy', 'demo', 'wcbOnly', 'empty', 'busy'] as const) replies.push(await wcb(may, id));
  const totals = replies.map((reply) => dataOf<{ totals: unknown }>(reply).totals);
  expect(totals[2]).toEqual(totals[0]);
  expect(totals[5]).toEqual(totals[1]);
  expect(new Set([totals[0], totals[1], totals[3], totals[4]].map((part) => JSON.stringify(part))).size).toBe(4);
  expect(asked()).toHaveLength(4);
});

test('an account without a right is not given what it cannot ask for', async () => {
  const given = { start_date: '2026-05-01', end_date: '2026-05-31' };
  for (const id of ['demo', 'didOnly', 'didOnly'] as const) {
    const reply = await wcb(given, id);
    if (id === 'didOnly') expect(answerOf(reply)).toMatch(/right/i);
  }
});

test('kept days are not given for a token that Voxolib could not be asked about', async () => {
  const own = await startGateway();
  try {
    const { token } = own.sandbox.voxolib.accounts.demo;
    const given = { start_date: '2026-05-01', end_date: '2026-05-31' };
    own.sandbox.voxolib.setFault('status=503', { operation: 'dids' });
    await callTool(own.origin, 'voxolib_wcb_calls', given, { token });
    await callTool(own.origin, 'voxolib_wcb_calls', given, { token });
    const reports = own.sandbox.voxolib.requests.filter(({ operation }) => operation === 'wcb_calls');
    expect(reports).toHaveLength(2);
  } finally {
    await own.close();
  }
});

test('a token that was revoked is given no kept day when a minute has passed', async () => {
  const own = await startGateway();
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.advanceTimersByTime(1000);
  try {
    const { token } = own.sandbox.voxolib.accounts.demo;
    const ask = () =>
      callTool(own.origin, 'voxolib_wcb_calls', { start_date: '2026-05-01', end_date: '2026-05-31' }, { token });
    expect((await ask()).status).toBe(200);
    own.sandbox.voxolib.setFault('status=401');
    vi.advanceTimersByTime(59_000);
    expect((await ask()).status).toBe(200);
    vi.advanceTimersByTime(2_000);
    const refused = await ask();
    expect(refused.status).toBe(401);
    expect(refused.message.result).toBeUndefined();
  } finally {
    vi.useRealTimers();
    await own.close();
  }
});
