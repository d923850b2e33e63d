import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from './ranking.ts';

interface Row {
  id: number;
  figure: number | null;
}

const rows = fc
  .array(fc.option(fc.integer({ min: -5, max: 5 })))
  .map((figures) => figures.map((figure, id): Row => ({ id, figure })));
const ranking = fc.record(
  { order: fc.constantFrom('asc' as const, 'desc' as const), top: fc.integer({ min: 0, max: 12 }) },
  { requiredKeys: [] },
);

test('what is kept and the rest are all rows, each once', () => {
  fc.assert(
    fc.property(rows, ranking, fc.boolean(), fc.integer({ min: -6, max: 6 }), (all, how, ranked, least) => {
      const eligible = ({ figure }: Row) => (figure ?? 0) >= least;
      const { kept, rest } = rank(all, { ...how, eligible, ...(ranked && { by: (row) => row.figure }) });
      expect([...kept, ...rest].map(({ id }) => id).sort((a, b) => a - b)).toEqual(all.map(({ id }) => id));
      expect(kept.every(eligible)).toBe(true);
      expect(kept).toHaveLength(Math.min(how.top ?? Number.POSITIVE_INFINITY, all.filter(eligible).length));
    }),
  );
});

test('no row of the rest stands before a kept one; without a figure is last; equals keep their order', () => {
  const before = (a: Row, b: Row, order: 'asc' | 'desc') => {
    if (a.figure === b.figure) return a.id < b.id;
    if (a.figure === null || b.figure === null) return b.figure === null;
    return order === 'asc' ? a.figure < b.figure : a.figure > b.figure;
  };
  fc.assert(
    fc.property(rows, ranking, (all, how) => {
      const { kept, rest } = rank(all, { ...how, by: (row) => row.figure });
      const ordered = [...kept, ...rest];
      for (const [index, row] of ordered.slice(1).entries()) {
        expect(before(ordered[index] ?? row, row, how.order ?? 'desc')).toBe(true);
      }
    }),
  );
});

test('without a figure to rank by, rows stay in their own order', () => {
  fc.assert(
    fc.property(rows, ranking, (all, how) => {
      expect(rank(all, how).kept).toEqual(all.slice(0, how.top));
    }),
  );
});

test('the rows that were given are left as they are', () => {
  const given: readonly Row[] = Object.freeze([1, 3, 2].map((figure, id) => ({ id, figure })));
  rank(given, { by: (row) => row.figure, top: 1 });
  expect(given.map(({ figure }) => figure)).toEqual([1, 3, 2]);
});
