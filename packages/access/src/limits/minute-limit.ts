import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RedisConnection } from './redis.ts';
import type { Tier } from './tier.ts';

export interface MinuteCount {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetMs: number;
}

export interface MinuteLimit {
  /** Counts one call; undefined where the tier has no such limit. */
  count(subject: string, tier: Tier): Promise<MinuteCount | undefined>;
}

/**
 * Calls per minute, from a caller's first call on: in memory, or in Redis for all processes together. While Redis does
 * not answer each process counts in memory from zero, up to its share of the limit.
 */
export function createMinuteLimit(redis: RedisConnection | undefined, processes: number): MinuteLimit {
  const limiters = new Map<string, RateLimiterMemory | RateLimiterRedis>();

  function limiterOf({ name, callsPerMinute }: Tier & { callsPerMinute: number }) {
    const found = limiters.get(name);
    if (found !== undefined) return found;
    const settings = { keyPrefix: `voxolib:minute:${name}`, duration: 60 };
    const share = redis === undefined ? callsPerMinute : Math.ceil(callsPerMinute / processes);
    const memory = new RateLimiterMemory({ ...settings, points: share });
    const limiter =
      redis === undefined
        ? memory
        : new RateLimiterRedis({
            ...settings,
            points: callsPerMinute,
            storeClient: redis.client,
            rejectIfRedisNotReady: true,
            // Whoever has used up the minute is refused here until it ends, without asking Redis again.
            inMemoryBlockOnConsumed: callsPerMinute,
            insuranceLimiter: memory,
          });
    limiters.set(name, limiter);
    return limiter;
  }

  return {
    async count(subject, tier) {
      const { callsPerMinute: limit } = tier;
      if (limit === null) return undefined;
      try {
        const { remainingPoints, msBeforeNext } = await limiterOf({ ...tier, callsPerMinute: limit }).consume(subject);
        return { allowed: true, limit, remaining: remainingPoints, resetMs: msBeforeNext };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { allowed: false, limit, remaining: 0, resetMs: refusal.msBeforeNext };
      }
    },
  };
}
