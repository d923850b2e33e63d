import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpServer } from '../src/http-server.ts';
import { createLogger, createServerLog } from '../src/operations/log.ts';
import { createMetrics } from '../src/operations/metrics.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { rpc, rpcRequest } from './support/rpc.ts';

const body = rpcRequest('tools/list', {}, { era: '2025' }).body;

/** Sends bytes as they are. Gives all that comes back until the server closes the connection. */
function exchange(origin: string, sent: string | ((socket: Socket) => void)): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setEncoding('latin1').on('data', (piece) => {
      text += piece;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // A server that refuses may close while there is more to read.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    if (typeof sent === 'string') socket.write(sent, 'latin1');
    else sent(socket);
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

describe('bytes that are not quite HTTP', () => {
  let gateway: Gateway;
  let token: string;
  beforeAll(async () => {
    gateway = await startGateway();
    token = gateway.sandbox.voxolib.accounts.demo.token;
  });
  afterAll(() => gateway.close());

  /** The lines of a request that is right, but for what a test changes. */
  function lines(more: readonly string[], start = 'POST /mcp HTTP/1.1'): string {
    const headers = [
      `Host: ${new URL(gateway.origin).host}`,
      'Content-Type: application/json',
      'Accept: application/json, text/event-stream',
      `Authorization: Bearer ${token}`,
      'Connection: close',
    ];
    return `${[start, ...headers, ...more].join('\r\n')}\r\n\r\n`;
  }
  const length = `Content-Length: ${body.length}`;

  test('a request that is right is served', async () => {
    expect(statusOf(await exchange(gateway.origin, lines([length]) + body))).toBe(200);
  });

  test.each([
    ['two lengths that differ', () => lines([length, 'Content-Length: 5']) + body],
    [
      'a length beside chunks',
      () => `${lines([length, 'Transfer-Encoding: chunked'])}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    ],
    ['a line that ends with LF alone', () => (lines([length]) + body).replace('\r\nContent-Type', '\nContent-Type')],
    ['NUL in a header', () => lines([length, 'X-Any: a\0b']) + body],
    ['no Host', () => (lines([length]) + body).replace(/Host: .*\r\n/, '')],
    ['a space before the colon', () => lines([length, 'X-Any : a']) + body],
    ['a negative length', () => lines(['Content-Length: -1']) + body],
    ['no HTTP at all', () => '\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03\r\n\r\n'],
  ])('%s: 400, and the connection is closed', async (_, request) => {
    const asked = gateway.sandbox.voxolib.requests.length;
    expect(statusOf(await exchange(gateway.origin, request()))).toBe(400);
    expect(gateway.sandbox.voxolib.requests).toHaveLength(asked);
  });

  test.each([
    ['one header of 20 KB', () => [`X-Any: ${'x'.repeat(20_000)}`]],
    ['a bearer of 20 KB', () => [`X-Voxolib-Token: ${'x'.repeat(20_000)}`]],
    ['a thousand headers', () => Array.from({ length: 1_000 }, (_, index) => `X-Any-${index}: ${'x'.repeat(20)}`)],
  ])('%s: 431', async (_, more) => {
    expect(statusOf(await exchange(gateway.origin, lines([length, ...more()]) + body))).toBe(431);
  });

  test.each([
    ['/../../etc/passwd', 404],
    ['/mcp/../../etc/passwd', 404],
    ['/%2e%2e/%2e%2e/etc/passwd', 404],
    ['/_assets/..%2f..%2fpackage.json', 404],
    ['http://evil.example/etc/passwd', 404],
  ])('GET %s: %i, and nothing of a file', async (path, status) => {
    const answer = await exchange(gateway.origin, lines([], `GET ${path} HTTP/1.1`));
    expect(statusOf(answer)).toBe(status);
    expect(answer).not.toMatch(/root:|"dependencies"/);
  });

  test('CONNECT opens no way to anywhere', async () => {
    const answer = await exchange(gateway.origin, 'CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:22\r\n\r\n');
    expect(answer).not.toMatch(/^HTTP\/1\.1 2/);
    expect(answer).not.toContain('SSH');
  });

  test('after all of it the server answers, and has logged no token', async () => {
    expect((await rpc(gateway.origin, 'tools/list', {}, { token })).status).toBe(200);
    expect(gateway.log.join('')).not.toContain(token);
  });
});

describe('a request that never ends', () => {
  const log = createServerLog(createLogger('silent'), createMetrics());
  const server = createHttpServer({ log, trustProxy: [], requestTimeoutMs: 300 });
  let origin = '';
  beforeAll(async () => {
    server.post('/mcp', async () => ({ ok: true }));
    origin = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => server.close());

  /** One piece after the other, for as long as there is somebody to take them. */
  const dribbled = (start: string, piece: string) => (socket: Socket) => {
    socket.write(start);
    const dribbling = setInterval(() => socket.write(piece), 20);
    socket.on('close', () => clearInterval(dribbling));
  };

  test.each([
    ['headers that come byte by byte', 'POST /mcp HTTP/1.1\r\nHost: a\r\nX-Any: ', 'x'],
    [
      'a body that comes byte by byte',
      'POST /mcp HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n',
      ' ',
    ],
  ])('%s: 408, and the connection is closed', async (_, start, piece) => {
    expect(statusOf(await exchange(origin, dribbled(start, piece)))).toBe(408);
    const answer = await fetch(`${origin}/mcp`, { method: 'POST' });
    expect(answer.status).toBe(200);
  });
});
