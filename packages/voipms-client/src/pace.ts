import { setTimeout as sleep } from 'node:timers/promises';
import { TelephonyError } from '@voxolib/telephony';
import type { Guard } from '@voxolib/upstream';

export interface PaceOptions {
  /** Milliseconds between the starts of two requests. */
  spacingMs: number;
  /** Requests in any minute. */
  perMinute: number;
  /** How long nothing is sent after VoIP.ms said that there were too many requests. */
  limitPauseMs: number;
  /** Requests that may wait for their turn; more are refused at once. */
  queue: number;
}

/** Time for a pace: milliseconds since any moment, and a way to wait. Tests bring their own. */
export interface PaceClock {
  now(): number;
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: PaceClock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};

/** Sends the requests of one credential one after the other, not too close, not too many, and none while VoIP.ms is down. */
export interface Pace {
  /**
   * Waits for a turn and runs `request`. Waiting ends with the signal, which the request must listen to as well.
   * @throws UNAVAILABLE at once, also instead of waiting any longer, while VoIP.ms is known to be down.
   */
  run<T>(signal: AbortSignal, request: () => Promise<T>): Promise<T>;
  /** Runs `task` when no other task is under way: for reading and then writing what was read. Requests are not tasks. */
  alone<T>(signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T>;
  /** Lets no request go for the pause after the limit was exceeded. */
  pause(): void;
  readonly idle: boolean;
}

const MINUTE = 60_000;

/** `guard` is that of all credentials. */
export function createPace(options: PaceOptions, guard: Guard, clock: PaceClock): Pace {
  const starts: number[] = [];
  let pausedUntil = Number.NEGATIVE_INFINITY;
  const requests = createLine();
  const tasks = createLine();

  /** Milliseconds until the next request may start. */
  function wait(): number {
    const now = clock.now();
    while (starts[0] !== undefined && starts[0] <= now - MINUTE) starts.shift();
    const last = starts.at(-1);
    const spaced = last === undefined ? now : last + options.spacingMs;
    const counted =
      starts.length < options.perMinute ? now : (starts[starts.length - options.perMinute] ?? now) + MINUTE;
    return Math.max(pausedUntil, spaced, counted) - now;
  }

  return {
    get idle() {
      return requests.length === 0 && tasks.length === 0 && wait() <= 0;
    },
    pause() {
      pausedUntil = clock.now() + options.limitPauseMs;
    },
    async run(signal, request) {
      guard.check();
      if (requests.length > options.queue) throw crowd(wait());
      return requests.enter(signal, async () => {
        // Who waited behind requests that failed has no need to wait for a time to send.
        guard.check();
        for (let left = wait(); left > 0; left = wait()) await clock.sleep(left, signal);
        return guard.run(signal, () => {
          starts.push(clock.now());
          return request();
        });
      });
    },
    alone: (signal, task) => tasks.enter(signal, task),
  };
}

interface Line {
  readonly length: number;
  enter<T>(signal: AbortSignal | undefined, turn: () => Promise<T>): Promise<T>;
}

/** One at a time, in the order of coming. Who gives up while waiting is passed over. */
function createLine(): Line {
  let last: Promise<unknown> = Promise.resolve();
  let length = 0;
  return {
    get length() {
      return length;
    },
    async enter(signal, turn) {
      signal?.throwIfAborted();
      length += 1;
      const before = last;
      const mine = before.then(() => {
        signal?.throwIfAborted();
        return turn();
      });
      last = mine.catch(() => {});
      try {
        return await (signal === undefined ? mine : orAborted(mine, signal));
      } finally {
        length -= 1;
      }
    },
  };
}

/** The result, or the signal's reason as soon as it aborts. */
function orAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function crowd(retryAfterMs: number): TelephonyError {
  return new TelephonyError('UNAVAILABLE', 'Too many requests to this VoIP.ms account are waiting here.', {
    provider: 'voipms',
    detail: { reason: 'too_many_requests_in_flight' },
    retryAfterMs: Math.max(1000, Math.round(retryAfterMs)),
  });
}
