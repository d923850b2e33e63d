import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { RedisConnection } from './redis.ts';
import { countOf } from './shared-count.ts';
import type { Tier } from './tier.ts';

interface MinuteCount {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetMs: number;
}

/** The calls of one caller in the minute under way. */
export interface MinuteUsage {
  readonly used: number;
  readonly limit: number;
}

export interface MinuteLimit {
  /** Counts one call; undefined where the tier has no such limit. */
  count(subject: string, tier: Tier): Promise<MinuteCount | undefined>;
  /** Without counting. Undefined where the tier has no such limit, and where Redis counts and does not answer. */
  used(subject: string, tier: Tier): Promise<MinuteUsage | undefined>;
}

/**
 * Calls per minute, from a caller's first call on. Each process counts its own in memory, and with Redis all count there
 * together. Where Redis does not answer in time, what this process has counted decides, up to its share of the limit: so
 * nobody is given a second minute's calls when Redis is lost, and nobody waits for it.
 */
export function createMinuteLimit(redis: RedisConnection | undefined, processes: number): MinuteLimit {
  const limiters = new Map<string, Limiter>();

  function limiter(tier: string, limit: number): Limiter {
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

    async function count(subject: string): Promise<MinuteCount> {
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
    }

    async function used(subject: string): Promise<MinuteUsage | undefined> {
      // Null, unlike undefined, is an answer: nothing is counted in this minute.
      const seen = await (shared === undefined ? memory.get(subject) : redis?.answer(shared.get(subject)));
      return seen === undefined ? undefined : { used: Math.min(limit, seen?.consumedPoints ?? 0), limit };
    }

    return { count, used };
  }

  function limiterOf({ name, callsPerMinute: limit }: Tier): Limiter | undefined {
    if (limit === null) return undefined;
    const known = limiters.get(name) ?? limiter(name, limit);
    limiters.set(name, known);
    return known;
  }

  return {
    count: async (subject, tier) => limiterOf(tier)?.count(subject),
    used: async (subject, tier) => limiterOf(tier)?.used(subject),
  };
}

interface Limiter {
  count(subject: string): Promise<MinuteCount>;
  used(subject: string): Promise<MinuteUsage | undefined>;
}
