import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgres } from '../../../packages/access/test/engines.ts';
import { type Cuttable, cuttable } from './support/cuttable.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { callTool, dataOf } from './support/rpc.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08' };

describe.skipIf(postgres.absent !== undefined)(`a database that goes away (${postgres.absent ?? 'PostgreSQL'})`, () => {
  const closing: (() => unknown)[] = [];
  let way: Cuttable;
  let gateway: Gateway;
  let token: string;
  const status = async (path: string) => (await fetch(new URL(path, gateway.origin))).status;
  const call = (bearer: string) => callTool(gateway.origin, 'voxolib_did_calls', week, { token: bearer });

  beforeAll(async () => {
    const place = await postgres.place();
    closing.push(() => place[Symbol.asyncDispose]());
    if (!('databaseUrl' in place.options)) throw new TypeError('PostgreSQL has a URL');
    const url = new URL(place.options.databaseUrl);
    way = await cuttable({ host: url.hostname, port: Number(url.port) });
    closing.push(way.close);
    url.port = String(way.port);
    const GATEWAY_KEYS = `2026-11:${randomBytes(32).toString('base64')}`;
    gateway = await startGateway({ ACCESS: 'true', DATABASE_URL: url.href, GATEWAY_KEYS });
    closing.push(gateway.close);
    const made = await gateway.app.access?.staticTokens.create({
      account: 'voxolib:test',
      name: 'A test',
      scopes: ['mcp.stats.read'],
      tier: 'automate',
      credential: gateway.sandbox.voxolib.accounts.demo.token,
    });
    token = made?.text ?? '';
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  it('is a 503 that says when again, no reason to restart, and none of the relay’s business', async () => {
    const before = await call(token);
    expect(before.status).toBe(200);
    expect(await status('/readyz')).toBe(200);

    way.cut();
    const refused = await call(token);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.message.error?.message).toContain('storage');
    expect(refused.text).not.toMatch(/ECONN|postgres|Connection/i);
    await expect.poll(() => status('/readyz')).toBe(503);
    expect(await status('/healthz')).toBe(200);
    expect((await call(gateway.sandbox.voxolib.accounts.demo.token)).status).toBe(200);

    way.mend();
    await expect.poll(() => status('/readyz')).toBe(200);
    expect(dataOf(await call(token))).toEqual(dataOf(before));
    expect(gateway.app.access?.audit.state()).toMatchObject({ healthy: true, lost: 0 });
  });
});
