import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { describeProvider } from '@voxolib/test-kit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tokenOptionsFor } from '../../test/sandbox-options.ts';
import type { DaktelaOptions } from '../options.ts';
import { daktela, judgeAccount } from './index.ts';

const now = () => new Date('2026-11-20T14:05:09Z');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now });
});
afterEach(() => sandbox.daktela.setFault(undefined));
afterAll(() => sandbox.close());

function providerOf(more: Partial<DaktelaOptions> = {}) {
  return daktela(tokenOptionsFor(sandbox, 'demo', { now, ...more }));
}

function failing(fault: string, more: Partial<DaktelaOptions> = {}) {
  return () => {
    sandbox.daktela.setFault(fault);
    return providerOf({ retries: 0, ...more });
  };
}

describeProvider('daktela', {
  provider: () => providerOf(),
  now,
  failures: {
    'a token that is not valid': {
      code: 'UNAUTHENTICATED',
      provider: () => providerOf({ accessToken: '0'.repeat(40) } as Partial<DaktelaOptions>),
    },
    'a role that may not': { code: 'FORBIDDEN', provider: failing('status=403') },
    'too many requests': { code: 'RATE_LIMITED', provider: failing('status=429') },
    'an outage': { code: 'UNAVAILABLE', provider: failing('status=503') },
    'a web page': { code: 'BAD_RESPONSE', provider: failing('html') },
  },
  async silent() {
    sandbox.daktela.setFault('slow=60000');
    sandbox.daktela.clearRequests();
    const { requests } = sandbox.daktela;
    return {
      provider: providerOf(),
      reached: () => expect.poll(() => requests.length, { timeout: 30_000 }).toBe(1),
      gone: () => expect.poll(() => requests[0]?.aborted, { timeout: 30_000 }).toBe(true),
    };
  },
});

describe('an account', () => {
  test('is accepted by its token, and by its password', async () => {
    await expect(judgeAccount(tokenOptionsFor(sandbox, 'demo', { now }))).resolves.toBe('accepted');
    const { accounts, url } = sandbox.daktela;
    const { username, password } = accounts.demo;
    await expect(judgeAccount({ url, trustedOrigins: [url], username, password, now })).resolves.toBe('accepted');
  });

  test.each([
    ['another token', { accessToken: '0'.repeat(40) }],
    ['another password', { username: 'demo.sandbox', password: 'wrong' }],
    ['a user who may not log in', { username: 'disabled.sandbox', password: 'sandbox-disabled-daktela-password' }],
  ])('is refused with %s', async (_, credential) => {
    const { url } = sandbox.daktela;
    const options = { url, trustedOrigins: [url], ...credential, now } as DaktelaOptions;
    await expect(judgeAccount(options)).resolves.toBe('refused');
  });

  test('is not judged during an outage', async () => {
    sandbox.daktela.setFault('status=503');
    await expect(judgeAccount(tokenOptionsFor(sandbox, 'demo', { now }))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });
});
