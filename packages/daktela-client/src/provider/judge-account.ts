import { isTelephonyError } from '@voxolib/telephony';
import { createDaktelaClient } from '../client.ts';
import type { DaktelaOptions } from '../options.ts';

const TIMEOUT_MS = 15_000;

/**
 * Whether an instance accepts a credential, learnt from whoim. Other failures are thrown: they say nothing about the credential.
 */
export async function judgeAccount(
  options: DaktelaOptions,
  { signal }: { signal?: AbortSignal } = {},
): Promise<'accepted' | 'refused'> {
  try {
    const client = createDaktelaClient({ ...options, timeouts: { totalMs: TIMEOUT_MS }, retries: 0 });
    await client.whoim({ signal });
    return 'accepted';
  } catch (error) {
    if (isTelephonyError(error) && error.code === 'UNAUTHENTICATED') return 'refused';
    throw error;
  }
}
