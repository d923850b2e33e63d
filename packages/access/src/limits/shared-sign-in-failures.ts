import { hashId } from '../sealing/hash-id.ts';
import type { RedisConnection } from './redis.ts';
import { type Against, type CountedFailure, FORGOTTEN_MS, type TooEarly } from './sign-in-failures.ts';

// The clock is that of Redis: processes need not agree on the time. Gives the wait, and until when each key then waits.
const BEGIN = `
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local wait = 0
for _, key in ipairs(KEYS) do
  wait = math.max(wait, tonumber(redis.call('hget', key, 'until') or 0) - now)
end
local answer = { wait }
if wait > 0 then return answer end
for i, key in ipairs(KEYS) do
  local free, first, longest = tonumber(ARGV[3 * i - 2]), tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i])
  local beyond = redis.call('hincrby', key, 'count', 1) - free
  local ends = now
  if beyond > 0 then ends = now + math.min(longest, first * 2 ^ (beyond - 1)) end
  redis.call('hset', key, 'until', string.format('%.0f', ends))
  redis.call('pexpire', key, ${FORGOTTEN_MS})
  answer[i + 1] = string.format('%.0f', ends)
end
return answer`;

const TAKE_BACK = `
for i, key in ipairs(KEYS) do
  local count = tonumber(redis.call('hget', key, 'count') or 0)
  if count > 0 then redis.call('hincrby', key, 'count', -1) end
  if redis.call('hget', key, 'until') == ARGV[i] then redis.call('hset', key, 'until', 0) end
end
return 1`;

/** Failures to sign in, of all processes. `begin` gives undefined when Redis does not answer. */
export function createSharedSignInFailures({ client, answer }: RedisConnection) {
  /** Neither addresses nor accounts stand in Redis. */
  const name = (key: string) => `voxolib:sign-in:${hashId(key)}`;
  return {
    async begin(all: readonly Against[]): Promise<CountedFailure | TooEarly | undefined> {
      const names = all.map(({ key }) => name(key));
      const patience = all.flatMap(({ patience: { free, firstMs, longestMs } }) => [free, firstMs, longestMs]);
      const answered = await answer(client.eval(BEGIN, names.length, ...names, ...patience));
      if (!Array.isArray(answered)) return undefined;
      const [waitMs, ...until] = answered;
      if (Number(waitMs) > 0) return { waitMs: Number(waitMs) };
      return {
        waitMs: 0,
        takeBack: () => void answer(client.eval(TAKE_BACK, names.length, ...names, ...until.map(String))),
        forget: (key) => void answer(client.del(name(key))),
      };
    },
  };
}
