import { addressGroup } from '../addresses/address-group.ts';
import type { Refused } from './admission.ts';
import type { RedisConnection } from './redis.ts';
import { signInRefusal } from './refusals.ts';
import { createSharedSignInFailures } from './shared-sign-in-failures.ts';
import { type CountedFailure, createSignInFailures, type Patience, type TooEarly } from './sign-in-failures.ts';

export interface SignInDelayOptions {
  readonly address?: Patience;
  /** Shorter, because anybody who knows the account's public name can cause it. */
  readonly account?: Patience;
  /** Where several processes count together. What this one has counted decides while Redis does not answer. */
  readonly redis?: RedisConnection | undefined;
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
  begin(address: string, account: string): Promise<SignInAttempt | Refused>;
}

const LONGEST_ACCOUNT = 256;

/** Makes guessing slow: whoever fails to sign in waits longer after each failure. */
export function createSignInDelay(options: SignInDelayOptions = {}): SignInDelay {
  const { redis, now = Date.now } = options;
  const { address: byAddress = { free: 10, firstMs: 1_000, longestMs: 15 * 60_000 } } = options;
  const { account: byAccount = { free: 5, firstMs: 1_000, longestMs: 60_000 } } = options;
  const failures = createSignInFailures(now);
  const shared = redis && createSharedSignInFailures(redis);

  return {
    async begin(address, account) {
      const ofAccount = `account ${account.slice(0, LONGEST_ACCOUNT)}`;
      const against = [
        { key: `address ${addressGroup(address)}`, patience: byAddress },
        { key: ofAccount, patience: byAccount },
      ];
      const here = failures.begin(against);
      const everywhere = await shared?.begin(against);
      const counted = [here, everywhere].filter(isCounted);
      const unjudged = () => {
        for (const failure of counted.splice(0)) failure.takeBack();
      };
      const { waitMs } = everywhere ?? here;
      if (waitMs > 0) {
        unjudged();
        return signInRefusal(waitMs);
      }
      return {
        allowed: true,
        succeeded() {
          const all = [...counted];
          unjudged();
          for (const failure of all) failure.forget(ofAccount);
        },
        unjudged,
      };
    },
  };
}

function isCounted(begun: CountedFailure | TooEarly | undefined): begun is CountedFailure {
  return begun !== undefined && 'takeBack' in begun;
}
