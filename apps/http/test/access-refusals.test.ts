import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@voxolib/test-kit/programs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { allowedSignIn, openedSignIn, REDIRECT, registered, signedIn } from './support/oauth-client.ts';
import { callTool, rpc, rpcRequest, send } from './support/rpc.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08' };

let gateway: Gateway;
let dataDir: string;
let clientId: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'refusals-'));
  const PORT = String(await freePort());
  const PUBLIC_URL = `http://127.0.0.1:${PORT}`;
  gateway = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir, PORT, PUBLIC_URL, ADDRESS_LIMIT: '0' });
  clientId = await registered(gateway.origin, 'A client');
});
afterAll(async () => {
  await gateway.close();
  await rm(dataDir, { recursive: true });
});

const account = () => gateway.sandbox.voxolib.accounts.demo;

async function staticToken(addresses: string[] = []) {
  const asked = { account: 'voxolib:refusals', name: 'A test', scopes: ['mcp.stats.read'], tier: 'automate' };
  const made = await gateway.app.access?.staticTokens.create({ ...asked, addresses, credential: account().token });
  if (made === undefined) throw new Error('Access is switched off');
  return made.text;
}

describe('what is no token of this gateway', () => {
  const others: [string, (tokens: { code: string; refresh: string; fixed: string }) => string | undefined][] = [
    ['nothing', () => undefined],
    ['another scheme', () => 'Basic c2FuZGJveDpzZWNyZXQ='],
    ['an empty bearer', () => 'Bearer '],
    ['SQL', () => "Bearer ' OR 1=1--"],
    ['SQL in the form of a token', () => `Bearer ${"'_OR_1=1--".padEnd(43, 'x')}`],
    ['8 kB', () => `Bearer ${'x'.repeat(8_000)}`],
    ['an access token that nobody made', () => `Bearer ${'A'.repeat(43)}`],
    ['a code', ({ code }) => `Bearer ${code}`],
    ['a refresh token', ({ refresh }) => `Bearer ${refresh}`],
    ['a static token with another secret', ({ fixed }) => `Bearer ${fixed.replace(/_(\w)(\w{42})_/, '_$2$1_')}`],
    ['a static token that was cut', ({ fixed }) => `Bearer ${fixed.slice(0, -1)}`],
    ['a static token in lower case', ({ fixed }) => `Bearer ${fixed.toLowerCase()}`],
  ];

  test.each(others)('%s: 401 with the way to sign in, and nothing goes to the vendor', async (_, make) => {
    const { refresh_token: refresh } = await signedIn(gateway.origin, clientId, account().token);
    const code = await allowedSignIn(await openedSignIn(gateway.origin, clientId), account().token);
    const authorization = make({ code, refresh, fixed: await staticToken() });
    gateway.sandbox.voxolib.clearRequests();
    const { authorization: _none, ...headers } = rpcRequest('tools/list', {}).headers;
    const { body } = rpcRequest('tools/list', {});
    const reply = await send(gateway.origin, {
      headers: { ...headers, ...(authorization && { authorization }) },
      body,
    });
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(gateway.sandbox.voxolib.requests).toHaveLength(0);
    for (const given of [authorization?.slice(7), refresh, code]) {
      if (given) expect(reply.text + gateway.log.join('')).not.toContain(given);
    }
  });

  test('the database has lost nothing by it', async () => {
    const token = await staticToken();
    expect((await callTool(gateway.origin, 'voxolib_did_calls', week, { token })).status).toBe(200);
  });
});

test('a token that may be used from one address is not served elsewhere, whatever the request says of itself', async () => {
  const token = await staticToken(['203.0.113.7']);
  const claims: Record<string, string>[] = [{}, { 'x-forwarded-for': '203.0.113.7' }, { forwarded: 'for=203.0.113.7' }];
  for (const headers of claims) {
    expect((await rpc(gateway.origin, 'tools/list', {}, { token, headers })).status).toBe(401);
  }
  const own = await staticToken(['127.0.0.1']);
  expect((await rpc(gateway.origin, 'tools/list', {}, { token: own })).status).toBe(200);
});

test('a token and a relayed one together: 400, and neither is served', async () => {
  const token = await staticToken();
  const headers = { 'x-voxolib-token': account().token };
  expect((await rpc(gateway.origin, 'tools/list', {}, { token, headers })).status).toBe(400);
});

test('a foreign Host or Origin is a 403 with every kind of token', async () => {
  const tokens = [await staticToken(), account().token];
  for (const token of tokens) {
    const headers = { origin: 'https://evil.example' };
    expect((await rpc(gateway.origin, 'tools/list', {}, { token, headers })).status).toBe(403);
  }
});

test('of a thousand registrations from one address all but a few are a 429, and sign-in goes on', async () => {
  const metadata = JSON.stringify({ client_name: 'Flood', redirect_uris: [REDIRECT] });
  const statuses = new Map<number, number>();
  for (let sent = 0; sent < 1_000; sent += 50) {
    const batch = Array.from({ length: 50 }, () =>
      fetch(`${gateway.origin}/oauth/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: metadata,
      }),
    );
    for (const { status } of await Promise.all(batch)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses.keys()].sort()).toEqual([201, 429]);
  expect(statuses.get(201)).toBeLessThanOrEqual(60);
  const { access_token: token } = await signedIn(gateway.origin, clientId, account().token);
  expect((await rpc(gateway.origin, 'tools/list', {}, { token })).status).toBe(200);
});

test('of fifty wrong logins all but a few are a 429 that says when again, and an unknown account reads as a wrong secret', async () => {
  const { page, csrf, browser } = await openedSignIn(gateway.origin, clientId);
  const attempts = [];
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const publicKey = attempt === 1 ? 'nobody-has-this' : account().publicKey;
    const token = `${publicKey}.${attempt.toString(16).padStart(64, '0')}`;
    const response = await browser.post(page, new URLSearchParams({ csrf, token }));
    const wait = Number(response.headers.get('retry-after') ?? 0);
    attempts.push({ status: response.status, wait, text: await response.text() });
  }
  const [wrong, unknown] = attempts;
  expect([wrong?.status, unknown?.status]).toEqual([403, 403]);
  expect(wrong?.text).toContain(' name="token"');
  expect(unknown?.text).toBe(wrong?.text);
  const refused = attempts.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(40);
  for (const { wait } of refused) expect(wait).toBeGreaterThan(0);
});
