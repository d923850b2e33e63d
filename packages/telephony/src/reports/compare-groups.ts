import { eachDate } from '../calendar.ts';
import { changeOf } from './change.ts';
import type { CompareRequest, FigureCell, PeriodFigures } from './compare.ts';
import { addFigures } from './figure-sums.ts';
import { type Group, type Grouping, groupRows, isTime } from './group-rows.ts';
import { groupOf, type TimeGroup } from './grouping.ts';
import type { ComparedGroup } from './period-comparison.ts';

/** A group of one period: what it adds up to, and whether days of it are missing. */
interface Part {
  value: number;
  days?: number | undefined;
  incomplete: boolean;
}

/** Groups in time meet by their place in the period, all others by their name. */
export function comparedGroups(
  { base, products, figures: [main = ''] }: CompareRequest,
  other: PeriodFigures,
  by: Grouping,
): ComparedGroup[] {
  const [baseParts, otherParts] = [base, other].map((side) => partsOf(side, products, by, main));
  if (baseParts === undefined || otherParts === undefined) return [];
  if (isTime(by) && by !== 'weekday') {
    const [baseNames, otherNames] = [namesOf(base, by), namesOf(other, by)];
    return Array.from({ length: Math.max(baseNames.length, otherNames.length) }, (_, place) => {
      const [group = '(none)', otherGroup = '(none)'] = [baseNames[place], otherNames[place]];
      return { group, other_group: otherGroup, ...rowOf(baseParts.get(group), otherParts.get(otherGroup)) };
    });
  }
  // Of a status that does not occur there are no calls; of a weekday that does not occur, nothing is known.
  const absent = (side: PeriodFigures): Part | undefined =>
    by === 'weekday' ? undefined : { value: 0, incomplete: side.missing.length > 0 };
  return [...new Set([...baseParts.keys(), ...otherParts.keys()])].map((group) => ({
    group,
    ...rowOf(baseParts.get(group) ?? absent(base), otherParts.get(group) ?? absent(other)),
  }));
}

/** The groups that changed most, of those that both periods have in full. */
export function moversOf(groups: readonly ComparedGroup[]): ComparedGroup[] {
  const sizeOf = ({ change }: ComparedGroup) => Math.abs(change ?? 0);
  return groups
    .filter((group) => sizeOf(group) > 0 && group.incomplete === undefined)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, 5);
}

function rowOf(base: Part | undefined, other: Part | undefined): Omit<ComparedGroup, 'group'> {
  return {
    ...(base?.days !== undefined && { days: base.days }),
    ...(other?.days !== undefined && { other_days: other.days }),
    ...(base !== undefined && other !== undefined
      ? changeOf(base.value, other.value)
      : { base: base?.value ?? null, other: other?.value ?? null, change: null, change_pct: null }),
    ...((base?.incomplete || other?.incomplete) && { incomplete: true as const }),
  };
}

function partsOf(side: PeriodFigures, products: readonly string[], by: Grouping, main: string): Map<string, Part> {
  const days = side.dates.flatMap((date) => products.map((product) => ({ date, product })));
  const sums = { empty: (): Record<string, number> => ({}), add: addFigures };
  const groups = groupRows<FigureCell['value'], Record<string, number>>(side.cells, [by], days, sums);
  const lacks = lacking(side, by);
  return new Map(
    groups.map(({ keys, sum, days: count }: Group<Record<string, number>>) => {
      const name = keys[by] ?? '';
      return [name, { value: sum[main] ?? 0, days: count, incomplete: lacks(name) }];
    }),
  );
}

/** Whether a group lacks days of the period, by its name. */
function lacking({ missing }: PeriodFigures, by: Grouping): (group: string) => boolean {
  if (isTime(by)) {
    const groups = new Set(
      missing.flatMap((part) => eachDate(part.start_date, part.end_date).map((date) => groupOf(date, by))),
    );
    return (group) => groups.has(group);
  }
  if (by === 'product') return (group) => missing.some(({ product = group }) => product === group);
  return () => missing.length > 0;
}

function namesOf({ period }: PeriodFigures, by: TimeGroup): string[] {
  return [...new Set(eachDate(period.start_date, period.end_date).map((date) => groupOf(date, by)))];
}
