import { failuresOf } from '@voxolib/test-kit';
import { createVoxolibClient } from '../src/client.ts';
import type { VoxolibOptions } from '../src/options.ts';
import { bodyCanary, token } from './vendor-server.ts';

/** The cheapest call, with limits that suit a test. */
export function countDids(options: Partial<VoxolibOptions>, signal?: AbortSignal) {
  const client = createVoxolibClient({ token, timeouts: { totalMs: 10_000 }, ...options });
  return client.dids.count(signal && { signal });
}

export const { failureOf, expectNoSecret } = failuresOf('voxolib', ['pk_canary', 'c0ffee42', bodyCanary]);
