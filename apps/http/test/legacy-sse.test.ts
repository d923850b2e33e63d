import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { rpcRequest } from './support/rpc.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08' };
const INITIALIZE = {
  protocolVersion: '2024-11-05',
  capabilities: {},
  clientInfo: { name: 'old', version: '1' },
};

let gateway: Gateway;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sse-'));
  gateway = await start();
});
afterAll(async () => {
  await gateway.close();
  await rm(dataDir, { recursive: true });
});

/** Another one is another server on the same database. */
function start(): Promise<Gateway> {
  return startGateway({ ACCESS: 'true', DATA_DIR: dataDir, LEGACY_SSE: 'true', ALLOW_TOKEN_IN_QUERY: 'true' });
}

const ownToken = (at = gateway) => at.sandbox.voxolib.accounts.demo.token;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function staticToken(tier = 'automate'): Promise<string> {
  const { access } = gateway.app;
  if (access === undefined) throw new Error('Access is switched off');
  const asked = { account: `voxolib:${tier}`, name: 'A test', scopes: ['mcp.stats.read', 'mcp.inventory.read'] };
  return (await access.staticTokens.create({ ...asked, tier, credential: ownToken() })).text;
}

/** The SDK's own client of that time. */
async function connected(url: URL, headers: Record<string, string> = {}): Promise<Client> {
  const client = new Client({ name: 'old', version: '1' });
  await client.connect(new SSEClientTransport(url, { requestInit: { headers } }));
  return client;
}

/** A stream as it comes over the wire, and its address for messages. */
async function openStream(at: Gateway, token: string) {
  const gone = new AbortController();
  const response = await fetch(new URL('/sse', at.origin), { headers: bearer(token), signal: gone.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = (await reader?.read())?.value ?? '';
  const [, endpoint = ''] = /^event: endpoint\ndata: (.*)\n\n$/.exec(first) ?? [];
  return { response, reader, endpoint, leave: () => gone.abort() };
}

function post(at: Gateway, path: string, token: string | undefined, method: string, params: Record<string, unknown>) {
  const init = rpcRequest(method, params, { era: '2025', ...(token !== undefined && { token }) });
  return fetch(new URL(path, at.origin), { method: 'POST', ...init });
}

describe('a client that knows only the transport of 2024', () => {
  test.each([
    ['a Voxolib token', async () => ownToken()],
    ['a static token', () => staticToken()],
  ])('with %s in its header: initializes, lists and calls, also at once', async (_, tokenOf) => {
    const client = await connected(new URL('/sse', gateway.origin), bearer(await tokenOf()));
    expect(client.getServerVersion()?.name).toBe('voxolib');
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain('voxolib_did_calls');
    const calls = Array.from({ length: 8 }, () => client.callTool({ name: 'voxolib_did_calls', arguments: week }));
    for (const { structuredContent } of await Promise.all(calls)) {
      expect(structuredContent).toMatchObject({ period: { days: 7 } });
    }
    const wrong = await client.callTool({ name: 'voxolib_did_calls', arguments: { start_date: 'soon' } });
    expect(wrong.isError).toBe(true);
    await expect(client.callTool({ name: 'no_such_tool', arguments: {} })).rejects.toThrow();
    await client.close();
  });

  test('with a static token in the address: the same, and no log line, metric or other reply holds it', async () => {
    const token = await staticToken();
    const client = await connected(new URL(`/sse?token=${token}`, gateway.origin));
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain('voxolib_did_calls');
    const result = await client.callTool({ name: 'voxolib_did_calls', arguments: week });
    expect(result.structuredContent).toMatchObject({ period: { days: 7 } });
    await client.close();
    const secret = token.split('_')[3] ?? '';
    await expect.poll(() => gateway.log.join('')).toContain('"route":"/sse"');
    expect(gateway.log.join('')).toContain('"route":"/sse/messages"');
    expect(gateway.log.join('')).not.toContain(secret);
    expect(await gateway.app.metrics.registry.metrics()).not.toContain(secret);
  });

  test('in a browser may ask from an origin that is known, and from no other', async () => {
    const ask = (origin: string, method: string) => {
      const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
      const headers = { origin, ...(method === 'OPTIONS' ? asked : bearer(ownToken())) };
      return fetch(new URL('/sse/messages?stream=none', gateway.origin), { method, headers });
    };
    const preflight = await ask('https://claude.ai', 'OPTIONS');
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://claude.ai',
    ]);
    expect((await ask('https://evil.example', 'POST')).status).toBe(403);
  });

  test('without a token: 401, with the way to sign in', async () => {
    const response = await fetch(new URL('/sse', gateway.origin));
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('resource_metadata=');
  });

  test('has as many streams as its tier; one that is closed makes room', async () => {
    const token = await staticToken('discover');
    const first = await openStream(gateway, token);
    expect(first.response.headers.get('content-type')).toBe('text/event-stream');
    const refused = await fetch(new URL('/sse', gateway.origin), { headers: bearer(token) });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('The Discover tier allows 1 open stream');
    first.leave();
    const next = async () => {
      const stream = await openStream(gateway, token);
      stream.leave();
      return stream.response.status;
    };
    await expect.poll(next).toBe(200);
  });
});

