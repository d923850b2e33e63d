import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { callTool, rpc } from './support/rpc.ts';

describe.each([
  ['with sign-in', { ACCESS: 'true' }],
  ['without', {}],
])('too many requests without a valid token from one address, %s', (_, access) => {
  let gateway: Gateway;
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'strangers-'));
    const env = { ...access, DATA_DIR: dataDir, ADDRESS_LIMIT: '20', TRUST_PROXY: '127.0.0.1' };
    gateway = await startGateway(env);
  });
  afterEach(async () => {
    await gateway.close();
    await rm(dataDir, { recursive: true });
  });

  const from = (address: string) => ({ 'x-forwarded-for': address });
  const list = (address: string, token?: string) =>
    rpc(gateway.origin, 'tools/list', {}, { headers: from(address), ...(token !== undefined && { token }) });
  const owner = () => gateway.sandbox.voxolib.accounts;

  test('are a 429 that says when again, and the vendor is asked no more', async () => {
    const statuses: number[] = [];
    for (let request = 0; request < 40; request++) {
      const invented = `sandbox-demo.${request.toString(16).padStart(64, '0')}`;
      statuses.push((await list('203.0.113.9', request % 2 === 0 ? invented : undefined)).status);
    }
    expect(statuses).toEqual([...Array(20).fill(401), ...Array(20).fill(429)]);
    const asked = gateway.sandbox.voxolib.requests.length;
    expect(asked).toBe(10);
    const refused = await list('203.0.113.9', `sandbox-demo.${'f'.repeat(64)}`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.message.error?.message).toMatch(/^More than 20 requests in a minute come from this address/);
    expect(gateway.sandbox.voxolib.requests).toHaveLength(asked);
    expect((await list('203.0.113.10', owner().demo.token)).status).toBe(200);
  });

  test('do not keep out those at the same address who have been served', async () => {
    const { demo, busy } = owner();
    expect((await list('203.0.113.9', demo.token)).status).toBe(200);
    for (let request = 0; request < 30; request++) await list('203.0.113.9');
    const headers = from('203.0.113.9');
    expect((await callTool(gateway.origin, 'voxolib_dids', {}, { token: demo.token, headers })).status).toBe(200);
    expect((await list('203.0.113.9', busy.token)).status).toBe(429);
  });

  test('are never those with one', async () => {
    for (let request = 0; request < 30; request++) {
      expect((await list('203.0.113.9', owner().demo.token)).status).toBe(200);
    }
    expect((await list('203.0.113.9')).status).toBe(401);
  });

  test('are counted by the address that a trusted proxy names, not by what a stranger claims', async () => {
    for (let request = 0; request < 30; request++) await list(`198.51.100.${request}, 203.0.113.9`);
    expect((await list('198.51.100.77, 203.0.113.9')).status).toBe(429);
    expect((await list('198.51.100.1')).status).toBe(401);
  });
});
