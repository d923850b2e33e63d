import { DAY_MS, wallOf } from '../clock.ts';
import type { AnyModel, Span, View } from '../model/model.ts';
import { type Filter, requiredConditions } from './filter.ts';

/** No zone is further from UTC than this. */
const WIDEST_OFFSET_MS = DAY_MS;

/** Days in which every row lies that the filter can find: those between the times that it names. */
export function spanOf(model: AnyModel, filter: Filter | undefined, view: View): Span {
  let { start: from, now: to } = { start: view.start, now: view.now + 1 };
  for (const { field, operator, values } of requiredConditions(filter)) {
    if (field !== model.time) continue;
    const walls = values.map((value) => wallOf(value) ?? Number.NaN);
    const [first = Number.NaN, last = first] = walls;
    if (['gt', 'gte', 'eq', 'between'].includes(operator)) from = latest(from, first - WIDEST_OFFSET_MS);
    if (['lt', 'lte', 'eq', 'between'].includes(operator)) {
      const end = operator === 'between' ? last : first;
      to = Number.isNaN(end) ? to : Math.min(to, end + WIDEST_OFFSET_MS);
    }
  }
  return { from, to: Math.max(from, to) };
}

function latest(from: number, bound: number): number {
  return Number.isNaN(bound) ? from : Math.max(from, bound);
}
