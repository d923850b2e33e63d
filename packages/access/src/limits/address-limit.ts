import { LRUCache } from 'lru-cache';
import { addressGroup } from '../addresses/address-group.ts';
import { parseNetwork } from '../addresses/network.ts';
import type { Refused } from './admission.ts';
import { addressRefusal } from './refusals.ts';

export interface AddressLimitOptions {
  /** Requests in a minute from one IPv4 address or one /64 of IPv6. */
  readonly perMinute: number;
  /** Other numbers for known networks; the first that fits. AI hosts call for all their users from few addresses. */
  readonly networks?: readonly { readonly network: string; readonly perMinute: number }[];
  readonly now?: () => number;
}

export interface AddressLimit {
  /** Counts one request of somebody who has not signed in; the refusal, if it is too many. */
  count(address: string): Refused | undefined;
  /** The refusal that `count` would give, without counting. */
  check(address: string): Refused | undefined;
}

const MINUTE_MS = 60_000;
/** Bounds the memory: beyond it the address that was quiet for longest is forgotten. */
const REMEMBERED = 100_000;

/**
 * Requests per minute and address, before anybody is known. In memory, each process for itself. A limiter of a library
 * keeps an entry and a timer per address, and an attacker has as many as they like; this one is bounded.
 */
export function createAddressLimit({ perMinute, networks = [], now = Date.now }: AddressLimitOptions): AddressLimit {
  const windows = new LRUCache<string, { count: number; readonly until: number }>({ max: REMEMBERED });
  const known = networks.map(({ network, perMinute }) => ({ ...parseNetwork(network, 'networks'), perMinute }));

  function refusal(address: string, added: 0 | 1): Refused | undefined {
    const group = addressGroup(address);
    const time = now();
    let window = windows.get(group);
    if (window === undefined || window.until <= time) {
      if (added === 0) return undefined;
      window = { count: 0, until: time + MINUTE_MS };
      windows.set(group, window);
    }
    const limit = known.find(({ includes }) => includes(address))?.perMinute ?? perMinute;
    window.count += added;
    const refused = added === 0 ? window.count >= limit : window.count > limit;
    return refused ? addressRefusal(limit, window.until - time) : undefined;
  }

  return { count: (address) => refusal(address, 1), check: (address) => refusal(address, 0) };
}
