import { LRUCache } from 'lru-cache';
import { addressGroup } from '../addresses/address-group.ts';
import { parseNetwork } from '../addresses/network.ts';
import type { Refused } from './admission.ts';
import type { RedisConnection } from './redis.ts';
import { addressRefusal } from './refusals.ts';
import { createSharedCount } from './shared-count.ts';

export interface AddressLimitOptions {
  /** Requests in a minute from one IPv4 address or one /64 of IPv6. */
  readonly perMinute: number;
  /** Other numbers for known networks; the first that fits. AI hosts call for all their users from few addresses. */
  readonly networks?: readonly { readonly network: string; readonly perMinute: number }[];
  /** Where several processes count together. What this one has counted decides while Redis does not answer. */
  readonly redis?: RedisConnection | undefined;
  readonly now?: () => number;
}

export interface AddressLimit {
  /** Counts one request of somebody who has not signed in; the refusal, if it is too many. */
  count(address: string): Promise<Refused | undefined>;
  /** The refusal of a further request, by what this process knows, without counting. */
  check(address: string): Refused | undefined;
}

const MINUTE_S = 60;
/** Bounds the memory: beyond it the address that was quiet for longest is forgotten. */
const REMEMBERED = 100_000;

/**
 * Requests per minute and address, before anybody is known. In memory, a limiter of a library keeps an entry and a timer
 * per address, and an attacker has as many as they like; this one is bounded. With Redis, a process learns at each of its
 * own what all have counted, so that checking asks nobody.
 */
export function createAddressLimit(options: AddressLimitOptions): AddressLimit {
  const { perMinute, networks = [], redis, now = Date.now } = options;
  const windows = new LRUCache<string, { readonly count: number; readonly until: number }>({ max: REMEMBERED });
  const known = networks.map(({ network, perMinute }) => ({ ...parseNetwork(network, 'networks'), perMinute }));
  const shared = redis && createSharedCount(redis, { name: 'address', points: perMinute, duration: MINUTE_S });

  const limitOf = (address: string) => known.find(({ includes }) => includes(address))?.perMinute ?? perMinute;

  function windowOf(group: string, time: number) {
    const window = windows.get(group);
    return window !== undefined && window.until > time ? window : { count: 0, until: time + MINUTE_S * 1_000 };
  }

  return {
    async count(address) {
      const group = addressGroup(address);
      const time = now();
      const { count, until } = windowOf(group, time);
      let window = { count: count + 1, until };
      windows.set(group, window);
      const everywhere = await shared?.(group);
      if (everywhere !== undefined) {
        window = { count: everywhere.consumedPoints, until: time + everywhere.msBeforeNext };
        windows.set(group, window);
      }
      const limit = limitOf(address);
      return window.count > limit ? addressRefusal(limit, window.until - time) : undefined;
    },
    check(address) {
      const time = now();
      const { count, until } = windowOf(addressGroup(address), time);
      const limit = limitOf(address);
      return count >= limit ? addressRefusal(limit, until - time) : undefined;
    },
  };
}
