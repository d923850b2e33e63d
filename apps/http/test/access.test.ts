import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAudit } from '@voxolib/access';
import { eras } from '@voxolib/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { callTool, dataOf, rpc } from './support/rpc.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08' };

let gateway: Gateway;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'access-'));
  gateway = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir, PUBLIC_URL: 'https://mcp.example.com' });
});
afterAll(async () => {
  await gateway.close();
  await rm(dataDir, { recursive: true });
});

const vendorToken = () => gateway.sandbox.voxolib.accounts.demo.token;

async function staticToken(asked: { scopes?: string[]; tier?: string } = {}): Promise<{ text: string; id: string }> {
  const { text, token } = await tokens().create({
    account: 'voxolib:test',
    name: 'A test',
    scopes: asked.scopes ?? ['mcp.stats.read', 'mcp.inventory.read'],
    tier: asked.tier ?? 'automate',
    credential: vendorToken(),
  });
  return { text, id: token.id };
}

function tokens() {
  if (gateway.app.access === undefined) throw new Error('Access is switched off');
  return gateway.app.access.staticTokens;
}

describe.each(eras)('in the era of %s', (era) => {
  test('the relay works as it does without access', async () => {
    const reply = await callTool(gateway.origin, 'voxolib_did_calls', week, { token: vendorToken(), era });
    expect(dataOf<{ days: unknown[] }>(reply).days).toHaveLength(7);
  });

  test('a static token opens the account behind it', async () => {
    const { text: token } = await staticToken();
    const reply = await callTool(gateway.origin, 'voxolib_did_calls', week, { token, era });
    const relayed = await callTool(gateway.origin, 'voxolib_did_calls', week, { token: vendorToken(), era });
    expect(dataOf<{ totals: unknown }>(reply).totals).toEqual(dataOf<{ totals: unknown }>(relayed).totals);
  });

  test('a tool whose scope was not granted is not listed, and its call is a 403 that names what is needed', async () => {
    const { text: token } = await staticToken({ scopes: ['mcp.inventory.read'] });
    const listed = await rpc(gateway.origin, 'tools/list', {}, { token, era });
    expect(listed.message.result?.tools).toEqual([expect.objectContaining({ name: 'voxolib_dids' })]);
    const refused = await callTool(gateway.origin, 'voxolib_did_calls', week, { token, era });
    expect(refused.status).toBe(403);
    const challenge = refused.headers.get('www-authenticate');
    expect(challenge).toContain('error="insufficient_scope"');
    expect(challenge).toContain('scope="mcp.stats.read"');
    expect(challenge).toContain('resource_metadata="https://mcp.example.com/.well-known/oauth-protected-resource/mcp"');
  });

  test('a resource whose scope was not granted is a 403 that names what is needed', async () => {
    const { text: token } = await staticToken({ scopes: ['mcp.inventory.read'] });
    const uri = `voxolib://export/csv/calls/did/${week.start_date}/${week.end_date}`;
    const refused = await rpc(gateway.origin, 'resources/read', { uri }, { token, era });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toContain('scope="mcp.stats.read"');
  });

  test('a token that was revoked is a 401 at once', async () => {
    const { text: token, id } = await staticToken();
    expect((await rpc(gateway.origin, 'tools/list', {}, { token, era })).status).toBe(200);
    expect(await tokens().revoke('voxolib:test', id)).toBe(true);
    const refused = await rpc(gateway.origin, 'tools/list', {}, { token, era });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  test.each([undefined, 'x'.repeat(43), 'vx_mcp_abc_def_ghi', 'nothing-that-we-know'])(
    'credential %s: 401, with the way to sign in',
    async (token) => {
      const reply = await rpc(gateway.origin, 'tools/list', {}, { era, ...(token !== undefined && { token }) });
      expect(reply.status).toBe(401);
      expect(reply.headers.get('www-authenticate')).toContain(
        'resource_metadata="https://mcp.example.com/.well-known/',
      );
    },
  );
});

test('the metadata says where to sign in', async () => {
  for (const path of ['/.well-known/oauth-protected-resource/mcp', '/.well-known/oauth-protected-resource']) {
    const response = await fetch(new URL(path, gateway.origin), { headers: { host: 'mcp.example.com' } });
    expect(await response.json()).toMatchObject({
      resource: 'https://mcp.example.com/mcp',
      authorization_servers: [expect.stringMatching(/^https:\/\/mcp\.example\.com\/?$/)],
    });
  }
});

test('a burst beyond the tier is a 429 that says when again', async () => {
  const { text: token } = await tokens().create({
    account: 'voxolib:eager',
    name: 'Eager',
    scopes: ['mcp.inventory.read'],
    tier: 'discover',
    credential: vendorToken(),
  });
  const replies = [];
  for (let call = 0; call < 62; call++) replies.push(await callTool(gateway.origin, 'voxolib_dids', {}, { token }));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(60);
  const refused = replies.at(-1);
  expect(refused?.status).toBe(429);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused?.message.error?.message).toMatch(/60/);
});

test('what is read of a resource counts as a call', async () => {
  const account = 'voxolib:reader';
  const scopes = ['mcp.stats.read'];
  const asked = { account, name: 'Reader', scopes, tier: 'discover', credential: vendorToken() };
  const { text: token } = await tokens().create(asked);
  const uri = `voxolib://export/csv/calls/did/${week.start_date}/${week.end_date}`;
  const statuses = [];
  for (let read = 0; read < 61; read++) {
    statuses.push((await rpc(gateway.origin, 'resources/read', { uri }, { token })).status);
  }
  expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
});

test('every call is recorded, the record holds, and nothing that is kept opens an account', async () => {
  const { text, id } = await staticToken();
  await callTool(gateway.origin, 'voxolib_did_calls', week, { token: text });
  const own = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir, PUBLIC_URL: 'https://mcp.example.com' });
  await own.close();
  await gateway.app.access?.audit.flush();
  expect(gateway.app.access?.audit.state()).toMatchObject({ healthy: true, atRisk: 0, lost: 0 });
  const kept = await Promise.all((await readdir(dataDir)).map((name) => readFile(join(dataDir, name), 'latin1')));
  const everything = kept.join('\n');
  expect(everything).toContain(id);
  const secrets = [vendorToken(), vendorToken().split('.').at(-1) ?? '', text, text.split('_').at(3) ?? ''];
  for (const secret of secrets) {
    for (const form of [
      secret,
      Buffer.from(secret).toString('base64').slice(0, -4),
      Buffer.from(secret).toString('hex'),
    ]) {
      expect(everything).not.toContain(form);
    }
  }
  expect(verifyAudit).toBeTypeOf('function');
});
