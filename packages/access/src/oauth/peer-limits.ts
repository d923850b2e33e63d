import { RateLimiterMemory } from 'rate-limiter-flexible';
import { addressGroup } from '../addresses/address-group.ts';
import type { RedisConnection } from '../limits/redis.ts';
import { createSharedCount } from '../limits/shared-count.ts';

/** What a peer without any account may make this server do. Each gives the seconds to wait, or undefined when it may. */
export interface PeerLimits {
  registration(address: string): Promise<number | undefined>;
  /** The fetch of a document of a client. */
  document(address: string): Promise<number | undefined>;
}

export interface PeerLimitOptions {
  readonly registrationsPerHour?: number;
  readonly documentsPerMinute?: number;
  /** Where several processes count together. What this one has counted decides while Redis does not answer. */
  readonly redis?: RedisConnection | undefined;
}

export function createPeerLimits(options: PeerLimitOptions = {}): PeerLimits {
  const { registrationsPerHour = 60, documentsPerMinute = 20, redis } = options;
  return {
    registration: limit('registrations', registrationsPerHour, 3_600, redis),
    document: limit('documents', documentsPerMinute, 60, redis),
  };
}

function limit(name: string, points: number, duration: number, redis: RedisConnection | undefined) {
  const here = new RateLimiterMemory({ points, duration });
  const everywhere = redis && createSharedCount(redis, { name, points, duration });
  return async (address: string) => {
    const group = addressGroup(address);
    const local = await here.penalty(group);
    const { consumedPoints, msBeforeNext } = (await everywhere?.(group)) ?? local;
    return consumedPoints <= points ? undefined : Math.max(1, Math.ceil(msBeforeNext / 1000));
  };
}
