import { createHmac } from 'node:crypto';
import { isTelephonyError } from '@voxolib/telephony';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { expectNoSecret, failureOf } from '../test/failure-of.ts';
import { dids, token } from '../test/vendor-server.ts';
import { createVoxolibClient } from './client.ts';
import { readOptions } from './options.ts';

function refusalOf(options: object): string {
  try {
    createVoxolibClient(options);
  } catch (error) {
    if (!isTelephonyError(error)) throw error;
    expectNoSecret(error);
    return `${error.code} ${error.message}`;
  }
  return 'accepted';
}

describe('credentials', () => {
  const keys = { publicKey: 'pk_test', secretKey: 'canary of a secret' };

  test.each<[string, object, RegExp]>([
    ['nothing', {}, /^CONFIGURATION .*token: is missing/],
    ['both kinds', { token, ...keys }, /^CONFIGURATION .*not both/],
    ['half a pair', { publicKey: 'pk_test' }, /^CONFIGURATION .*secretKey: is missing/],
    ['the other half', { secretKey: 'pk_canary' }, /^CONFIGURATION .*publicKey: is missing/],
    ['an empty token', { token: '' }, /^CONFIGURATION .*token: is empty/],
    ['no token', { token: 'pk_canary' }, /^UNAUTHENTICATED /],
    ['a token with a line break', { token: `a\r\nx: ${token}` }, /^UNAUTHENTICATED /],
    ['a token beyond ASCII', { token: `clé${token}` }, /^UNAUTHENTICATED /],
  ])('%s', (_, options, expected) => {
    expect(refusalOf(options)).toMatch(expected);
  });

  test('keys make the token once, when it is first needed', async () => {
    const sent: (string | null)[] = [];
    const fetch = async (input: unknown) => {
      sent.push(input instanceof Request ? input.headers.get('authorization') : null);
      return new Response(String(dids.body));
    };
    const sign = vi.spyOn(globalThis.crypto.subtle, 'sign');
    onTestFinished(() => sign.mockRestore());
    const client = createVoxolibClient({ ...keys, fetch });
    expect(sign).not.toHaveBeenCalled();
    await Promise.all([client.dids.count(), client.dids.count()]);
    const signature = createHmac('sha256', keys.secretKey).update('pk_testcdr').digest('hex');
    expect(sign).toHaveBeenCalledTimes(1);
    expect(sent).toEqual(Array(2).fill(`Bearer pk_test.${signature}`));
  });

  test('keys that cannot be right are named without being repeated', async () => {
    const { dids } = createVoxolibClient({ publicKey: 'pk_test', secretKey: 'pk_canary ' });
    expect(await failureOf(dids.count())).toMatchObject({ code: 'CONFIGURATION', field: 'secretKey' });
  });
});

describe('the base URL', () => {
  test.each([
    'https://api.voxolib.com/v2',
    'https://api.voxolib.com:8443/v2/',
    'http://localhost:4010',
    'http://127.0.0.1:4010/v2',
    'http://[::1]:4010',
  ])('%s is accepted', (baseUrl) => {
    expect(refusalOf({ token, baseUrl })).toBe('accepted');
  });

  test.each([
    '',
    'api.voxolib.com',
    'http://api.voxolib.com',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://10.0.0.1',
    'ftp://localhost',
    'file:///etc/passwd',
    'https://user@api.voxolib.com',
    'https://:pk_canary@api.voxolib.com',
    'https://api.voxolib.com/?x=1',
    'https://api.voxolib.com/v2?',
    'https://api.voxolib.com/v2#',
  ])('%s is refused', (baseUrl) => {
    expect(refusalOf({ token, baseUrl })).toMatch(/^CONFIGURATION .*baseUrl: /);
  });

  test('of the contract stands where none is given, without its last slash', () => {
    expect(readOptions({ token }).baseUrl).toBe('https://api.voxolib.com/v2');
    expect(readOptions({ token, contract: { base_url: 'https://eu.example.com/v3/' } }).baseUrl).toBe(
      'https://eu.example.com/v3',
    );
  });
});

test('every wrong option is reported in one error', () => {
  const options = {
    publicKey: 'pk_canary',
    baseUrl: 'http://example.com',
    timeouts: { totalMs: 0, headers: 1 },
    retries: -1,
    fetch: 'fetch',
    guard: {},
    contract: { paging: { max_pages: 'all' } },
    apiKey: 'pk_canary',
  };
  const refusal = refusalOf(options);
  for (const field of [
    'secretKey',
    'baseUrl',
    'timeouts.totalMs',
    'timeouts.headers',
    'retries',
    'fetch',
    'guard',
    'paging.max_pages',
    'apiKey',
  ]) {
    expect(refusal).toContain(`${field}: `);
  }
});
