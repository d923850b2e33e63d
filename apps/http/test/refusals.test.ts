import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { eras } from '@voxolib/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { answerOf, callTool, rpc, rpcRequest, send } from './support/rpc.ts';

let gateway: Gateway;
let token: string;
beforeAll(async () => {
  gateway = await startGateway({ PUBLIC_URL: 'https://mcp.example.com', ALLOWED_ORIGINS: 'https://app.example.com' });
  token = gateway.sandbox.voxolib.accounts.demo.token;
});
afterAll(() => gateway.close());

const march = { start_date: '2026-03-01', end_date: '2026-03-10' };
const json = () => rpcRequest('tools/list', {}, { token, era: '2025' }).headers;

/** A request whose headers are written as they are, also twice. */
function raw(headers: string[], body: string, method = 'POST'): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(new URL('/mcp', gateway.origin), { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function rawHeaders(more: Record<string, string>): string[] {
  const { host } = new URL(gateway.origin);
  return Object.entries({ host, ...json(), ...more }).flat();
}

const listTools = rpcRequest('tools/list', {}, { era: '2025' }).body;

describe('credentials', () => {
  test.each([
    ['none', undefined],
    ['another scheme', 'Basic c2FuZGJveDpzZWNyZXQ='],
    ['an empty bearer', 'Bearer '],
    ['words', "Bearer ' OR 1=1--"],
    ['no signature', 'Bearer sandbox-demo'],
    ['a short signature', 'Bearer sandbox-demo.abcdef'],
    ['another kind of token', 'Bearer vx_mcp_abc_def_ghi'],
    ['8 kB', `Bearer ${'x'.repeat(8000)}`],
  ])('%s: 401 with a challenge, and nothing is asked of the vendor', async (_, authorization) => {
    gateway.sandbox.voxolib.clearRequests();
    const headers = { ...rpcRequest('tools/list', {}).headers, ...(authorization && { authorization }) };
    const reply = await send(gateway.origin, { headers, body: listTools });
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer realm="voxolib"/);
    expect(reply.message.error?.message).toMatch(/Voxolib access token|must be "Bearer/);
    expect(gateway.sandbox.voxolib.requests).toHaveLength(0);
  });

  test.each(['token', 'access_token'])('a token in ?%s= is a 401 that is not logged', async (parameter) => {
    const secret = `canary.${'c'.repeat(64)}`;
    const reply = await send(gateway.origin, { headers: json(), body: listTools }, `/mcp?${parameter}=${secret}`);
    expect(reply.status).toBe(401);
    expect(gateway.log.join('')).not.toContain(secret);
    expect(reply.text).not.toContain(secret);
  });

  test.each([
    ['two Authorization headers', { Authorization: 'Bearer junk.junk' }],
    ['both kinds of header', { 'X-Voxolib-Token': 'junk.junk' }],
  ])('%s: 400', async (_, second) => {
    const reply = await raw([...rawHeaders({}), ...Object.entries(second).flat()], listTools);
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('2 credential headers');
  });
});

describe('where a request comes from and goes to', () => {
  test.each(['https://evil.example', 'null', 'https://mcp.example.com.evil.example', 'file://'])(
    'Origin %s: 403',
    async (origin) => {
      expect((await rpc(gateway.origin, 'tools/list', {}, { token, headers: { origin } })).status).toBe(403);
    },
  );

  test.each(['https://mcp.example.com', 'https://app.example.com', 'https://claude.ai', 'http://localhost:6274'])(
    'Origin %s: served, and a browser may read the answer',
    async (origin) => {
      const reply = await rpc(gateway.origin, 'tools/list', {}, { token, headers: { origin } });
      expect(reply.status).toBe(200);
      expect(reply.headers.get('access-control-allow-origin')).toBe(origin);
    },
  );

  test.each(['GET', 'POST', 'DELETE'])('a browser’s preflight of a %s needs no token', async (method) => {
    const reply = await fetch(new URL('/mcp', gateway.origin), {
      method: 'OPTIONS',
      headers: {
        origin: 'https://claude.ai',
        'access-control-request-method': method,
        'access-control-request-headers': 'authorization,mcp-method',
      },
    });
    expect(reply.status).toBe(204);
    expect(reply.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(reply.headers.get('access-control-allow-methods')).toContain(method);
  });

  test('another Host: 403; the health of the process can be asked by any name', async () => {
    expect((await raw(rawHeaders({ host: 'evil.example' }), listTools)).status).toBe(403);
    expect((await raw(rawHeaders({ host: 'mcp.example.com' }), listTools)).status).toBe(200);
  });

  test('X-Forwarded-Host of an unknown peer changes nothing', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '127.0.0.1' };
    expect((await rpc(gateway.origin, 'tools/list', {}, { token, headers })).status).toBe(200);
  });
});

describe('bodies', () => {
  const bad: [string, string, number, number][] = [
    ['truncated JSON', '{"jsonrpc":"2.0","id":1,"method":"tools/li', 400, -32700],
    ['nothing', '', 400, -32700],
    ['a batch', '[{"jsonrpc":"2.0","id":1,"method":"tools/list"}]', 400, -32600],
    ['an object as id', '{"jsonrpc":"2.0","id":{},"method":"tools/list"}', 400, -32600],
    ['an id beyond numbers', '{"jsonrpc":"2.0","id":1e400,"method":"tools/list"}', 400, -32600],
    ['another JSON-RPC', '{"jsonrpc":"1.0","id":1,"method":"tools/list"}', 400, -32600],
    ['100,000 nested arrays', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, -32600],
    ['a deep argument', deepArgument(5000), 400, -32600],
    ['__proto__', '{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"__proto__":{"a":1}}}', 400, -32600],
    [
      '__proto__, escaped',
      '{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"\\u005f_proto__":{"a":1}}}',
      400,
      -32600,
    ],
  ];
  test.each(bad)('%s: refused in JSON-RPC’s own words', async (_, body, status, code) => {
    const reply = await send(gateway.origin, { headers: json(), body });
    expect(reply.status).toBe(status);
    expect(reply.message.error?.code).toBe(code);
  });

  test('brackets inside a string are not depth', async () => {
    const reply = await callTool(gateway.origin, 'voxolib_wcb_calls', { ...march, tz: '[{"\\'.repeat(16) }, { token });
    expect(answerOf(reply)).toContain('tz');
  });

  test('text/plain: 415', async () => {
    const reply = await send(gateway.origin, { headers: { ...json(), 'content-type': 'text/plain' }, body: listTools });
    expect(reply.status).toBe(415);
    expect(reply.message.error?.message).toContain('application/json');
  });

  test('a compressed body: 415, never inflated', async () => {
    const headers = { ...json(), 'content-encoding': 'gzip' };
    const reply = await send(gateway.origin, { headers, body: gzipSync(listTools) });
    expect(reply.status).toBe(415);
  });

  test('2 MiB: 413', async () => {
    const reply = await send(gateway.origin, { headers: json(), body: JSON.stringify('x'.repeat(2 * 1024 * 1024)) });
    expect(reply.status).toBe(413);
    expect(reply.message.error?.message).toContain('larger than');
  });

  test('a string of 900 kB as an argument is refused by name, briefly', async () => {
    const given = { ...march, start_date: 'x'.repeat(900_000) };
    const reply = await callTool(gateway.origin, 'voxolib_wcb_calls', given, { token });
    expect(answerOf(reply)).toContain('start_date');
    expect(reply.text.length).toBeLessThan(1000);
  });
});

describe('the protocol', () => {
  test.each(['GET', 'DELETE', 'PUT'])('%s: 405, the endpoint is stateless', async (method) => {
    const reply = await raw(rawHeaders({}), '', method);
    expect(reply.status).toBe(405);
  });

  test.each(eras)(
    'the probe by GET and the end of a session by DELETE say what is answered instead, in the era of %s',
    async (era) => {
      const { headers } = rpcRequest('initialize', {}, { token, era });
      for (const method of ['GET', 'DELETE']) {
        const reply = await fetch(new URL('/mcp', gateway.origin), {
          method,
          headers: { ...headers, accept: 'text/event-stream', 'mcp-session-id': 'an-old-one' },
        });
        expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST']);
        expect(await reply.json()).toMatchObject({ error: { message: expect.stringContaining('stateless') } });
      }
    },
  );

  test('a session id is ignored: there are none', async () => {
    const headers = { 'mcp-session-id': '../../etc/passwd' };
    expect((await rpc(gateway.origin, 'tools/list', {}, { token, era: '2025', headers })).status).toBe(200);
  });

  test.each([
    ['Mcp-Name', { 'mcp-name': 'voxolib_dids' }],
    ['Mcp-Method', { 'mcp-method': 'tools/list' }],
    ['MCP-Protocol-Version', { 'mcp-protocol-version': '2025-11-25' }],
  ])('%s that disagrees with the body: 400, -32020', async (_, headers) => {
    const reply = await callTool(gateway.origin, 'voxolib_wcb_calls', march, { token, headers });
    expect(reply.status).toBe(400);
    expect(reply.message.error?.code).toBe(-32020);
  });

  test('a call of 2026 without Mcp-Method: 400, -32020', async () => {
    const given = { name: 'voxolib_wcb_calls', arguments: march };
    const { headers, body } = rpcRequest('tools/call', given, { token });
    const { 'mcp-method': _, ...others } = headers as Record<string, string>;
    const reply = await send(gateway.origin, { headers: others, body });
    expect(reply.status).toBe(400);
    expect(reply.message.error?.code).toBe(-32020);
  });

  test('a version of the protocol that is not there yet: 400, -32022, with those that are', async () => {
    const { headers, body } = rpcRequest(
      'tools/list',
      {},
      { token, headers: { 'mcp-protocol-version': '2030-01-01' } },
    );
    const reply = await send(gateway.origin, { headers, body: body.replaceAll('2026-07-28', '2030-01-01') });
    expect(reply.status).toBe(400);
    expect(reply.message.error).toMatchObject({ code: -32022 });
    expect(reply.text).toContain('2026-07-28');
  });

  test('an unknown method: 404, -32601', async () => {
    const reply = await rpc(gateway.origin, 'tools/fly', {}, { token });
    expect(reply.status).toBe(404);
    expect(reply.message.error?.code).toBe(-32601);
  });

  test('an unknown tool: -32602, with those there are', async () => {
    const reply = await callTool(gateway.origin, 'voxolib_sms', {}, { token });
    expect(reply.message.error).toMatchObject({ code: -32602, message: expect.stringContaining('voxolib_wcb_calls') });
  });
});

test('an unknown address is a JSON 404, also under /.well-known', async () => {
  const response = await fetch(new URL('/.well-known/oauth-protected-resource/mcp', gateway.origin));
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: 'not_found' });
});

function deepArgument(levels: number): string {
  const value = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  return `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"voxolib_dids","arguments":${value}}}`;
}
