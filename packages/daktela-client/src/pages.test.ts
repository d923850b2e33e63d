import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Asked, failureOf, listOf, Reply, startInstance } from '../test/fake-instance.ts';
import type { DaktelaClient } from './client.ts';
import type { PagesOptions } from './pages.ts';
import type { ListQuery } from './query/list-query.ts';
import type { WirePage } from './reply/page.ts';
import { createSharing } from './sharing.ts';

/** A list of calls, the newest first, which `change` may change before each answer. */
async function startCalls(calls: number[], change: (turn: number, calls: number[]) => void = () => {}) {
  let turn = 0;
  const instance = await startInstance(({ query }: Asked) => {
    change(turn, calls);
    turn += 1;
    const [skip, take] = [Number(query.skip), Number(query.take)];
    const rows = calls.slice(skip, skip + take).map((id) => ({ id_call: String(id) }));
    return listOf(rows, {}, calls.length);
  });
  return { instance, skips: () => instance.asked.map(({ query }) => Number(query.skip)) };
}

const numbers = (count: number, first = 0) => Array.from({ length: count }, (_, index) => first + index);

async function collect(daktela: DaktelaClient, options: PagesOptions, query: ListQuery = {}): Promise<WirePage[]> {
  const pages: WirePage[] = [];
  for await (const page of daktela.pages('activitiesCall', { fields: ['id_call'], ...query }, options))
    pages.push(page);
  return pages;
}

const idsOf = (pages: WirePage[]) => pages.flatMap(({ rows }) => rows.map((row) => Number(row.id_call)));

