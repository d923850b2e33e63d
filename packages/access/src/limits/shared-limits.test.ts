import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeStorage, engines } from '../../test/engines.ts';
import { type RedisServer, redisServerAbsent, startRedisServer } from '../../test/redis-server.ts';
import { recognizeKeys } from '../keys/recognize-keys.ts';
import { serverKey, serverKeys } from '../keys/server-keys.ts';
import { createPeerLimits } from '../oauth/peer-limits.ts';
import type { Storage } from '../storage/storage.ts';
import { createAddressLimit } from './address-limit.ts';
import { createLimits } from './limits.ts';
import type { RedisConnection } from './redis.ts';
import { createSignInDelay } from './sign-in-delay.ts';

const free = { free: 1_000, firstMs: 1, longestMs: 1 };
const account = { free: 2, firstMs: 60_000, longestMs: 600_000 };

describeStorage(
  'limits of strangers with Redis',
  (open) => {
    const closing: (() => Promise<unknown>)[] = [];
    let server: RedisServer;
    let storage: Storage;

    /** One of several processes on a database. */
    async function process(on: Pick<Storage, 'db'> = storage): Promise<RedisConnection> {
      const limits = await createLimits({ storage: on, redisUrl: server.url, redisTimeoutMs: 5_000 });
      closing.push(limits.close);
      if (limits.redis === undefined) throw new Error('no Redis');
      return limits.redis;
    }

    async function opened(secret: number): Promise<Storage> {
      const made = await open();
      closing.push(made.close);
      await recognizeKeys(made, serverKeys(serverKey('2026-11', Buffer.alloc(32, secret))));
      return made;
    }

    beforeEach(async () => {
      server = await startRedisServer();
      storage = await opened(1);
    });
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close();
      await server.kill();
    });

    it('lets an address make as many requests as it may, over all processes', async () => {
      const [one, two] = [await process(), await process()].map((redis) =>
        createAddressLimit({ perMinute: 20, redis }),
      );
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, i) => (i % 2 ? one : two)?.count('203.0.113.9')),
      );
      expect(answers.filter((refused) => refused === undefined)).toHaveLength(20);
      expect(one?.check('203.0.113.9')).toMatchObject({ limit: 'address' });
      expect(await one?.count('203.0.113.10')).toBeUndefined();
      await server.kill();
      expect(await two?.count('203.0.113.9')).toMatchObject({ limit: 'address' });
    });

    it('makes who fails to sign in wait in every process, and forgets it in every one', async () => {
      const fleet = [await process(), await process(), await process()].map((redis) =>
        createSignInDelay({ address: free, account, redis }),
      );
      const [one, two, three] = fleet;
      const begun = await Promise.all(
        Array.from({ length: 30 }, (_, i) => fleet[i % 3]?.begin(`203.0.113.${i}`, 'public-key')),
      );
      expect(begun.filter((attempt) => attempt?.allowed)).toHaveLength(3);
      expect(await one?.begin('203.0.113.99', 'public-key')).toMatchObject({ allowed: false, limit: 'sign-in' });

      for (const attempt of begun) if (attempt?.allowed) attempt.unjudged();
      await expect.poll(async () => (await two?.begin('203.0.113.98', 'public-key'))?.allowed).toBe(true);
      const good = await three?.begin('203.0.113.97', 'public-key');
      if (good?.allowed) good.succeeded();
      for (const each of fleet.slice(0, 2)) {
        await expect.poll(async () => (await each.begin('203.0.113.96', 'public-key')).allowed).toBe(true);
      }
    });

    it('goes on by what a process has counted itself when Redis is lost', async () => {
      const delay = createSignInDelay({ address: free, account, redis: await process() });
      for (let i = 0; i < 2; i += 1) await delay.begin('203.0.113.9', 'public-key');
      await server.kill();
      expect(await delay.begin('203.0.113.9', 'public-key')).toMatchObject({ allowed: true });
      expect(await delay.begin('203.0.113.9', 'public-key')).toMatchObject({ allowed: false });
    });

    it('lets an address register as many clients as it may, over all processes', async () => {
      const [one, two] = [await process(), await process()].map((redis) =>
        createPeerLimits({ registrationsPerHour: 10, redis }),
      );
      const waits = await Promise.all(
        Array.from({ length: 1_000 }, (_, i) => (i % 2 ? one : two)?.registration('203.0.113.9')),
      );
      expect(waits.filter((wait) => wait === undefined)).toHaveLength(10);
      expect(Math.max(...waits.map((wait) => wait ?? 0))).toBeGreaterThan(3_500);
    });

    it('does not count another database on the same Redis', async () => {
      const other = await opened(2);
      const [mine, theirs, alsoMine] = [await process(), await process(other), await process()].map((redis) =>
        createAddressLimit({ perMinute: 1, redis }),
      );
      expect(await mine?.count('203.0.113.9')).toBeUndefined();
      expect(await theirs?.count('203.0.113.9')).toBeUndefined();
      expect(await alsoMine?.count('203.0.113.9')).toMatchObject({ limit: 'address' });
      const tier = { subject: 'someone', tier: 'discover' };
      const limits = await Promise.all(
        [storage, other, storage].map((on) =>
          createLimits({ storage: on, redisUrl: server.url, redisTimeoutMs: 5_000 }),
        ),
      );
      closing.push(...limits.map(({ close }) => close));
      const open = [];
      for (const each of limits) open.push((await each.openConnection(tier)).allowed);
      expect(open).toEqual([true, true, false]);
    });
  },
  engines.slice(0, 1).map((engine) => ({ ...engine, absent: redisServerAbsent })),
);
