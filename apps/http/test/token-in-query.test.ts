import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eras } from '@voxolib/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { dataOf, rpcRequest, send } from './support/rpc.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08' };

let open: Gateway;
let closed: Gateway;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'query-'));
  closed = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir });
  open = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir, ALLOW_TOKEN_IN_QUERY: 'true' });
});
afterAll(async () => {
  await Promise.all([open.close(), closed.close()]);
  await rm(dataDir, { recursive: true });
});

async function staticToken(): Promise<string> {
  const { access } = open.app;
  if (access === undefined) throw new Error('Access is switched off');
  const scopes = ['mcp.stats.read'];
  const asked = { account: 'voxolib:query', name: 'A test', scopes, tier: 'automate' };
  return (await access.staticTokens.create({ ...asked, credential: open.sandbox.voxolib.accounts.demo.token })).text;
}

describe.each(eras)('in the era of %s', (era) => {
  const call = rpcRequest('tools/call', { name: 'voxolib_did_calls', arguments: week }, { era });

  test('a static token in the address reads, where the deployment allows it', async () => {
    const token = await staticToken();
    const reply = await send(open.origin, call, `/mcp?token=${token}`);
    expect(dataOf<{ days: unknown[] }>(reply).days).toHaveLength(7);
    expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const lines = open.log.join('');
    expect(lines).toContain('voxolib_did_calls');
    expect(lines).not.toContain(token.split('_')[3]);
    expect(await open.app.metrics.registry.metrics()).not.toContain(token.split('_')[3]);
  });

  test('it is a 401 where it does not, with words that do not repeat it', async () => {
    const token = await staticToken();
    const reply = await send(closed.origin, call, `/mcp?token=${token}`);
    expect(reply.status).toBe(401);
    expect(reply.message.error?.message).toContain('A token in the address is not accepted');
    for (const part of [reply.text, reply.headers.get('www-authenticate') ?? '', closed.log.join('')]) {
      expect(part).not.toContain(token.split('_')[3]);
    }
    expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('other kinds of token, and a wrong one, are a 401 in any case', async () => {
    const vendor = open.sandbox.voxolib.accounts.demo.token;
    const token = await staticToken();
    const last = token.at(-1) === '0' ? '1' : '0';
    for (const given of [vendor, 'x'.repeat(43), 'nothing', '', `${token.slice(0, -1)}${last}`]) {
      const asked = open.sandbox.voxolib.requests.length;
      const reply = await send(open.origin, call, `/mcp?token=${given}`);
      expect(reply.status).toBe(401);
      expect(open.sandbox.voxolib.requests).toHaveLength(asked);
    }
    for (const name of ['access_token', 'api_key', 'authorization']) {
      expect((await send(open.origin, call, `/mcp?${name}=${token}`)).status).toBe(401);
    }
  });

  test('two of them, or one beside a header, are a 400', async () => {
    const token = await staticToken();
    expect((await send(open.origin, call, `/mcp?token=${token}&token=${token}`)).status).toBe(400);
    const headers = { ...call.headers, authorization: `Bearer ${token}` };
    expect((await send(open.origin, { ...call, headers }, `/mcp?token=${token}`)).status).toBe(400);
  });
});

test('the setting says so when there are no static tokens', async () => {
  await expect(startGateway({ ALLOW_TOKEN_IN_QUERY: 'true' })).rejects.toThrow(
    /^ALLOW_TOKEN_IN_QUERY: needs ACCESS=true/,
  );
});

test.each(['/health', '/healthz'])('%s says that the process answers', async (path) => {
  const response = await fetch(new URL(path, open.origin));
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok', version: '0.0.0' }]);
});