describe('the address for messages', () => {
  test('is of use with the account of the stream alone', async () => {
    const stream = await openStream(gateway, ownToken());
    const stranger = gateway.sandbox.voxolib.accounts.busy.token;
    expect((await post(gateway, stream.endpoint, stranger, 'initialize', INITIALIZE)).status).toBe(404);
    expect((await post(gateway, stream.endpoint, undefined, 'initialize', INITIALIZE)).status).toBe(401);
    expect((await post(gateway, stream.endpoint, ownToken(), 'initialize', INITIALIZE)).status).toBe(202);
    const answer = (await stream.reader?.read())?.value ?? '';
    expect(answer).toMatch(/^event: message\ndata: \{.*"protocolVersion":"2024-11-05".*\}\n\n$/);
    stream.leave();
    const status = async () => (await post(gateway, stream.endpoint, ownToken(), 'tools/list', {})).status;
    await expect.poll(status).toBe(404);
  });

  test('on another server is a 404 that says why', async () => {
    const other = await start();
    const stream = await openStream(gateway, ownToken());
    const reply = await post(other, stream.endpoint, ownToken(other), 'tools/list', {});
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain('another server holds it');
    stream.leave();
    await other.close();
  });

  test.each([
    ['a batch', '[]', 400],
    ['nothing', '', 400],
    ['no JSON', '{', 400],
  ])('refuses %s', async (_, body, status) => {
    const stream = await openStream(gateway, ownToken());
    const headers = { 'content-type': 'application/json', ...bearer(ownToken()) };
    const reply = await fetch(new URL(stream.endpoint, gateway.origin), { method: 'POST', headers, body });
    expect(reply.status).toBe(status);
    stream.leave();
  });
});

test('a client that leaves ends its calls at the vendor', async () => {
  const stream = await openStream(gateway, ownToken());
  gateway.sandbox.voxolib.setFault('black-hole', { operation: 'dids' });
  gateway.sandbox.voxolib.clearRequests();
  const call = { name: 'voxolib_dids', arguments: {} };
  expect((await post(gateway, stream.endpoint, ownToken(), 'tools/call', call)).status).toBe(202);
  await expect.poll(() => gateway.sandbox.voxolib.requests).toHaveLength(1);
  stream.leave();
  await expect.poll(() => gateway.sandbox.voxolib.requests[0]).toMatchObject({ aborted: true });
  gateway.sandbox.voxolib.setFault(undefined, { operation: 'dids' });
});

test('a stopping server lets a call under way end, then its stream', async () => {
  const stopping = await start();
  const token = ownToken(stopping);
  const client = await connected(new URL('/sse', stopping.origin), bearer(token));
  stopping.sandbox.voxolib.setFault('slow=700', { operation: 'did_calls' });
  stopping.sandbox.voxolib.clearRequests();
  const call = client.callTool({ name: 'voxolib_did_calls', arguments: week });
  await expect.poll(() => stopping.sandbox.voxolib.requests).toHaveLength(1);
  const stopped = stopping.app.server.close();
  expect((await call).structuredContent).toMatchObject({ period: { days: 7 } });
  await stopped;
  await client.close();
  await stopping.sandbox.close();
});

test('is not there unless a deployment asks for it', async () => {
  const plain = await startGateway();
  const response = await fetch(new URL('/sse', plain.origin), { headers: bearer(ownToken(plain)) });
  expect(response.status).toBe(404);
  await plain.close();
});
