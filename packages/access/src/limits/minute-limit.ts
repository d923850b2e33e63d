import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RedisConnection } from './redis.ts';
import type { Tier } from './tier.ts';

interface MinuteCount {
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
 * Calls per minute, from a caller's first call on. Each process counts its own in memory, and with Redis all count there
 * together. Where Redis does not answer in time, what this process has counted decides, up to its share of the limit: so
 * nobody is given a second minute's calls when Redis is lost, and nobody waits for it.
 */
export function createMinuteLimit(redis: RedisConnection | undefined, processes: number): MinuteLimit {
  const limiters = new Map<string, (subject: string) => Promise<MinuteCount>>();

  function limiter(tier: string, limit: number) {
    const settings = { keyPrefix: `voxolib:minute:${tier}`, duration: 60 };
    const memory = new RateLimiterMemory({ ...settings, points: limit });
    const shared =
      redis &&
      new RateLimiterRedis({
        ...settings,
        points: limit,
        storeClient: redis.client,
        rejectIfRedisNotReady: true,
        // Whoever has used up the minute is refused here until it ends, without asking Redis again.
        inMemoryBlockOnConsumed: limit,
      });
    const share = shared === undefined ? limit : Math.ceil(limit / processes);

    return async (subject: string): Promise<MinuteCount> => {
      const local = await memory.penalty(subject);
      const seen = shared && (await redis.answer(shared.consume(subject).catch(countOf)));
      const { msBeforeNext: resetMs, remainingPoints } = seen ?? local;
      if (seen === undefined) {
        const remaining = Math.max(0, share - local.consumedPoints);
        return { allowed: local.consumedPoints <= share, limit, remaining, resetMs };
      }
      // One that was refused without asking has no count.
      const allowed = seen.consumedPoints > 0 && seen.consumedPoints <= limit;
      return { allowed, limit, remaining: remainingPoints, resetMs };
    };
  }

  return {
    async count(subject, { name, callsPerMinute: limit }) {
      if (limit === null) return undefined;
      let count = limiters.get(name);
      if (count === undefined) {
        count = limiter(name, limit);
        limiters.set(name, count);
      }
      return count(subject);
    },
  };
}

/** The library refuses by rejecting with a count; anything else is a failure of Redis. */
function countOf(refusal: unknown): RateLimiterRes {
  if (refusal instanceof RateLimiterRes) return refusal;
  throw refusal;
}
