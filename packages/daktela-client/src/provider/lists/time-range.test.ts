import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition, Filter } from '../../query/filter.ts';
import { createInstanceClock } from '../../readers/instance-clock.ts';
import { instanceRange } from './time-range.ts';

const MINUTE = 60_000;

function conditions(filter: Filter | undefined): Condition[] {
  if (filter === undefined) return [];
  return 'logic' in filter ? filter.filters.flatMap(conditions) : [filter];
}

/** What Daktela does: it compares texts. */
function passes(filter: Filter | undefined, text: string): boolean {
  return conditions(filter).every(({ operator, value }) =>
    operator === 'gte' ? text >= String(value) : text < String(value),
  );
}

/** Around the nights when clocks are changed, and far from them. */
const changes = {
  'Europe/Prague': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  'America/New_York': ['2026-03-08T07:00Z', '2026-11-01T06:00Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00Z', '2026-10-03T15:30Z'],
  UTC: ['2026-06-01T00:00Z'],
};
const zones = Object.keys(changes) as (keyof typeof changes)[];
const instant = (zone: keyof typeof changes) =>
  fc
    .tuple(fc.constantFrom(...changes[zone]), fc.integer({ min: -400, max: 400 }))
    .map(([change, minutes]) => Date.parse(change) + minutes * MINUTE);

test('every instant of the range passes, and others only where the clocks do not tell', () => {
  const world = fc
    .constantFrom(...zones)
    .chain((zone) => fc.tuple(fc.constant(zone), instant(zone), instant(zone), instant(zone)));
  fc.assert(
    fc.property(world, ([zone, one, other, at]) => {
      const [from, until] = one < other ? [one, other] : [other, one];
      const clock = createInstanceClock(zone);
      const { filter, doubtful } = instanceRange(clock, 'time', from, until);
      const { text, oddity } = clock.write(new Date(at));
      const inside = at >= from && at < until;
      if (inside) expect(passes(filter, text)).toBe(true);
      else if (oddity === undefined) expect(passes(filter, text)).toBe(false);
      else if (passes(filter, text) && !doubtful) {
        // The other reading of the same text is in the range.
        const twins = [-60, -30, 30, 60].map((minutes) => at + minutes * MINUTE);
        const twin = twins.find((time) => time >= from && time < until && clock.write(new Date(time)).text === text);
        expect(twin).toBeDefined();
      }
    }),
    { numRuns: 3000 },
  );
});

test('a range without an end has one condition, and one without both has none', () => {
  const clock = createInstanceClock('Europe/Prague');
  const from = Date.parse('2026-11-20T13:30:00.500Z');
  expect(instanceRange(clock, 'time', from, undefined)).toEqual({
    filter: { field: 'time', operator: 'gte', value: '2026-11-20 14:30:01' },
    doubtful: false,
  });
  expect(instanceRange(clock, 'time', undefined, undefined).filter).toBeUndefined();
});
