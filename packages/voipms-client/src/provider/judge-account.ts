import { isTelephonyError } from '@voxolib/telephony';
import { createVoipmsClient } from '../client.ts';
import type { VoipmsOptions } from '../options.ts';

/** VoIP.ms takes its time: 7 to 11 s for a call have been seen. */
const TIMEOUT_MS = 15_000;

/**
 * Whether VoIP.ms accepts a username and an API password, learnt from the balance: one request, remembered for some seconds like
 * every read. Other failures are thrown, also `FORBIDDEN` where the API is off or this address is not on the account's list:
 * they say nothing about the credential.
 */
export async function judgeAccount(
  options: VoipmsOptions,
  { signal }: { signal?: AbortSignal } = {},
): Promise<'accepted' | 'refused'> {
  try {
    const client = createVoipmsClient({ ...options, timeouts: { readMs: TIMEOUT_MS }, retries: 0 });
    await client.call('getBalance', {}, signal === undefined ? {} : { signal });
    return 'accepted';
  } catch (error) {
    if (isTelephonyError(error) && error.code === 'UNAUTHENTICATED') return 'refused';
    throw error;
  }
}
