import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeStorage, engines, type TestStorage } from '../../test/engines.ts';
import { type RedisServer, redisServerAbsent, startRedisServer } from '../../test/redis-server.ts';
import { createLimits, type Limits, type LimitsOptions } from './limits.ts';
import { embedTier, standardTiers } from './tier.ts';

const caller = { subject: 'someone', tier: 'discover' };
const opened: Limits[] = [];
let storage: TestStorage;

function useStorage(open: () => Promise<TestStorage>) {
  beforeEach(async () => {
    storage = await open();
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((limits) => limits.close()));
    await storage.close();
  });
}

/** With more patience for Redis than a busy machine needs: a Redis that is slow is not what is shown. */
async function make(options: Partial<LimitsOptions> = {}): Promise<Limits> {
  const limits = await createLimits({ storage, redisTimeoutMs: 5_000, ...options });
  opened.push(limits);
  return limits;
}

async function admitted(limits: readonly Limits[], calls: number, who = caller): Promise<number> {
  const answers = await Promise.all(Array.from({ length: calls }, (_, i) => limits[i % limits.length]?.admit(who)));
  return answers.filter((answer) => answer?.allowed).length;
}

describeStorage('limits', (open) => {
  useStorage(open);

  it('lets exactly as many calls in as the minute has, for each caller', async () => {
    const limits = await make();
    expect(await admitted([limits], 100)).toBe(60);
    expect(await admitted([limits], 100, { subject: 'other', tier: 'discover' })).toBe(60);
    expect(await admitted([limits], 400, { subject: 'someone', tier: 'automate' })).toBe(300);
    expect(limits.health()).toMatchObject({ redis: 'unused', database: 'ready' });
  });

  it('says in words which limit was met, how much it is and when it ends', async () => {
    const limits = await make();
    const first = await limits.admit(caller);
    expect(first).toMatchObject({ allowed: true, tier: 'discover', minute: { limit: 60, remaining: 59 } });
    expect(first).toMatchObject({ month: { used: 1, included: 10_000, remaining: 9_999 } });
    await admitted([limits], 59);
    const refused = await limits.admit(caller);
    expect(refused).toMatchObject({ allowed: false, limit: 'minute' });
    expect(refused).toHaveProperty(
      'retryAfterMs',
      expect.toSatisfy((ms) => ms > 50_000 && ms <= 60_000),
    );
    expect(refused).toHaveProperty(
      'reason',
      expect.stringMatching(
        /^The Discover tier allows 60 calls a minute, and they are used up. Try again in (60|5\d) seconds.$/,
      ),
    );
  });

  it('counts nothing for the month that the minute refused', async () => {
    const limits = await make();
    await admitted([limits], 100);
    expect(await limits.usage('someone')).toMatchObject([{ tier: 'discover', calls: 60 }]);
  });

  it('tells what is used of the minute without counting it', async () => {
    const unlimited = embedTier({ partner: 'acme', callsPerMinute: null });
    const limits = await make({ tiers: [...standardTiers, unlimited] });
    expect(await limits.minuteUsage(caller)).toEqual({ used: 0, limit: 60 });
    await admitted([limits], 3);
    for (const _ of [1, 2]) expect(await limits.minuteUsage(caller)).toEqual({ used: 3, limit: 60 });
    expect(await limits.minuteUsage({ ...caller, tier: 'automate' })).toEqual({ used: 0, limit: 300 });
    await admitted([limits], 100);
    expect(await limits.minuteUsage(caller)).toEqual({ used: 60, limit: 60 });
    expect(await limits.minuteUsage({ ...caller, tier: 'embed:acme' })).toBeUndefined();
  });

  it('serves a partner as agreed, and a tier that is gone as the lowest', async () => {
    const acme = embedTier({ partner: 'acme', callsPerMinute: null });
    const limits = await make({ tiers: [...standardTiers, acme] });
    expect(await admitted([limits], 500, { subject: 'someone', tier: 'embed:acme' })).toBe(500);
    expect(await admitted([limits], 500, { subject: 'someone', tier: 'embed:gone' })).toBe(60);
    expect(await limits.usage('someone')).toMatchObject([{ calls: 60 }, { tier: 'embed:acme', calls: 500 }]);
  });

  it('lets as many streams be open as the tier has', async () => {
    const limits = await make();
    const first = await limits.openConnection(caller);
    expect(await limits.openConnection(caller)).toMatchObject({
      allowed: false,
      limit: 'connections',
      reason: expect.stringContaining('The Discover tier allows 1 open stream, and there is one already.'),
    });
    expect(await limits.openConnection({ subject: 'other', tier: 'discover' })).toMatchObject({ allowed: true });
    if (first.allowed) first.close();
    const second = await limits.openConnection(caller);
    expect(second).toMatchObject({ allowed: true });
    if (first.allowed) first.close();
    expect(await limits.openConnection(caller)).toMatchObject({ allowed: false });
  });
});

