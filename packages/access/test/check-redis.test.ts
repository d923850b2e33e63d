import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRedis } from '../src/limits/check-redis.ts';
import { type RedisServer, redisServerAbsent, startRedisServer } from './redis-server.ts';

describe.skipIf(redisServerAbsent !== undefined)(`a Redis (${redisServerAbsent ?? 'of its own'})`, () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedisServer();
  });
  afterAll(() => server.kill());

  it('answers, refuses whoever has no password or a wrong one, and is silent when it is gone', async () => {
    expect(await checkRedis(server.url)).toBe('answers');
    const client = new Redis(server.url);
    await client.config('SET', 'requirepass', 'right');
    client.disconnect();
    const { host } = new URL(server.url);
    expect(await checkRedis(server.url)).toBe('refuses');
    expect(await checkRedis(`redis://:wrong@${host}`)).toBe('refuses');
    expect(await checkRedis(`redis://:right@${host}`)).toBe('answers');
    await server.kill();
    expect(await checkRedis(`redis://:right@${host}`)).toBe('silent');
  });
});
