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
  /** How many days of the period fall into it; absent when it is not a group in time. */
  days?: number;
}

/**
 * Adds up cells by group, in the groups' own order. Groups in time are there for every day of `dates`, also without figures.
 * The sums of all groups are the sum of all cells. Without a grouping there are no groups.
 */
export function groupRows<Value, Sum>(
  cells: Iterable<Cell<Value>>,
  by: readonly Grouping[],
  dates: readonly CalendarDate[],
  products: readonly string[],
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
  if (!by.includes('status') && !by.includes('family')) {
    const perProduct = by.includes('product') ? products : products.slice(0, 1);
    for (const date of dates) for (const product of perProduct) groupFor({ date, product });
  }
  for (const cell of cells) sums.add(groupFor(cell).sum, cell.value);
  const result = [...groups.values()].sort((a, b) => compareKeys(a, b, by));
  const time = by.find(isTime);
  if (time === undefined) return result;
  const days = countDates(dates, time);
  return result.map((group) => ({ ...group, days: days.get(group.keys[time] ?? '') ?? 0 }));
}

export function isTime(grouping: Grouping): grouping is TimeGroup {
  return (timeGroups as readonly string[]).includes(grouping);
}

function labelOf(cell: Omit<Cell<unknown>, 'value'>, grouping: Grouping): string {
  return isTime(grouping) ? groupOf(cell.date, grouping) : (cell[grouping] ?? '');
}

function compareKeys<Sum>(a: Group<Sum>, b: Group<Sum>, by: readonly Grouping[]): number {
  for (const grouping of by) {
    const order = compareGroups(a.keys[grouping] ?? '', b.keys[grouping] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function countDates(dates: readonly CalendarDate[], by: TimeGroup): Map<string, number> {
  const counts = new Map<string, number>();
  for (const date of dates) {
    const group = groupOf(date, by);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
