import { inspect } from 'node:util';
import { isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import { describe, expect, test } from 'vitest';
import { answering, bodyCanary, dids, type Reply, refusing, token } from '../test/vendor-server.ts';
import { createVoxolibClient } from './client.ts';
import type { VoxolibOptions } from './options.ts';

const quick = { totalMs: 3000, attemptMs: 1000 };

function count(options: Partial<VoxolibOptions>) {
  return createVoxolibClient({ token, timeouts: quick, ...options }).dids.count();
}

async function failureOf(promise: Promise<unknown>): Promise<TelephonyError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isTelephonyError(error)) throw new Error(`Not a TelephonyError: ${inspect(error)}`);
  for (const text of [inspect(error, { depth: 12, showHidden: true }), JSON.stringify(error)]) {
    expect(text).not.toContain('pk_canary');
    expect(text).not.toContain('c0ffee42');
    expect(text).not.toContain(bodyCanary);
  }
  expect(error.provider).toBe('voxolib');
  return error;
}

describe('what Voxolib refuses', () => {
  const cases: [string, Reply, Partial<TelephonyError>][] = [
    ['an invalid token', refusing(401, 'invalid_token'), { code: 'UNAUTHENTICATED' }],
    ['a missing right', refusing(403, 'report_not_enabled'), { code: 'FORBIDDEN' }],
    ['a suspended account', refusing(403, 'account_suspended'), { code: 'FORBIDDEN' }],
    ['an unknown 403', refusing(403, bodyCanary), { code: 'FORBIDDEN' }],
    ['a 403 that is a page', { status: 403, body: `<html>${bodyCanary}` }, { code: 'FORBIDDEN' }],
    ['a path', { status: 404, body: bodyCanary }, { code: 'BAD_RESPONSE' }],
    ['a method', { status: 405, body: bodyCanary }, { code: 'BAD_RESPONSE' }],
    ['a value', refusing(400, bodyCanary, bodyCanary), { code: 'INVALID_INPUT', field: undefined }],
    ['a period', refusing(422, 'invalid_range', 'end_date'), { code: 'INVALID_INPUT' }],
    ['too many requests', refusing(429, 'rate_limited'), { code: 'RATE_LIMITED' }],
    ['an internal error', { status: 500, body: `<html>${bodyCanary}` }, { code: 'UNAVAILABLE' }],
    ['a bad gateway', { status: 502, body: bodyCanary }, { code: 'UNAVAILABLE' }],
    ['maintenance', { status: 503, body: bodyCanary }, { code: 'UNAVAILABLE' }],
    ['a slow gateway', { status: 504 }, { code: 'UNAVAILABLE' }],
  ];
  test.each(cases)('%s', async (_, reply, expected) => {
    const { baseUrl } = await answering(reply);
    const error = await failureOf(count({ baseUrl, retries: 0 }));
    expect(error).toMatchObject({ ...expected, detail: { path: '/reports/dids', status: reply.status } });
  });
});

test('a reply that fits', async () => {
  const { baseUrl, requests } = await answering(dids);
  await expect(count({ baseUrl })).resolves.toMatchObject({
    counts: { total: 12, active: 10, suspended: 1, other: 1 },
  });
  expect(requests).toEqual(['/reports/dids']);
});
