import type { RedisConnection } from './redis.ts';

/** Open streams of all processes, each held by a lease that its process renews. */
export interface ConnectionLeases {
  /** Takes a place, or tells that there is none; undefined when Redis cannot say. */
  take(key: string, id: string, limit: number): Promise<boolean | undefined>;
  renew(open: ReadonlyMap<string, ReadonlySet<string>>): Promise<void>;
  release(key: string, id: string): Promise<void>;
}

/** How long the place of a process that was killed stays taken. */
export const LEASE_MS = 30_000;

// The clock is that of Redis: processes need not agree on the time.
const TAKE = `
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('zremrangebyscore', KEYS[1], '-inf', now)
if redis.call('zcard', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
redis.call('zadd', KEYS[1], now + ${LEASE_MS}, ARGV[1])
redis.call('pexpire', KEYS[1], ${LEASE_MS})
return 1`;

const RENEW = `
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, id in ipairs(ARGV) do redis.call('zadd', KEYS[1], now + ${LEASE_MS}, id) end
redis.call('pexpire', KEYS[1], ${LEASE_MS})
return 1`;

export function createConnectionLeases({ client, answer }: RedisConnection): ConnectionLeases {
  const name = (key: string) => `voxolib:connections:${key}`;
  return {
    async take(key, id, limit) {
      const taken = await answer(client.eval(TAKE, 1, name(key), id, limit));
      return taken === undefined ? undefined : taken === 1;
    },
    async renew(open) {
      // One after the other: a caller has few streams, and a missed renewal is made up by the next.
      for (const [key, ids] of open) await answer(client.eval(RENEW, 1, name(key), ...ids));
    },
    async release(key, id) {
      await answer(client.zrem(name(key), id));
    },
  };
}