describe('all pages of a list', () => {
  test.each([1, 3, 8])('are given in order with %i in flight', async (concurrency) => {
    const { instance, skips } = await startCalls(numbers(100));
    const pages = await collect(instance.client(), { pageSize: 11, concurrency });
    expect(idsOf(pages)).toEqual(numbers(100));
    expect(pages.map(({ more }) => more)).toEqual([...Array(9).fill(true), false]);
    expect(pages.at(-1)).toMatchObject({ total: 100 });
    expect(pages.at(-1)).not.toHaveProperty('missed');
    expect(skips().sort((one, other) => one - other)).toEqual(numbers(10).map((page) => page * 10));
  });

  test('of all iterations with one credential are at most eight at the same time', async () => {
    let underWay = 0;
    let most = 0;
    const instance = await startInstance(async ({ query }: Asked) => {
      underWay += 1;
      most = Math.max(most, underWay);
      // Whoever else is let in comes first.
      await setTimeout(20);
      underWay -= 1;
      const skip = Number(query.skip);
      return listOf(
        numbers(11, skip).map((id) => ({ id_call: String(id) })),
        {},
        211,
      );
    });
    const sharing = createSharing();
    const all = numbers(4).map(() => collect(instance.client({ sharing }), { pageSize: 11, concurrency: 8 }));
    for (const pages of await Promise.all(all)) expect(idsOf(pages)).toEqual(numbers(211));
    expect(most).toBeLessThanOrEqual(8);
  });

  test.each([0, 1, 10, 11, 12])('are as many as %i rows need', async (count) => {
    const { instance, skips } = await startCalls(numbers(count));
    expect(idsOf(await collect(instance.client(), { pageSize: 11 }))).toEqual(numbers(count));
    expect(skips()).toHaveLength(count > 11 ? 2 : 1);
  });

  test('are bounded by skip and take', async () => {
    const { instance } = await startCalls(numbers(100));
    const daktela = instance.client();
    expect(idsOf(await collect(daktela, { pageSize: 11 }, { skip: 5, take: 30 }))).toEqual(numbers(30, 5));
    expect(idsOf(await collect(daktela, { pageSize: 11 }, { skip: 95, take: 30 }))).toEqual(numbers(5, 95));
    instance.asked.length = 0;
    expect(idsOf(await collect(daktela, { pageSize: 11 }, { take: 3 }))).toEqual(numbers(3));
    expect(instance.asked.map(({ query }) => query.take)).toEqual(['3']);
  });

  test('are read to the end where no total is given', async () => {
    const { url, options } = await startInstance(({ query }) =>
      listOf(
        numbers(25)
          .slice(Number(query.skip), Number(query.skip) + Number(query.take))
          .map((id) => ({ id_call: id })),
        {},
        null,
      ),
    );
    expect(url).toMatch(/^http/);
    const { createDaktelaClient } = await import('./client.ts');
    expect(idsOf(await collect(createDaktelaClient(options()), { pageSize: 11 }))).toEqual(numbers(25));
  });

  test('are read whole from an instance that gives smaller pages', async () => {
    const { client } = await startInstance(({ query }) =>
      listOf(
        numbers(40)
          .slice(Number(query.skip), Number(query.skip) + 7)
          .map((id) => ({ id_call: id })),
        {},
        40,
      ),
    );
    expect(idsOf(await collect(client(), { pageSize: 20 }))).toEqual(numbers(40));
  });

  test('are asked for only as far ahead as was said, and no more when the reader leaves', async () => {
    let [inFlight, most] = [0, 0];
    const { client, asked } = await startInstance(async ({ query }) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setImmediate(resolve));
      inFlight -= 1;
      return listOf(
        numbers(11, Number(query.skip)).map((id) => ({ id_call: id })),
        {},
        100_000,
      );
    });
    let seen = 0;
    for await (const _ of client().pages('activitiesCall', {}, { pageSize: 11, concurrency: 3 })) {
      seen += 1;
      if (seen === 5) break;
    }
    expect(most).toBeLessThanOrEqual(3);
    // The one that was given last was asked for before those ahead of it.
    expect(asked.length).toBeLessThanOrEqual(5 + 3);
  });

  test('stop with the error of one of them', async () => {
    const { client } = await startInstance(({ query }) =>
      query.skip === '20'
        ? new Reply(403)
        : listOf(
            numbers(11, Number(query.skip)).map((id) => ({ id_call: id })),
            {},
            100,
          ),
    );
    expect(await failureOf(collect(client(), { pageSize: 11 }))).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('stop when the reader says so', async () => {
    const { instance } = await startCalls(numbers(100));
    const reader = new AbortController();
    const reading = (async () => {
      for await (const _ of instance.client().pages('activitiesCall', {}, { pageSize: 11, signal: reader.signal })) {
        reader.abort(new Error('gone'));
      }
    })();
    await expect(reading).rejects.toThrow('gone');
  });

  test.each<[string, PagesOptions]>([
    ['concurrency', { concurrency: 9 }],
    ['concurrency', { concurrency: 0 }],
    ['pageSize', { pageSize: 1 }],
    ['pageSize', { pageSize: 1001 }],
  ])('need a %s that can be', async (name, options) => {
    const { instance } = await startCalls([]);
    expect(await failureOf(collect(instance.client(), options))).toMatchObject({ code: 'INVALID_INPUT', field: name });
  });
});

