import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { clientBefore, credential, failureOf } from '../test/fake-vendor.ts';
import { createVoipmsClient } from './client.ts';
import { voipms } from './provider/index.ts';
import { createSharing } from './shared-state.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08', tz: 'America/Toronto' };
const call = { date: '2026-03-03 10:00:00', disposition: 'ANSWERED', destination_type: 'IN:CAN', callerid: '' };
const cdr = Array.from({ length: 5000 }, (_, index) => ({
  ...call,
  uniqueid: String(index),
  destination: String(index),
}));
const document = JSON.stringify({ status: 'success', cdr });

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function addressOf(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/rest.php`;
}

function optionsOf(baseUrl: string) {
  const pace = { spacingMs: 0, perMinute: 10_000 };
  return {
    ...credential,
    baseUrl,
    pace,
    retries: 0,
    sharing: createSharing(),
    now: () => new Date('2026-03-31T12:00:00Z'),
  };
}

describe('over a real connection', () => {
  test('packed calls are counted', async () => {
    const baseUrl = await addressOf((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(document));
    });
    const { totals } = await voipms(optionsOf(baseUrl)).calls.daily('inbound', week);
    expect(totals).toEqual({ total: 5000, status_breakdown: { ANSWERED: 5000 } });
  });

  test('a reply is cut off when it has inflated to too much', async () => {
    const sent = { megabytes: 0 };
    const baseUrl = await addressOf((_, response) => {
      const gzip = createGzip({ level: 1 });
      const more = () => {
        sent.megabytes += 1;
        gzip.write(Buffer.alloc(1_000_000, ' '), () => response.destroyed || more());
      };
      gzip.pipe(response.writeHead(200, { 'content-encoding': 'gzip' }));
      more();
    });
    const error = await failureOf(voipms(optionsOf(baseUrl)).calls.daily('inbound', week));
    expect(error).toMatchObject({ code: 'BAD_RESPONSE', message: expect.stringContaining('128 MiB') });
    expect(sent.megabytes).toBeGreaterThan(128);
  });

  test.each([
    ['reset', (response: Parameters<RequestListener>[1]) => response.destroy()],
    ['closed', (response: Parameters<RequestListener>[1]) => response.end()],
  ])('calls of which a part came before the connection was %s are not counted', async (_, end) => {
    const baseUrl = await addressOf((_, response) => {
      response.writeHead(200);
      response.write(document.slice(0, -1000), () => end(response));
    });
    const error = await failureOf(voipms(optionsOf(baseUrl)).calls.daily('inbound', week));
    expect(['UNAVAILABLE', 'BAD_RESPONSE']).toContain(error.code);
  });

  test('a redirect is not followed', async () => {
    const asked: unknown[] = [];
    const other = await addressOf((request, response) => {
      asked.push(request.url);
      response.end(document);
    });
    const baseUrl = await addressOf((_, response) => void response.writeHead(307, { location: other }).end());
    expect(await failureOf(createVoipmsClient(optionsOf(baseUrl)).call('getCDR'))).toMatchObject({
      code: 'BAD_RESPONSE',
    });
    expect(asked).toEqual([]);
  });
});

test.each(['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'DEPTH_ZERO_SELF_SIGNED_CERT'])(
  'a certificate that is not trusted (%s) is said, and nothing is tried again',
  async (code) => {
    const { client, requests } = clientBefore(() => Object.assign(new Error('canary'), { code }), { retries: 2 });
    expect(await failureOf(client.call('getBalance'))).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('certificate'),
      detail: { reason: code },
    });
    expect(requests).toHaveLength(1);
  },
);

test.each([
  ['3600', 3_600_000],
  ['Sun, 15 Mar 2026 12:00:30 GMT', 30_000],
  ['abc', undefined],
])('429 with Retry-After %s', async (header, retryAfterMs) => {
  const reply = () => new Response('canary', { status: 429, headers: { 'retry-after': header } });
  const { client } = clientBefore(reply, { now: () => new Date('2026-03-15T12:00:00Z') });
  expect(await failureOf(client.call('getBalance'))).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs });
});
