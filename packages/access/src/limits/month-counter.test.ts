import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStorage, type TestStorage } from '../../test/engines.ts';
import { openStorage } from '../storage/storage.ts';
import { createMonthCounter, type MonthCounterOptions } from './month-counter.ts';
import { embedTier, type Tier } from './tier.ts';
import { readUsage } from './usage.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const overage = { currency: 'EUR', pricePerCall: '0.0005' };
const refusing = (callsPerMonth: number): Tier => ({
  ...embedTier({ partner: 'x', callsPerMinute: 1 }),
  callsPerMonth,
});
const metering = (callsPerMonth: number): Tier => ({ ...refusing(callsPerMonth), overage });

function fleet(storage: Pick<TestStorage, 'db'>, size: number, options: Partial<MonthCounterOptions> = {}) {
  let clock = noon;
  const now = () => clock;
  const counters = Array.from({ length: size }, () =>
    createMonthCounter({ storage, now, report: () => {}, ...options }),
  );
  const close = () => Promise.all(counters.map((counter) => counter.close()));
  return { counters, close, wait: (ms: number) => (clock += ms), set: (time: number) => (clock = time) };
}

/** A test may use one database many times: each caller has counts of their own. */
let callers = 0;
function caller(): string {
  callers += 1;
  return `caller ${callers}`;
}

