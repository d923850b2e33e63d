import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyCallReport } from '../call-report.ts';
import { type CallRecord, createCallFolder } from './call-folder.ts';
import { foldCalls } from './fold-calls.ts';

const period = { start_date: '2026-03-01', end_date: '2026-03-31', tz: 'Europe/Paris', days: 31 };
const START = Date.parse('2026-02-28T23:00Z');
const MINUTE = 60_000;

/** What a vendor sends, beside what is read of it. */
interface Wire {
  id: number;
  status: string;
  caller: { number: string };
}

const wireOf = (id: number): Wire => ({
  id,
  status: id % 7 === 0 ? 'NO ANSWER' : 'ANSWERED',
  caller: { number: `0${id}` },
});
const read = ({ id, status }: Wire): CallRecord => ({ at: START + (id % 44_000) * MINUTE, status });

async function* pagesOf(sizes: readonly number[]): AsyncGenerator<Wire[]> {
  let id = 0;
  for (const size of sizes) yield Array.from({ length: size }, () => wireOf(id++));
}

test('whatever the sizes of the pages, the rows are those of the records', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(30)), async (sizes) => {
      const folder = createCallFolder(period);
      for await (const page of pagesOf([sizes.reduce((sum, size) => sum + size, 0)])) {
        for (const wire of page) folder.add(read(wire));
      }
      await expect(foldCalls(pagesOf(sizes), read, period)).resolves.toEqual({ rows: folder.days(), warnings: [] });
    }),
  );
});

test('what was outside the period is said, in the report too', async () => {
  const { rows, warnings } = await foldCalls(pagesOf([44_000, 640]), read, { ...period, start_date: '2026-03-02' });
  expect(warnings).toEqual([expect.stringContaining(': 2080.')]);
  const source = { provider: 'fake', product: 'did' };
  const report = dailyCallReport({ source, period, rows, warnings, asOf: new Date(START) });
  expect(report.warnings).toEqual(warnings);
});

test('records that do not count are passed over, and keep their places', async () => {
  const places: number[] = [];
  const odd = (wire: Wire, place: number) => {
    places.push(place);
    if (place === 8) return { at: Number.NaN, status: '' };
    return place % 2 === 0 ? undefined : read(wire);
  };
  await expect(foldCalls(pagesOf([3, 4]), odd, period)).resolves.toMatchObject({ rows: [{ total: 4 }], warnings: [] });
  expect(places).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await expect(foldCalls(pagesOf([3, 4, 5]), odd, period)).rejects.toMatchObject({
    code: 'BAD_RESPONSE',
    detail: { record: 8 },
  });
});

const PAGES = 12;
const SIZE = 250;

describe('the pages', () => {
  test('are asked for when the one before has been let go, with its records', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage: () => void = runInNewContext('gc');
    const given: WeakRef<object>[] = [];
    const alive: number[] = [];

    function page(first: number): Wire[] {
      const wires = Array.from({ length: SIZE }, (_, index) => wireOf(first + index));
      given.push(new WeakRef(wires), ...wires.map((wire) => new WeakRef(wire)));
      return wires;
    }
    async function* pages(): AsyncGenerator<Wire[]> {
      for (let first = 0; first < PAGES * SIZE; first += SIZE) {
        await setImmediate();
        collectGarbage();
        alive.push(given.filter((reference) => reference.deref() !== undefined).length);
        await setImmediate();
        yield page(first);
      }
    }
    function remembered(wire: Wire): CallRecord {
      const record = read(wire);
      given.push(new WeakRef(record));
      return record;
    }

    const { rows } = await foldCalls(pages(), remembered, period);
    expect(given).toHaveLength(PAGES * (1 + 2 * SIZE));
    expect(Math.max(...alive)).toBeLessThan(SIZE);
    expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(PAGES * SIZE);
  });

  test('are closed when the caller goes', async () => {
    const controller = new AbortController();
    const reason = new Error('gone');
    let closed = false;
    async function* pages(): AsyncGenerator<Wire[]> {
      try {
        yield [wireOf(0)];
        controller.abort(reason);
        yield [wireOf(1)];
        throw new Error('A third page was asked for');
      } finally {
        closed = true;
      }
    }
    await expect(foldCalls(pages(), read, period, { signal: controller.signal })).rejects.toBe(reason);
    expect(closed).toBe(true);
  });

  test('end the fold when they fail', async () => {
    const failure = new Error('no more');
    async function* pages(): AsyncGenerator<Wire[]> {
      yield [wireOf(0)];
      throw failure;
    }
    await expect(foldCalls(pages(), read, period)).rejects.toBe(failure);
  });
});
