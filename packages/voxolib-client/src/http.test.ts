import { gzipSync } from 'node:zlib';
import type { TelephonyError } from '@voxolib/telephony';
import { describe, expect, test } from 'vitest';
import { countDids, failureOf } from '../test/failure-of.ts';
import { answering, bodyCanary, dids, type Reply, refusing, token, vendorServer } from '../test/vendor-server.ts';
import { createVoxolibClient } from './client.ts';

const period = { start_date: '2026-03-01', end_date: '2026-03-02', tz: 'Europe/Paris' };

describe('a refusal of Voxolib', () => {
  const cases: [string, Reply, Partial<TelephonyError>][] = [
    ['an invalid token', refusing(401, 'invalid_token'), { code: 'UNAUTHENTICATED' }],
    ['a 401 that is a page', { status: 401, body: `<html>${bodyCanary}` }, { code: 'UNAUTHENTICATED' }],
    ['a missing right', refusing(403, 'report_not_enabled'), { code: 'FORBIDDEN' }],
    ['a suspended account', refusing(403, 'account_suspended'), { code: 'FORBIDDEN' }],
    ['an unknown 403', refusing(403, bodyCanary), { code: 'FORBIDDEN' }],
    ['a 403 that is a page', { status: 403, body: `<html>${bodyCanary}` }, { code: 'FORBIDDEN' }],
    ['an unknown path', { status: 404, body: bodyCanary }, { code: 'BAD_RESPONSE' }],
    ['an unknown method', { status: 405, body: bodyCanary }, { code: 'BAD_RESPONSE' }],
    ['an unknown value', refusing(400, bodyCanary, bodyCanary), { code: 'INVALID_INPUT', field: undefined }],
    ['too many requests', refusing(429, 'rate_limited'), { code: 'RATE_LIMITED', retryable: true }],
    ['an internal error', { status: 500, body: `<html>${bodyCanary}` }, { code: 'UNAVAILABLE' }],
    ['a bad gateway', { status: 502, body: bodyCanary }, { code: 'UNAVAILABLE' }],
    ['maintenance', { status: 503, body: bodyCanary }, { code: 'UNAVAILABLE', retryable: true }],
    ['a slow gateway', { status: 504 }, { code: 'UNAVAILABLE' }],
    ['a time-out', { status: 408 }, { code: 'UNAVAILABLE' }],
  ];
  test.each(cases)('%s', async (_, reply, expected) => {
    const { baseUrl } = await answering(reply);
    const error = await failureOf(countDids({ baseUrl, retries: 0 }));
    const detail = { method: 'GET', path: '/reports/dids', operation: 'dids', status: reply.status };
    expect({ ...error, retryable: error.retryable }).toMatchObject({ ...expected, detail });
  });

  test('a missing right is named with its product and with whom to ask', async () => {
    const { baseUrl } = await answering(refusing(403, 'report_not_enabled'));
    const { reports } = createVoxolibClient({ token, baseUrl });
    const wcb = await failureOf(reports.wcbCalls(period));
    const did = await failureOf(reports.minutes('did', period));
    expect(wcb.message).toMatch(/WCB report right.*administrator.*support/);
    expect(did.message).toMatch(/DID report right.*administrator.*support/);
  });

  test('a refused argument carries our name for it', async () => {
    const { baseUrl } = await answering(refusing(422, 'invalid_range', 'au'));
    const query = { start_date: 'du', end_date: 'au', tz: 'zone' };
    const contract = { operations: { wcb_calls: { query } } };
    const error = await failureOf(createVoxolibClient({ token, baseUrl, contract }).reports.wcbCalls(period));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', field: 'end_date' });
  });

  test('an error body that never ends does not hold the error back', async () => {
    let open = 0;
    const baseUrl = await vendorServer((_, response) => {
      open += 1;
      response.on('close', () => (open -= 1));
      response.writeHead(401);
      response.write(bodyCanary);
    });
    const error = await failureOf(countDids({ baseUrl, timeouts: { totalMs: 10_000, attemptMs: 10_000 } }));
    expect(error.code).toBe('UNAUTHENTICATED');
    await expect.poll(() => open).toBe(0);
  });
});

describe('a reply', () => {
  test('that fits', async () => {
    const { baseUrl, requests } = await answering(dids);
    await expect(countDids({ baseUrl })).resolves.toMatchObject({
      counts: { total: 12, active: 10, suspended: 1, other: 1 },
      receivedAt: expect.any(Date),
    });
    expect(requests).toEqual(['/reports/dids']);
  });

  test('that is packed', async () => {
    const body = gzipSync(String(dids.body));
    const { baseUrl } = await answering({ status: 200, headers: { 'content-encoding': 'gzip' }, body });
    await expect(countDids({ baseUrl })).resolves.toMatchObject({ counts: { total: 12 } });
  });

  test('that starts with a byte order mark', async () => {
    const { baseUrl } = await answering({ ...dids, body: `\uFEFF${dids.body}` });
    await expect(countDids({ baseUrl })).resolves.toMatchObject({ counts: { total: 12 } });
  });

  test.each<[string, Reply]>([
    ['a web page', { status: 200, headers: { 'content-type': 'text/html' }, body: `<html>${bodyCanary}` }],
    ['empty', { status: 200 }],
    ['without content', { status: 204 }],
    ['null', { status: 200, body: 'null' }],
    ['cut off', { status: 200, body: '{"data":{"total":12,"act' }],
    ['a text', { status: 200, body: `"${bodyCanary}"` }],
    ['nested too deeply', { status: 200, body: '['.repeat(200_000) }],
    ['packed wrongly', { status: 200, headers: { 'content-encoding': 'identity' }, body: gzipSync(bodyCanary) }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
    ['a permanent redirect', { status: 308, headers: { location: `/${bodyCanary}` } }],
  ])('that is %s', async (_, reply) => {
    const { baseUrl, requests } = await answering(reply);
    const error = await failureOf(countDids({ baseUrl }));
    expect(error.code).toBe('BAD_RESPONSE');
    expect(requests).toHaveLength(1);
  });

  test('a redirect to another host is never asked, let alone with the token', async () => {
    const other = await answering(dids);
    const { baseUrl } = await answering({ status: 307, headers: { location: `${other.baseUrl}/reports/dids` } });
    const error = await failureOf(countDids({ baseUrl }));
    expect(error).toMatchObject({ code: 'BAD_RESPONSE', message: expect.stringContaining('redirect') });
    expect(other.requests).toEqual([]);
  });
});

test('the token travels in the header that the contract names, and nowhere else', async () => {
  const seen: [string | undefined, unknown][] = [];
  const baseUrl = await vendorServer((request, response) => {
    seen.push([request.url, request.headers.authorization ?? request.headers['x-token']]);
    response.end(dids.body);
  });
  await countDids({ baseUrl: `${baseUrl}/v2/` });
  await countDids({ baseUrl, contract: { authorization: { header: 'X-Token', scheme: '' } } });
  expect(seen).toEqual([
    ['/v2/reports/dids', `Bearer ${token}`],
    ['/reports/dids', token],
  ]);
});
