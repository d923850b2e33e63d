import { endTurn, takeTurn } from '../../storage/turns.ts';
import { type Removed, type RetentionOptions, removeOldCalls } from './remove-old-calls.ts';

export interface RetentionScheduleOptions extends Omit<RetentionOptions, 'before' | 'signal'> {
  /** How long a call is kept. */
  readonly days: number;
  readonly onRemoved?: (removed: Removed) => void;
  /** Told of what failed; it is tried again. */
  readonly onError?: (error: unknown) => void;
  /** When the first look is, and the pause between looks: each only asks whether the work of the day was done. */
  readonly firstMs?: number;
  readonly lookMs?: number;
}

const TURN = 'audit-retention';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Removes old calls once a day, in one of the processes that share the storage. */
export function keepRetention(options: RetentionScheduleOptions): { stop(): Promise<void> } {
  const { storage, days, onRemoved, onError, now = Date.now, firstMs = 2 * 60_000, lookMs = HOUR_MS } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  let working: Promise<void> | undefined;
  let timer = setTimeout(look, firstMs).unref();

  function look(): void {
    working = work()
      .catch((error: unknown) => onError?.(error))
      .finally(() => {
        if (!signal.aborted) timer = setTimeout(look, lookMs).unref();
      });
  }

  async function work(): Promise<void> {
    if (!(await takeTurn(storage.db, TURN, { leaseMs: HOUR_MS, now: now() }))) return;
    const removed = await removeOldCalls({ ...options, before: now() - days * DAY_MS, signal });
    if (signal.aborted) return;
    await endTurn(storage.db, TURN, now() + DAY_MS);
    onRemoved?.(removed);
  }

  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await working;
    },
  };
}