describe('while the list changes', () => {
  test('rows that came on top make nothing come twice', async () => {
    const { instance } = await startCalls(numbers(100), (turn, calls) => turn > 0 && calls.unshift(-turn));
    const pages = await collect(instance.client(), { pageSize: 11, concurrency: 2 });
    const ids = idsOf(pages);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id >= 0)).toEqual(numbers(100));
  });

  test('rows that slid back because others went are fetched', async () => {
    const { instance } = await startCalls(numbers(100), (turn, calls) => turn === 3 && calls.splice(0, 25));
    const pages = await collect(instance.client(), { pageSize: 11, concurrency: 2 });
    expect(idsOf(pages)).toEqual(numbers(100));
  });

  test('rows that nobody can have seen are told of', async () => {
    const { instance } = await startCalls(numbers(100), (turn, calls) => {
      // As those do that are edited, in a list that is sorted by that.
      if (turn === 2) calls.unshift(...calls.splice(90, 10));
    });
    const pages = await collect(instance.client(), { pageSize: 11, concurrency: 1 });
    expect(pages.at(-1)?.missed).toBe(10);
  });

  test('whatever stays is given exactly once', async () => {
    const Change = fc.record({ at: fc.nat(12), place: fc.nat(80), gone: fc.nat(6), added: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(Change, { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        async (changes, concurrency) => {
          const removed = new Set<number>();
          let added = 1000;
          const { instance } = await startCalls(numbers(80), (turn, calls) => {
            for (const change of changes.filter(({ at }) => at === turn)) {
              for (const id of calls.splice(change.place, change.gone)) removed.add(id);
              for (let count = 0; count < change.added; count += 1) calls.unshift(added++);
            }
          });
          const ids = idsOf(await collect(instance.client(), { pageSize: 11, concurrency }));
          expect(new Set(ids).size).toBe(ids.length);
          for (const id of numbers(80)) if (!removed.has(id)) expect(ids).toContain(id);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('a session that ends in the middle goes on', async () => {
  let valid = 'AT-canary-1';
  let served = 0;
  const { client, asked } = await startInstance(({ method, token, query }) => {
    if (method !== 'GET') {
      valid = `AT-canary-${asked.length}`;
      return { error: [], result: { accessToken: valid, refreshToken: `RT-canary-${asked.length}` } };
    }
    served += 1;
    if (served === 4) valid = 'ended';
    if (token !== valid) return new Reply(401, { error: ['Not logged in'] });
    return listOf(
      numbers(100)
        .slice(Number(query.skip), Number(query.skip) + 11)
        .map((id) => ({ id_call: id })),
      {},
      100,
    );
  });
  const daktela = client({ session: { accessToken: 'AT-canary-1', refreshToken: 'RT-canary-1' } });
  expect(idsOf(await collect(daktela, { pageSize: 11, concurrency: 3 }))).toEqual(numbers(100));
  expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

describe('a reference list', () => {
  test('is read whole, once for all who want it, and kept for a while', async () => {
    const clock = { now: 0 };
    const { options, client, asked } = await startInstance(({ query }) =>
      listOf(
        numbers(1500)
          .slice(Number(query.skip), Number(query.skip) + 1000)
          .map((name) => ({ name, title: `Q${name}` })),
        {},
        1500,
      ),
    );
    const { sharing } = options();
    const more = { sharing, cache: { ttlMs: 60_000 }, now: () => new Date(clock.now) } as const;
    const [one, other] = await Promise.all([client(more).reference('users'), client(more).reference('users')]);
    expect(one.rows).toHaveLength(1500);
    expect(one).toMatchObject({ total: 1500, more: false, skip: 0 });
    expect(other).toBe(one);
    expect(await client(more).reference('users')).toBe(one);
    expect(asked).toHaveLength(2);
    await client({ ...more, accessToken: 'somebody-else-canary' }).reference('users');
    expect(asked).toHaveLength(4);
    clock.now = 60_000;
    await client(more).reference('users');
    expect(asked).toHaveLength(6);
    await client(more).reference('users', { fresh: true });
    expect(asked).toHaveLength(8);
    await client({ ...more, cache: false }).reference('users');
    expect(asked).toHaveLength(10);
  });

  test('that failed is asked for again', async () => {
    const answers = [new Reply(403), listOf([{ name: 1 }])];
    const { client } = await startInstance(() => answers.shift());
    const daktela = client();
    expect(await failureOf(daktela.reference('queues'))).toMatchObject({ code: 'FORBIDDEN' });
    expect((await daktela.reference('queues')).rows).toEqual([{ name: 1 }]);
  });

  test('is given to who waits for it, also when another one leaves', async () => {
    let release = () => {};
    const { client, asked } = await startInstance(async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return listOf([{ name: 1 }]);
    });
    const daktela = client();
    const leaver = new AbortController();
    const left = daktela.reference('queues', { signal: leaver.signal }).catch((error: unknown) => error);
    const stays = daktela.reference('queues');
    await vi.waitFor(() => expect(asked).toHaveLength(1), { timeout: 15_000 });
    leaver.abort(new Error('gone'));
    expect(await left).toMatchObject({ message: 'gone' });
    release();
    expect((await stays).rows).toEqual([{ name: 1 }]);
  });

  test('is none of a model that is large', async () => {
    const { client } = await startInstance(() => listOf([]));
    expect(await failureOf(client().reference('tickets' as 'queues'))).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
