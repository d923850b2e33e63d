import { LRUCache } from 'lru-cache';
import type { AnyModel, View } from '../model/model.ts';
import { compileFilter, type Predicate } from './evaluate.ts';
import { type Condition, requiredConditions } from './filter.ts';
import { pathOf } from './path.ts';
import type { Query } from './query.ts';
import { sortRows } from './sort.ts';
import { spanOf } from './span.ts';
import { folded } from './text-match.ts';

interface Page {
  rows: readonly unknown[];
  total: number;
}

/** The rows below a record, with words that no other such rows have. */
export interface Scope {
  id: string;
  rows: Iterable<unknown>;
}

export type Select = (view: View, model: AnyModel, query: Query, scope?: Scope) => Page;

const NOTHING: Page = { rows: [], total: 0 };
/** Rows that are kept in the order that was asked for, so that the pages of a long list are made once. */
const ROWS_KEPT = 300_000;

/** Answers questions about rows. What the latest ones found is kept. */
export function createSelect(): Select {
  const kept = new LRUCache<string, readonly unknown[]>({
    maxSize: ROWS_KEPT,
    sizeCalculation: ({ length }) => length + 1,
  });
  return (view, model, query, scope) => {
    const key = keyOf(view, model, query, scope);
    let rows = kept.get(key);
    if (rows === undefined) {
      rows = sortRows([...found(view, model, query, scope)], model, query.sorts, view);
      if (rows === undefined) return NOTHING;
      kept.set(key, rows);
    }
    return { rows: rows.slice(query.skip, query.skip + query.take), total: rows.length };
  };
}

function keyOf({ instance, clock, now }: View, model: AnyModel, { filter, sorts, search }: Query, scope?: Scope) {
  return JSON.stringify([instance.id, clock.zone, now, model.endpoint, scope?.id, filter, sorts, search]);
}

function* found(view: View, model: AnyModel, query: Query, scope: Scope | undefined): Generator<unknown> {
  const { filter } = query;
  const tests: Predicate[] = filter === undefined ? [] : [compileFilter(model, filter, view)];
  if (query.search !== undefined) tests.push(searchTest(model, query.search, view));
  const rows =
    scope?.rows ?? nearRows(view, model, requiredConditions(filter)) ?? model.rows(view, spanOf(model, filter, view));
  for (const row of rows) if (tests.every((test) => test(row))) yield row;
}

/** The rows that a condition leads to, where one does. */
function nearRows(view: View, model: AnyModel, conditions: readonly Condition[]): Iterable<unknown> | undefined {
  for (const { field, operator, values } of conditions) {
    const near = model.near && Object.hasOwn(model.near, field) ? model.near[field] : undefined;
    if (near === undefined || (operator !== 'eq' && operator !== 'in')) continue;
    return new Set(values.flatMap((value) => [...near(view, value)]));
  }
  return undefined;
}

/** Every word must be found, in whichever of the fields. */
function searchTest(model: AnyModel, search: string, view: View): Predicate {
  const words = folded(search).split(/\s+/);
  const paths = (model.search ?? ['title'])
    .map((field) => pathOf(model, field, view))
    .filter((path) => path !== undefined);
  return (row) => {
    const text = folded(paths.flatMap((path) => path.values(row)).join(' '));
    return words.every((word) => text.includes(word));
  };
}
