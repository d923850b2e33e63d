import { setTimeout as pause } from 'node:timers/promises';
import type { Storage } from '../../storage/storage.ts';
import type { AuditProblem } from '../problem.ts';
import { type AuditKey, createSignatures } from '../signatures.ts';
import { cutChain } from './cut-chain.ts';
import { cutCheckpoints } from './cut-checkpoints.ts';

export interface RetentionOptions {
  readonly storage: Storage;
  readonly keys: readonly AuditKey[];
  /** Calls that began before this time are removed, in milliseconds since 1970. */
  readonly before: number;
  /** Told of chains that cannot be cut without hiding that they were changed. */
  readonly onProblem?: (problem: AuditProblem) => void;
  /** Stops between two cuts; what was removed until then stays removed. */
  readonly signal?: AbortSignal;
  readonly now?: () => number;
}

export interface Removed {
  readonly calls: number;
  /** Chains of which nothing is left. */
  readonly writers: number;
  readonly checkpoints: number;
}

const BREATH_MS = 10;

/**
 * Removes old calls from the beginning of each chain, and signs where it begins from now on: what is kept can be verified as
 * before. A call that is old stays as long as one that is not stands before it in its chain. Safe beside processes that
 * write, and beside itself.
 */
export async function removeOldCalls({
  storage,
  keys,
  before,
  onProblem,
  signal,
  now = Date.now,
}: RetentionOptions): Promise<Removed> {
  const signatures = createSignatures(keys);
  const writers = await storage.db.selectFrom('audit_writers').select('id').orderBy('id').execute();
  let calls = 0;
  for (const { id } of writers) {
    while (!signal?.aborted) {
      const cut = await cutChain(storage.db, signatures, id, before);
      if (cut === 'broken') onProblem?.({ kind: 'tampering', what: `Chain ${id} is broken, and keeps its old calls.` });
      if (cut === 'broken' || cut === 'done') break;
      calls += cut.calls;
      // The embedded database works in this thread: calls go first.
      await pause(BREATH_MS, undefined, { ref: false });
    }
  }
  if (signal?.aborted) return { calls, writers: 0, checkpoints: 0 };
  return { calls, ...(await cutCheckpoints(storage.db, signatures, before, now())) };
}
