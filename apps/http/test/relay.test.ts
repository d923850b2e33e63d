import { randomBytes } from 'node:crypto';
import { DailyCallReport } from '@voxolib/telephony';
import { eras } from '@voxolib/test-kit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { answerOf, callTool, rpc } from './support/rpc.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08' };

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => {
  gateway.sandbox.voxolib.setFault(undefined);
  gateway.sandbox.voxolib.clearRequests();
});

const account = (id: keyof Gateway['sandbox']['voxolib']['accounts']) => gateway.sandbox.voxolib.accounts[id];

function unknownToken(): string {
  return `sandbox-demo.${randomBytes(32).toString('hex')}`;
}

describe.each(eras)('in the era of %s', (era) => {
  test('the caller’s own token is relayed, and the answer is computed from their account', async () => {
    const { token } = account('demo');
    const reply = await callTool(gateway.origin, 'voxolib_did_calls', week, { token, era });
    expect(reply.status).toBe(200);
    const { totals, days } = DailyCallReport.parse(reply.message.result?.structuredContent);
    expect(days).toHaveLength(7);
    expect(totals.total).toBeGreaterThan(0);
    expect(totals.total).toBe(days.reduce((sum, day) => sum + day.total, 0));
  });

  test('a token that Voxolib refuses is our own 401, for every method', async () => {
    const reply = await rpc(gateway.origin, 'tools/list', {}, { token: unknownToken(), era });
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer realm="voxolib", error="invalid_token"/);
    expect(reply.message.error?.message).toContain('Voxolib does not accept this access token');
  });

  test('a token that is revoked between its verdict and its call is a 401 as well', async () => {
    const { token } = account('didOnly');
    expect((await rpc(gateway.origin, 'tools/list', {}, { token, era })).status).toBe(200);
    gateway.sandbox.voxolib.setFault('status=401');
    const refused = await callTool(gateway.origin, 'voxolib_dids', {}, { token, era });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('error="invalid_token"');
    gateway.sandbox.voxolib.setFault(undefined);
    expect((await callTool(gateway.origin, 'voxolib_dids', {}, { token, era })).status).toBe(200);
  });

  test('a missing right names the product and whom to ask', async () => {
    const reply = await callTool(gateway.origin, 'voxolib_did_calls', week, { token: account('wcbOnly').token, era });
    expect(reply.status).toBe(200);
    expect(reply.message.result?.isError).toBe(true);
    expect(answerOf(reply)).toMatch(/DID/);
    expect(answerOf(reply)).toMatch(/right/i);
  });

  test('a client that goes away ends the request to the vendor', async () => {
    const { token } = account('demo');
    await rpc(gateway.origin, 'tools/list', {}, { token, era });
    gateway.sandbox.voxolib.clearRequests();
    gateway.sandbox.voxolib.setFault('black-hole', { operation: 'wcb_calls' });
    const gone = new AbortController();
    const call = callTool(gateway.origin, 'voxolib_wcb_calls', week, { token, era, signal: gone.signal });
    call.catch(() => {});
    await expect.poll(() => gateway.sandbox.voxolib.requests).toHaveLength(1);
    gone.abort();
    await expect(call).rejects.toThrow();
    await expect.poll(() => gateway.sandbox.voxolib.requests[0]).toMatchObject({ aborted: true });
    expect(gateway.sandbox.voxolib.requests).toHaveLength(1);
  });

  test.each([
    ['status=404', /voxolib\/mcp doctor --contract/],
    ['status=429;retry-after=3', /Call again in 3 s\./],
    ['status=429;retry-after=garbage', /Call again later\./],
    ['status=503', /Call again/],
    ['reset', /Call again/],
    ['black-hole', /Call again/],
    ['drip', /Call again/],
    ['html', /Tell the operator/],
    ['empty', /Tell the operator/],
    ['wrong-types', /Tell the operator/],
    ['huge', /Tell the operator/],
    ['redirect=https://evil.example/', /Tell the operator/],
  ])('the vendor’s fault "%s" becomes words with a next step', async (fault, words) => {
    const own = await startGateway({ VENDOR_TIMEOUT_MS: '1500' });
    try {
      const { token } = own.sandbox.voxolib.accounts.demo;
      await rpc(own.origin, 'tools/list', {}, { token, era });
      own.sandbox.voxolib.setFault(fault);
      const reply = await callTool(own.origin, 'voxolib_wcb_calls', week, { token, era });
      expect(reply.status).toBe(200);
      expect(reply.message.result?.isError).toBe(true);
      expect(answerOf(reply)).toMatch(words);
      expect(reply.text).not.toContain(token);
    } finally {
      await own.close();
    }
  });
});

describe('a verdict', () => {
  test('is asked for once, however many requests come', async () => {
    const own = await startGateway();
    try {
      const { token } = own.sandbox.voxolib.accounts.demo;
      await Promise.all(Array.from({ length: 20 }, () => rpc(own.origin, 'tools/list', {}, { token })));
      expect(own.sandbox.voxolib.requests).toHaveLength(1);
    } finally {
      await own.close();
    }
  });

  test('is not needed to see the tools while Voxolib is down; the call then says that it is', async () => {
    const own = await startGateway();
    try {
      const { token } = own.sandbox.voxolib.accounts.demo;
      own.sandbox.voxolib.setFault('status=503');
      expect((await rpc(own.origin, 'tools/list', {}, { token })).status).toBe(200);
      const reply = await callTool(own.origin, 'voxolib_wcb_calls', week, { token });
      expect(reply.message.result?.isError).toBe(true);
      expect(answerOf(reply)).toContain('nothing is wrong with the arguments');
    } finally {
      await own.close();
    }
  });
});

test('the token may come in its own header, and goes to Voxolib alone', async () => {
  const { token } = account('demo');
  const reply = await rpc(gateway.origin, 'tools/list', {}, { headers: { 'x-voxolib-token': token } });
  expect(reply.status).toBe(200);
});

test('without VOXOLIB_ADMIN the minutes report is not there', async () => {
  const own = await startGateway({ VOXOLIB_ADMIN: 'false' });
  try {
    const { token } = own.sandbox.voxolib.accounts.demo;
    const { message } = await rpc(own.origin, 'tools/list', {}, { token });
    const tools = JSON.stringify(message.result?.tools);
    expect(tools).toContain('"voxolib_wcb_calls"');
    expect(tools).not.toContain('"voxolib_minutes_report"');
  } finally {
    await own.close();
  }
});
