import { isTelephonyError } from '@voxolib/telephony';
import { createVoxolibClient } from '../client.ts';
import type { VoxolibOptions } from '../options.ts';

const TIMEOUT = 5000;

/**
 * Whether Voxolib accepts a token, learnt from its cheapest read, the count of DIDs: one request, at most 5 s.
 * An account that has no right to that count has a good token all the same. Other failures are thrown: they say
 * nothing about the token.
 */
export async function judgeToken(
  options: VoxolibOptions,
  { signal }: { signal?: AbortSignal } = {},
): Promise<'accepted' | 'refused'> {
  const timeouts = { totalMs: TIMEOUT, attemptMs: TIMEOUT };
  try {
    const client = createVoxolibClient({ ...options, timeouts, retries: 0 });
    await client.dids.count({ ...(signal && { signal }) });
    return 'accepted';
  } catch (error) {
    if (isTelephonyError(error) && error.code === 'UNAUTHENTICATED') return 'refused';
    if (isTelephonyError(error) && error.code === 'FORBIDDEN') return 'accepted';
    throw error;
  }
}
