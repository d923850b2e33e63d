import { isTelephonyError, TelephonyError } from '@voxolib/telephony';
import {
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';

/** Whose API is guarded: the id and the name that errors show. */
interface GuardedApi {
  provider: string;
  title: string;
}

interface GuardLimits {
  /** Pieces of work under way at the same time (64). */
  maxConcurrent?: number;
  /** Pieces of work that may wait for their turn (256); more are refused at once. */
  queue?: number;
  /** After `failures` (5) failed pieces in a row, work is refused for `openMs` (10 000); then one is let through to try. */
  breaker?: { failures?: number; openMs?: number };
}

/** What the clients of one process share, so that an outage of an API costs each caller little. */
export interface Guard {
  readonly state: 'closed' | 'open' | 'half-open';
  /** Runs `work`, or throws UNAVAILABLE at once while the API is known to be down or too much work waits. */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** For work that waits for something else first. @throws UNAVAILABLE while the API is known to be down */
  check(): void;
}

type Outcome<T> = { value: T } | { refusal: unknown };

/** Makes a guard; one per process and address of an API. Its state is no caller's data: only successes and failures. */
export function createGuard({ provider, title }: GuardedApi, limits: GuardLimits = {}): Guard {
  const openMs = limits.breaker?.openMs ?? 10_000;
  const places = bulkhead(limits.maxConcurrent ?? 64, limits.queue ?? 256);
  const breaker = circuitBreaker(handleWhen(countsAsFailure), {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(limits.breaker?.failures ?? 5),
  });
  let closedUntil = 0;
  breaker.onBreak(() => {
    closedUntil = Date.now() + openMs;
  });

  function countsAsFailure(error: unknown): boolean {
    // A trial that its caller gave up has shown nothing; cockatiel would take it for a success.
    return isOutage(error) || breaker.state === CircuitState.HalfOpen;
  }

  /** Every answer of the vendor, also a refusal, shows that it is there; only an outage goes on as an error. */
  async function outcome<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    try {
      return { value: await work() };
    } catch (error) {
      if (isTelephonyError(error) && !isOutage(error)) return { refusal: error };
      throw error;
    }
  }

  function check(): void {
    // Cockatiel lets other callers wait for the trial's end; they get their answer now.
    if (breaker.state === CircuitState.HalfOpen) throw outage(1000);
    const remaining = closedUntil - Date.now();
    if (breaker.state === CircuitState.Open && remaining > 0) throw outage(remaining);
  }

  async function throughBreaker<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    check();
    return breaker.execute(() => outcome(work));
  }

  function outage(retryAfterMs: number): TelephonyError {
    const message = `${title} has not been answering; it is left alone for a few seconds.`;
    return new TelephonyError('UNAVAILABLE', message, { provider, detail: { reason: CIRCUIT_OPEN }, retryAfterMs });
  }

  function crowd(): TelephonyError {
    return new TelephonyError('UNAVAILABLE', `Too many requests to ${title} are under way here.`, {
      provider,
      detail: { reason: 'too_many_requests_in_flight' },
      retryAfterMs: 1000,
    });
  }

  return {
    check,
    get state() {
      if (breaker.state === CircuitState.Closed) return 'closed';
      return breaker.state === CircuitState.HalfOpen || Date.now() >= closedUntil ? 'half-open' : 'open';
    },
    async run(signal, work) {
      const result = await places
        .execute(() => throughBreaker(work), signal)
        .catch((error: unknown) => {
          throw error instanceof BulkheadRejectedError ? crowd() : error;
        });
      if ('refusal' in result) throw result.refusal;
      return result.value;
    },
  };
}

/** The reason of an error that a guard made because the API is down: repeating the work at once is of no use. */
export const CIRCUIT_OPEN = 'circuit_open';

/** A vendor that names what is out of order, such as one method, is there all the same. */
function isOutage(error: unknown): boolean {
  return isTelephonyError(error) && error.code === 'UNAVAILABLE' && error.detail?.vendor_status === undefined;
}
