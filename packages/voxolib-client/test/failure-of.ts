import { inspect } from 'node:util';
import { isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import { expect } from 'vitest';
import { createVoxolibClient } from '../src/client.ts';
import type { VoxolibOptions } from '../src/options.ts';
import { bodyCanary, token } from './vendor-server.ts';

/** The cheapest call, with limits that suit a test. */
export function countDids(options: Partial<VoxolibOptions>, signal?: AbortSignal) {
  const client = createVoxolibClient({ token, timeouts: { totalMs: 10_000 }, ...options });
  return client.dids.count(signal && { signal });
}

/** The TelephonyError that `promise` rejects with, after making sure that it tells nothing that it must not. */
export async function failureOf(promise: Promise<unknown>): Promise<TelephonyError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isTelephonyError(error)) throw new Error(`Not a TelephonyError: ${inspect(error)}`);
  expectNoSecret(error);
  expect(error.provider).toBe('voxolib');
  return error;
}

export function expectNoSecret(value: unknown): void {
  for (const text of [inspect(value, { depth: 12, showHidden: true }), JSON.stringify(value), String(value)]) {
    for (const secret of ['pk_canary', 'c0ffee42', bodyCanary]) expect(text).not.toContain(secret);
  }
}
