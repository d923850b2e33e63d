import { setTimeout as sleep } from 'node:timers/promises';
import { isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import { CIRCUIT_OPEN } from './guard.ts';
import { isCertificateFault } from './network-fault.ts';

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5000;
/** Those above 504 are Cloudflare's: what it stands before does not answer it. */
const PASSING_STATUSES: readonly unknown[] = [429, 502, 503, 504, 520, 521, 522, 523, 524];

interface RetryLimits {
  /** How often a read may be repeated after it failed. */
  retries: number;
  /** Statuses after which it is repeated once and no more, beside those that say "later". */
  onceAfter?: readonly number[];
  /** When the whole call ends, on the clock of `performance.now()`: no pause reaches beyond it. */
  endsAt: number;
  signal: AbortSignal;
}

/**
 * Repeats a read that failed for a passing reason. The pause is the vendor's `Retry-After`, or else a random part of a
 * growing span, so that many callers do not come back together.
 *
 * Cockatiel's retry waits without listening to the signal, and would hold a place in the queue for a caller who has gone.
 */
export async function withRetries<T>(limits: RetryLimits, read: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      if (attempt >= limits.retries || limits.signal.aborted) throw error;
      if (!isPassing(error) && !(attempt === 0 && isOneOf(limits.onceAfter, error))) throw error;
      const pause = pauseAfter(error, attempt);
      if (pause >= limits.endsAt - performance.now()) throw error;
      await sleep(pause, undefined, { signal: limits.signal });
    }
  }
}

/**
 * No answer at all, or one of the statuses that say "later". A 500 may be a fault of the request and is not repeated, nor is what a guard
 * refused so that nobody waits.
 */
function isPassing(error: unknown): error is TelephonyError {
  if (!isTelephonyError(error) || !error.retryable) return false;
  const { status, reason } = error.detail ?? {};
  if (reason === CIRCUIT_OPEN) return false;
  return status === undefined ? !isCertificateFault(String(reason)) : PASSING_STATUSES.includes(status);
}

function isOneOf(statuses: readonly unknown[] | undefined, error: unknown): error is TelephonyError {
  return isTelephonyError(error) && error.retryable && statuses?.includes(error.detail?.status) === true;
}

function pauseAfter(error: TelephonyError, attempt: number): number {
  const jitter = Math.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt);
  return error.retryAfterMs === undefined ? jitter : error.retryAfterMs + jitter;
}
