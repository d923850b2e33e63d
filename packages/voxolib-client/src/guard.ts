import { isTelephonyError, TelephonyError } from '@voxolib/telephony';
import {
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';

export interface UpstreamGuardOptions {
  /** Reads under way at the same time. */
  maxConcurrent?: number;
  /** Reads that may wait for their turn; more are refused at once. */
  queue?: number;
  /** After `failures` failed reads in a row, reads are refused for `openMs`; then one is let through to try. */
  breaker?: { failures?: number; openMs?: number };
}

/** What the clients of one process share, so that an outage of Voxolib costs each caller little. */
export interface UpstreamGuard {
  readonly state: 'closed' | 'open' | 'half-open';
  /** Runs `read`, or throws UNAVAILABLE at once while Voxolib is known to be down or too many reads wait. */
  run<T>(signal: AbortSignal, read: () => Promise<T>): Promise<T>;
}

type Outcome<T> = { value: T } | { refusal: unknown };

/** Makes a guard; one per process and address of the API. Its state is no caller's data: only successes and failures. */
export function createUpstreamGuard(options: UpstreamGuardOptions = {}): UpstreamGuard {
  const openMs = options.breaker?.openMs ?? 10_000;
  const places = bulkhead(options.maxConcurrent ?? 64, options.queue ?? 256);
  const breaker = circuitBreaker(handleWhen(countsAsFailure), {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(options.breaker?.failures ?? 5),
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
  async function outcome<T>(read: () => Promise<T>): Promise<Outcome<T>> {
    try {
      return { value: await read() };
    } catch (error) {
      if (isTelephonyError(error) && !isOutage(error)) return { refusal: error };
      throw error;
    }
  }

  async function throughBreaker<T>(read: () => Promise<T>): Promise<Outcome<T>> {
    // Cockatiel lets other callers wait for the trial's end; they get their answer now.
    if (breaker.state === CircuitState.HalfOpen) throw outage(1000);
    const remaining = closedUntil - Date.now();
    if (breaker.state === CircuitState.Open && remaining > 0) throw outage(remaining);
    return breaker.execute(() => outcome(read));
  }

  return {
    get state() {
      if (breaker.state === CircuitState.Closed) return 'closed';
      return breaker.state === CircuitState.HalfOpen || Date.now() >= closedUntil ? 'half-open' : 'open';
    },
    async run(signal, read) {
      const result = await places
        .execute(() => throughBreaker(read), signal)
        .catch((error: unknown) => {
          throw error instanceof BulkheadRejectedError ? crowd() : error;
        });
      if ('refusal' in result) throw result.refusal;
      return result.value;
    },
  };
}

function isOutage(error: unknown): boolean {
  return isTelephonyError(error) && error.code === 'UNAVAILABLE';
}

function outage(retryAfterMs: number): TelephonyError {
  return new TelephonyError('UNAVAILABLE', 'Voxolib has not been answering; it is left alone for a few seconds.', {
    provider: 'voxolib',
    detail: { reason: 'circuit_open' },
    retryAfterMs,
  });
}

function crowd(): TelephonyError {
  return new TelephonyError('UNAVAILABLE', 'Too many requests to Voxolib are under way here.', {
    provider: 'voxolib',
    detail: { reason: 'too_many_requests_in_flight' },
    retryAfterMs: 1000,
  });
}