describeStorage(
  'limits with Redis',
  (open) => {
    useStorage(open);
    let server: RedisServer;
    const reports: string[] = [];
    const report = (message: string) => reports.push(message);

    beforeEach(async () => {
      reports.length = 0;
      server = await startRedisServer();
    });

    afterEach(() => server.kill());

    it('lets exactly as many calls in as the minute has, over all processes', async () => {
      const fleet = await Promise.all([1, 2, 3].map(() => make({ redisUrl: server.url, report })));
      expect(await admitted(fleet, 100)).toBe(60);
      expect(await admitted(fleet, 100)).toBe(0);
      expect(reports).toEqual([]);
      expect(fleet[0]?.health()).toMatchObject({ redis: 'ready' });
    });

    it('tells what all processes have used of the minute, and nothing while it cannot be known', async () => {
      const fleet = await Promise.all([1, 2].map(() => make({ redisUrl: server.url })));
      expect(await fleet[0]?.minuteUsage(caller)).toEqual({ used: 0, limit: 60 });
      await admitted(fleet, 10);
      for (const limits of fleet) expect(await limits.minuteUsage(caller)).toEqual({ used: 10, limit: 60 });
      await server.kill();
      expect(await fleet[0]?.minuteUsage(caller)).toBeUndefined();
    });

    it('counts on in memory when Redis is killed, and in Redis when it is back', async () => {
      const limits = await make({ redisUrl: server.url, report });
      expect(await admitted([limits], 100)).toBe(60);
      await server.kill();
      expect(await admitted([limits], 100, { subject: 'after', tier: 'discover' })).toBe(60);
      // Who has used up the minute is not given a second one.
      expect(await admitted([limits], 100)).toBe(0);
      await expect.poll(() => limits.health().redis).toBe('lost');
      expect(reports).toEqual(['Redis does not answer; each process now counts calls per minute for itself.']);
      server = await startRedisServer(Number(new URL(server.url).port));
      await expect.poll(() => limits.health().redis).toBe('ready');
      expect(reports).toEqual([expect.anything(), 'Redis answers; calls per minute are counted across all processes.']);
      expect(await admitted([limits], 100, { subject: 'again', tier: 'discover' })).toBe(60);
    });

    it('divides the limit among the processes while Redis is lost', async () => {
      const fleet = await Promise.all([1, 2, 3].map(() => make({ redisUrl: server.url, processes: 3 })));
      await server.kill();
      expect(await admitted(fleet, 300)).toBe(60);
    });

    it('does not let calls wait for a Redis that hangs', async () => {
      const limits = await make({ redisUrl: server.url, redisTimeoutMs: 100, report });
      server.process.kill('SIGSTOP');
      expect(await admitted([limits], 100)).toBe(60);
      await expect.poll(() => limits.health().redis).toBe('lost');
      server.process.kill('SIGCONT');
      await expect.poll(() => limits.health().redis).toBe('ready');
    });

    it('starts without Redis', async () => {
      await server.kill();
      const limits = await make({ redisUrl: server.url, report });
      expect(await admitted([limits], 100)).toBe(60);
      expect(reports).toHaveLength(1);
    });

    it('counts open streams over all processes', async () => {
      const [one, two] = await Promise.all([make({ redisUrl: server.url }), make({ redisUrl: server.url })]);
      const who = { subject: 'someone', tier: 'automate' };
      const open = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).openConnection(who)));
      const held = open.filter((answer) => answer.allowed);
      expect(held).toHaveLength(5);
      for (const stream of held.slice(0, 2)) stream.close();
      await expect.poll(async () => (await one.openConnection(who)).allowed).toBe(true);
      await expect.poll(async () => (await two.openConnection(who)).allowed).toBe(true);
      expect(await one.openConnection(who)).toMatchObject({ allowed: false, limit: 'connections' });
    });

    it('keeps the limit of open streams in each process when Redis is killed', async () => {
      const limits = await make({ redisUrl: server.url });
      await server.kill();
      expect(await limits.openConnection(caller)).toMatchObject({ allowed: true });
      expect(await limits.openConnection(caller)).toMatchObject({ allowed: false });
    });
  },
  engines.slice(0, 1).map((engine) => ({ ...engine, absent: redisServerAbsent })),
);
