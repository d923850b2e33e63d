import { inspect } from 'node:util';
import { isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import { expect } from 'vitest';

/** Looks at what a client of a vendor fails with. None of `secrets` may be in anything that it gives. */
export function failuresOf(provider: string, secrets: readonly string[]) {
  function expectNoSecret(value: unknown): void {
    for (const text of [inspect(value, { depth: 12, showHidden: true }), JSON.stringify(value), String(value)]) {
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  }

  /** The TelephonyError that `promise` rejects with, after making sure that it tells nothing that it must not. */
  async function failureOf(promise: Promise<unknown>): Promise<TelephonyError> {
    const error: unknown = await promise.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!isTelephonyError(error)) throw new Error(`Not a TelephonyError: ${inspect(error)}`);
    expectNoSecret(error);
    expect(error.provider).toBe(provider);
    return error;
  }

  return { failureOf, expectNoSecret };
}