describeStorage('calls of a month', (open, { name: engine }) => {
  it('are admitted up to the limit exactly, by any number of processes at once', async () => {
    await using storage = await open();
    const other = await openStorage(storage.options);
    const one = fleet(storage, 2);
    const two = fleet(other, 2);
    const counters = [...one.counters, ...two.counters];
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => counters[i % 4]?.count('someone', refusing(123))),
    );
    expect(answers.filter((answer) => answer?.allowed)).toHaveLength(123);
    await Promise.all([one.close(), two.close()]);
    await other.close();
    expect(await readUsage(storage, 'someone', '2026-11')).toMatchObject([{ calls: 123 }]);
  });

  it('are admitted up to the limit in every order in which processes may call, write and be idle', async () => {
    await using storage = await open();
    await withoutDisk(storage);
    const step = fc.record({
      process: fc.nat(2),
      calls: fc.integer({ min: 1, max: 3 }),
      waitMs: fc.constantFrom(0, 500, 11_000),
      flush: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.integer({ min: 1, max: 60 }), async (steps, limit) => {
        const subject = caller();
        // No process calls more often than this between two looks of another: 12 steps of 3.
        const { counters, close, wait } = fleet(storage, 3, { margin: () => (limit % 2 ? 36 : 0) });
        // With a margin of zero every call must be seen by all before the next: one process, or a write in between.
        const alone = limit % 2 === 0;
        let tried = 0;
        let admitted = 0;
        for (const { process, calls, waitMs, flush } of steps) {
          const counter = counters[alone ? 0 : process] ?? expect.fail();
          const answers = await Promise.all(
            Array.from({ length: calls }, () => counter.count(subject, refusing(limit))),
          );
          tried += calls;
          admitted += answers.filter(({ allowed }) => allowed).length;
          expect(admitted).toBe(Math.min(tried, limit));
          if (flush) await counter.flush();
          wait(waitMs);
        }
        await close();
        const [usage] = await readUsage(storage, subject, '2026-11');
        expect(usage?.calls ?? 0).toBe(admitted);
      }),
      { numRuns: engine === 'sqlite' ? 60 : 20 },
    );
  });

  it('are metered beyond the included ones, each exactly once', async () => {
    await using storage = await open();
    await withoutDisk(storage);
    const step = fc.record({ process: fc.nat(2), calls: fc.integer({ min: 1, max: 30 }), flush: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.integer({ min: 1, max: 100 }), async (steps, included) => {
        const subject = caller();
        const { counters, close } = fleet(storage, 3);
        let total = 0;
        for (const { process, calls, flush } of steps) {
          const counter = counters[process] ?? expect.fail();
          for (let i = 0; i < calls; i += 1) {
            const answer = counter.count(subject, metering(included));
            // Not waited for: as calls that come at once.
            void Promise.resolve(answer).then(({ allowed }) => expect(allowed).toBe(true));
          }
          total += calls;
          if (flush) await counter.flush();
        }
        await close();
        const over = Math.max(0, total - included);
        const usage = await readUsage(storage, subject, '2026-11');
        if (total === 0) expect(usage).toEqual([]);
        else {
          const amount = (over * 0.0005).toFixed(4).replace(/0{1,2}$/, '');
          expect(usage).toMatchObject([{ calls: total, overage: { calls: over, amount, currency: 'EUR' } }]);
        }
      }),
      { numRuns: engine === 'sqlite' ? 60 : 20 },
    );
  });

  it('keep the price of their time', async () => {
    await using storage = await open();
    const { counters, close } = fleet(storage, 1);
    const [counter = expect.fail()] = counters;
    for (let i = 0; i < 3; i += 1) await counter.count('someone', metering(2));
    await counter.flush();
    const dearer = { ...metering(2), overage: { currency: 'EUR', pricePerCall: '1' } };
    await counter.count('someone', dearer);
    await close();
    expect(await readUsage(storage, 'someone', '2026-11')).toMatchObject([{ overage: { calls: 2, amount: '1.0005' } }]);
  });

  it('begin anew with the month in UTC', async () => {
    await using storage = await open();
    const { counters, close, set } = fleet(storage, 1);
    const [counter = expect.fail()] = counters;
    set(Date.parse('2026-12-31T23:59:59.999Z'));
    expect(await counter.count('someone', refusing(1))).toMatchObject({ allowed: true });
    expect(await counter.count('someone', refusing(1))).toMatchObject({ allowed: false });
    set(Date.parse('2027-01-01T00:00:00Z'));
    expect(await counter.count('someone', refusing(1))).toMatchObject({ allowed: true });
    await close();
    expect(await readUsage(storage, 'someone', '2026-12')).toMatchObject([{ calls: 1, resetsAt: Date.UTC(2027, 0) }]);
    expect(await readUsage(storage, 'someone', '2027-01')).toMatchObject([{ calls: 1 }]);
  });

  it('that were refused are not counted when the limit is raised', async () => {
    await using storage = await open();
    const { counters, close } = fleet(storage, 1);
    const [counter = expect.fail()] = counters;
    const ask = async (limit: number) => {
      const answers = await Promise.all(Array.from({ length: 6 }, () => counter.count('someone', refusing(limit))));
      return answers.filter(({ allowed }) => allowed).length;
    };
    expect(await ask(3)).toBe(3);
    await counter.flush();
    expect(await ask(5)).toBe(2);
    await close();
    expect(await readUsage(storage, 'someone', '2026-11')).toMatchObject([{ calls: 5 }]);
  });

  it('are written within moments, also when nobody calls again', async () => {
    await using storage = await open();
    const { counters, close } = fleet(storage, 1);
    const [counter = expect.fail()] = counters;
    for (let i = 0; i < 7; i += 1) await counter.count('someone', metering(1_000));
    await expect.poll(async () => await readUsage(storage, 'someone', '2026-11')).toMatchObject([{ calls: 7 }]);
    expect(counter.unwritten).toBe(0);
    await close();
  });

  it('are admitted and counted here while the database refuses, and written when it answers again', async () => {
    await using storage = await open();
    const reports: string[] = [];
    const { counters, close } = fleet(storage, 1, { report: (message) => reports.push(message) });
    const [counter = expect.fail()] = counters;
    const full = refusing(3);
    for (let i = 0; i < 3; i += 1) await counter.count('full', full);
    await storage.db.schema.alterTable('usage_counters').renameTo('hidden').execute();
    for (let i = 0; i < 5; i += 1) {
      expect(await counter.count('someone', refusing(100))).toMatchObject({ allowed: true });
    }
    expect(await counter.count('full', full)).toMatchObject({ allowed: false });
    expect(counter).toMatchObject({ silent: true, unwritten: 5 });
    expect(reports).toHaveLength(1);
    const hidden = storage.db.schema.alterTable('hidden' as never).renameTo('usage_counters');
    await hidden.execute();
    await expect.poll(() => counter.unwritten).toBe(0);
    expect(counter.silent).toBe(false);
    expect(reports).toHaveLength(2);
    await close();
    expect(await readUsage(storage, 'someone', '2026-11')).toMatchObject([{ calls: 5 }]);
  });

  if (engine === 'postgres') {
    it('do not wait for a database that hangs', async () => {
      await using storage = await open();
      const { counters, close } = fleet(storage, 1);
      const [counter = expect.fail()] = counters;
      await storage.db.transaction().execute(async (transaction) => {
        await transaction.insertInto('usage_counters').values(row('someone')).execute();
        const answers = await Promise.all([1, 2, 3].map(() => counter.count('someone', refusing(100))));
        expect(answers.every(({ allowed }) => allowed)).toBe(true);
        expect(counter.silent).toBe(true);
      });
      await close();
      expect(await readUsage(storage, 'someone', '2026-11')).toMatchObject([{ calls: 13 }]);
    });
  }
});

/** Thousands of commits need not wait for the disk. */
async function withoutDisk({ dialect, db }: TestStorage) {
  const faster = dialect === 'sqlite' ? sql`pragma synchronous = off` : sql`select 1`;
  await faster.execute(db);
}

function row(subject: string) {
  const money = { over_calls: 0, over_micros: 0, micros_per_call: 0, currency: null, metered_from: null };
  return { subject, tier: 'embed:x', month: '2026-11', calls: 10, ...money };
}
