import type { CalendarDate } from '../calendar.ts';
import { compareGroups, groupOf, type TimeGroup, timeGroups } from './grouping.ts';

export const groupings = [...timeGroups, 'product', 'status', 'family'] as const;
export type Grouping = (typeof groupings)[number];

/** One figure, with everything that it can be grouped by. */
export interface Cell<Value> {
  date: CalendarDate;
  product: string;
  status?: string;
  family?: string;
  value: Value;
}

/** Figures that share their groups: `keys` holds one value for each grouping. */
export interface Group<Sum> {
  keys: Partial<Record<Grouping, string>>;
  sum: Sum;
  /** How many days with figures fall into it; absent when it is not a group in time. */
  days?: number;
}

/** A day that a product has figures of, be they zero. */
export type CountedDay = Pick<Cell<unknown>, 'date' | 'product'>;

/**
 * Adds up cells by group, in the groups' own order. Groups in time and product are there for every one of `days`, also without
 * a cell, and for no others. The sums of all groups are the sum of all cells. Without a grouping there are no groups.
 */
export function groupRows<Value, Sum>(
  cells: Iterable<Cell<Value>>,
  by: readonly Grouping[],
  days: readonly CountedDay[],
  sums: { empty(): Sum; add(sum: Sum, value: Value): void },
): Group<Sum>[] {
  if (by.length === 0) return [];
  const groups = new Map<string, Group<Sum>>();
  const groupFor = (cell: Omit<Cell<unknown>, 'value'>): Group<Sum> => {
    const values = by.map((grouping) => labelOf(cell, grouping));
    const id = JSON.stringify(values);
    const known = groups.get(id);
    if (known !== undefined) return known;
    const keys = Object.fromEntries(by.map((grouping, index) => [grouping, values[index]]));
    const group: Group<Sum> = { keys, sum: sums.empty() };
    groups.set(id, group);
    return group;
  };
  if (!by.includes('status') && !by.includes('family')) for (const day of days) groupFor(day);
  for (const cell of cells) sums.add(groupFor(cell).sum, cell.value);
  const result = [...groups.values()].sort((a, b) => compareKeys(a, b, by));
  if (!by.some(isTime)) return result;
  const countOf = countDays(days, by);
  return result.map((group) => ({ ...group, days: countOf(group.keys) }));
}

export function isTime(grouping: Grouping): grouping is TimeGroup {
  return (timeGroups as readonly string[]).includes(grouping);
}

function labelOf(cell: Omit<Cell<unknown>, 'value'>, grouping: Grouping): string {
  return isTime(grouping) ? groupOf(cell.date, grouping) : (cell[grouping] ?? '');
}

function compareKeys<Sum>(a: Group<Sum>, b: Group<Sum>, by: readonly Grouping[]): number {
  for (const grouping of by) {
    const order = compareGroups(a.keys[grouping] ?? '', b.keys[grouping] ?? '', grouping);
    if (order !== 0) return order;
  }
  return 0;
}

/** Days have a time and a product, but no status. A date counts once in a group, however many products have it. */
function countDays(days: readonly CountedDay[], by: readonly Grouping[]): (keys: Group<unknown>['keys']) => number {
  const groupings = by.filter((grouping) => isTime(grouping) || grouping === 'product');
  const dates = new Map<string, Set<CalendarDate>>();
  for (const day of days) {
    const id = JSON.stringify(groupings.map((grouping) => labelOf(day, grouping)));
    const known = dates.get(id);
    if (known === undefined) dates.set(id, new Set([day.date]));
    else known.add(day.date);
  }
  return (keys) => dates.get(JSON.stringify(groupings.map((grouping) => keys[grouping])))?.size ?? 0;
}
