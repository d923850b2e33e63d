import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RedisConnection } from './redis.ts';

export interface SharedCountOptions {
  readonly name: string;
  readonly points: number;
  /** In seconds, from the first one on. */
  readonly duration: number;
}

/** Counts one of `key` for all processes. Undefined when Redis does not answer. */
export type SharedCount = (key: string) => Promise<RateLimiterRes | undefined>;

export function createSharedCount(redis: RedisConnection, { name, points, duration }: SharedCountOptions): SharedCount {
  const keyPrefix = `voxolib:${name}`;
  const storeClient = redis.client;
  const limiter = new RateLimiterRedis({ keyPrefix, points, duration, storeClient, rejectIfRedisNotReady: true });
  return (key) => redis.answer(limiter.consume(key).catch(countOf));
}

/** The library refuses by rejecting with a count; anything else is a failure of Redis. */
export function countOf(refusal: unknown): RateLimiterRes {
  if (refusal instanceof RateLimiterRes) return refusal;
  throw refusal;
}
