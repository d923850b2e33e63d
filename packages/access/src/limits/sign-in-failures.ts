import { LRUCache } from 'lru-cache';

export interface Patience {
  /** Failures that cost nothing. */
  readonly free: number;
  /** The wait after the first failure beyond them; each further one doubles it. */
  readonly firstMs: number;
  readonly longestMs: number;
}

/** What an attempt counts against: an address or an account. */
export interface Against {
  readonly key: string;
  readonly patience: Patience;
}

/** A failure that was counted, until it turns out to be none. */
export interface CountedFailure {
  readonly waitMs: 0;
  /** Takes it back, and nothing of others. */
  takeBack(): void;
  forget(key: string): void;
}

/** Too early: nothing was counted. */
export interface TooEarly {
  readonly waitMs: number;
}

interface Failures {
  readonly count: number;
  /** When the last attempt was, and until when there is to be no other. */
  readonly at: number;
  readonly until: number;
}

const none: Failures = { count: 0, at: 0, until: 0 };

export const FORGOTTEN_MS = 60 * 60_000;
const REMEMBERED = 100_000;

/** Failures to sign in, in the memory of this process. */
export function createSignInFailures(now: () => number) {
  const failures = new LRUCache<string, Failures>({ max: REMEMBERED });

  function read(key: string, time: number): Failures {
    const found = failures.get(key);
    return found === undefined || time - found.at >= FORGOTTEN_MS ? none : found;
  }

  /** Counts a failure, and gives what takes it back. */
  function add({ key, patience: { free, firstMs, longestMs } }: Against, time: number): () => void {
    const before = read(key, time);
    const beyond = before.count + 1 - free;
    const wait = beyond <= 0 ? 0 : Math.min(longestMs, firstMs * 2 ** (beyond - 1));
    const until = time + wait;
    failures.set(key, { count: before.count + 1, at: time, until });
    return () => {
      const now = failures.get(key);
      if (now === undefined) return;
      failures.set(key, { ...now, count: Math.max(0, now.count - 1), until: now.until === until ? 0 : now.until });
    };
  }

  return {
    begin(all: readonly Against[]): CountedFailure | TooEarly {
      const time = now();
      const waitMs = Math.max(...all.map(({ key }) => read(key, time).until)) - time;
      if (waitMs > 0) return { waitMs };
      const undo = all.map((one) => add(one, time));
      return {
        waitMs: 0,
        takeBack() {
          for (const each of undo) each();
        },
        forget: (key) => void failures.delete(key),
      };
    },
  };
}
