import fc from 'fast-check';
import { expect, test } from 'vitest';
import { familyOfStatus, labelByHand, type OneCall } from '../../test/counted-calls.ts';
import { type Random, randomFrom } from '../../test/random.ts';
import { addDays, eachDate } from '../calendar.ts';
import { comparePeriods, type PeriodFigures } from './compare.ts';
import { toCallCells } from './figure-cells.ts';
import { groupings } from './group-rows.ts';
import { defaultStatusFamilies } from './status-family.ts';

const statuses = Object.keys(familyOfStatus);
const products = ['did', 'wcb'];
const figures = ['calls', 'answered', 'missed', 'busy', 'failed', 'other'];

interface World {
  side: PeriodFigures;
  calls: OneCall[];
}

function worldOf(random: Random): World {
  const start_date = addDays('2024-11-01', random.below(500));
  const dates = eachDate(start_date, addDays(start_date, random.below(60)));
  const calls: OneCall[] = Array.from({ length: random.below(80) }, () => ({
    product: random.one(['did', 'wcb'] as const),
    date: dates[random.below(dates.length)] ?? start_date,
    status: statuses[random.below(statuses.length)],
  }));
  const reports = products.map((product) => ({
    product,
    report: {
      days: dates.map((date) => {
        const own = calls.filter((call) => call.product === product && call.date === date);
        const counts = Map.groupBy(own, ({ status }) => status ?? '');
        const entries = [...counts].map(([status, those]) => [status, those.length] as const);
        return { date, total: own.length, status_breakdown: Object.fromEntries(entries) };
      }),
      missing: [],
      as_of: '2026-12-01T00:00:00.000Z',
      warnings: [],
    },
  }));
  const period = { start_date, end_date: dates.at(-1) ?? start_date, tz: 'Europe/Paris', days: dates.length };
  const cells = toCallCells(reports, defaultStatusFamilies);
  return { calls, side: { period, cells, dates, wholeDates: dates, missing: [], asOf: '', warnings: [] } };
}

test('changes are those of the calls counted one by one, and turn their sign when the periods are swapped', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed);
      const [a, b] = [worldOf(random), worldOf(random)];
      const by = random.one(groupings);
      const run = (base: World, other: World) => {
        const request = { source: { provider: 'fake', products }, measure: 'calls', figures, products } as const;
        const { comparisons } = comparePeriods({ ...request, base: base.side, others: [other.side], groupBy: by });
        return comparisons[0];
      };
      const [there, back] = [run(a, b), run(b, a)];

      const countOf = ({ calls }: World, figure: string) =>
        calls.filter((call) => figure === 'calls' || labelByHand(call, 'family') === figure).length;
      for (const { figure, base, other, change, change_pct } of there?.changes ?? []) {
        if (figure === 'calls_per_day') continue;
        expect([base, other, change]).toEqual([countOf(a, figure), countOf(b, figure), base - other]);
        expect(change_pct).toBe(other === 0 ? null : Math.round(((base - other) / other) * 10_000) / 100);
      }
      const signs = (rows: readonly { change: number | null }[] = []) => rows.map(({ change }) => change);
      const turned = (rows: readonly { change: number | null }[] = []) =>
        rows.map(({ change }) => (change === null ? null : 0 - change));
      expect(signs(there?.changes)).toEqual(turned(back?.changes));

      const inGroup = ({ calls }: World, name: string) => calls.filter((call) => labelByHand(call, by) === name).length;
      for (const { group, other_group = group, base, other } of there?.groups ?? []) {
        if (base !== null) expect(base).toBe(inGroup(a, group));
        if (other !== null) expect(other).toBe(inGroup(b, other_group));
      }
      const sum = (key: 'base' | 'other') => (there?.groups ?? []).reduce((total, row) => total + (row[key] ?? 0), 0);
      expect([sum('base'), sum('other')]).toEqual([a.calls.length, b.calls.length]);
      const changes = new Map(back?.groups?.map((row) => [`${row.other_group} ${row.group}`, row.change]));
      for (const { group, other_group, change } of there?.groups ?? []) {
        const backwards = changes.get(other_group === undefined ? `undefined ${group}` : `${group} ${other_group}`);
        expect(change).toBe(typeof backwards === 'number' ? 0 - backwards : null);
      }
    }),
    { numRuns: 300 },
  );
});
