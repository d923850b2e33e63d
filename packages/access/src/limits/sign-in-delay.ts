import { LRUCache } from 'lru-cache';
import { addressGroup } from '../addresses/address-group.ts';
import type { Refused } from './admission.ts';
import { signInRefusal } from './refusals.ts';

interface Patience {
  /** Failures that cost nothing. */
  readonly free: number;
  /** The wait after the first failure beyond them; each further one doubles it. */
  readonly firstMs: number;
  readonly longestMs: number;
}

export interface SignInDelayOptions {
  readonly address?: Patience;
  /** Shorter, because anybody who knows the account's public name can cause it. */
  readonly account?: Patience;
  readonly now?: () => number;
}

export interface SignInAttempt {
  readonly allowed: true;
  /** Takes back the failure that every attempt counts as until it is said to have succeeded. */
  succeeded(): void;
  /** For an attempt that could not be judged, because the vendor did not answer. */
  unjudged(): void;
}

export interface SignInDelay {
  /**
   * Begins an attempt, or refuses it. `account` is what the person typed as their public name, whether it exists or not.
   * It counts as failed at once, so that many at a time do not pass together.
   */
  begin(address: string, account: string): SignInAttempt | Refused;
}

interface Failures {
  readonly count: number;
  /** When the last attempt was, and until when there is to be no other. */
  readonly at: number;
  readonly until: number;
}

const none: Failures = { count: 0, at: 0, until: 0 };

const FORGOTTEN_MS = 60 * 60_000;
const REMEMBERED = 100_000;
const LONGEST_ACCOUNT = 256;

/** Makes guessing slow: whoever fails to sign in waits longer after each failure. In memory, each process for itself. */
export function createSignInDelay(options: SignInDelayOptions = {}): SignInDelay {
  const { now = Date.now } = options;
  const { address: byAddress = { free: 10, firstMs: 1_000, longestMs: 15 * 60_000 } } = options;
  const { account: byAccount = { free: 5, firstMs: 1_000, longestMs: 60_000 } } = options;
  const failures = new LRUCache<string, Failures>({ max: REMEMBERED });

  function read(key: string, time: number): Failures {
    const found = failures.get(key);
    return found === undefined || time - found.at >= FORGOTTEN_MS ? none : found;
  }

  /** Counts a failure, and gives what takes it back without touching those of others. */
  function add(key: string, { free, firstMs, longestMs }: Patience, time: number): () => void {
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
    begin(address, account) {
      const time = now();
      const fromAddress = `address ${addressGroup(address)}`;
      const ofAccount = `account ${account.slice(0, LONGEST_ACCOUNT)}`;
      const until = Math.max(read(fromAddress, time).until, read(ofAccount, time).until);
      if (until > time) return signInRefusal(until - time);
      const takeBack = [add(fromAddress, byAddress, time), add(ofAccount, byAccount, time)];
      const unjudged = () => {
        for (const undo of takeBack.splice(0)) undo();
      };
      return {
        allowed: true,
        succeeded() {
          unjudged();
          failures.delete(ofAccount);
        },
        unjudged,
      };
    },
  };
}
