import { createGuard } from '@voxolib/upstream';

export interface UpstreamGuardOptions {
  /** Reads under way at the same time (64). */
  maxConcurrent?: number;
  /** Reads that may wait for their turn (256); more are refused at once. */
  queue?: number;
  /** After `failures` (5) failed reads in a row, reads are refused for `openMs` (10 000); then one is let through to try. */
  breaker?: { failures?: number; openMs?: number };
}

/** What the clients of one process share, so that an outage of Voxolib costs each caller little. */
export interface UpstreamGuard {
  readonly state: 'closed' | 'open' | 'half-open';
  /** Runs `read`, or throws UNAVAILABLE at once while Voxolib is known to be down or too many reads wait. */
  run<T>(signal: AbortSignal, read: () => Promise<T>): Promise<T>;
}

/** Makes a guard; one per process and address of the API. Its state is no caller's data: only successes and failures. */
export function createUpstreamGuard(options: UpstreamGuardOptions = {}): UpstreamGuard {
  return createGuard({ provider: 'voxolib', title: 'Voxolib' }, options);
}
