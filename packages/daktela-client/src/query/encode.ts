import { daktelaContract } from '../contract.ts';
import type { Sort } from '../endpoints/model.ts';
import type { Condition, Filter, Scalar } from './filter.ts';

export interface CheckedQuery {
  filter: Filter | undefined;
  sort: readonly Sort[];
  fields: readonly string[];
  search: string | undefined;
  skip: number;
  take: number;
}

type Pair = readonly [name: string, value: string];

/** A query as Daktela reads it, encoded. */
export function encodeQuery({ filter, sort, fields, search, skip, take }: CheckedQuery): string {
  return encodePairs([
    ['skip', String(skip)],
    ['take', String(take)],
    ...sort.flatMap(({ field, dir }, index): Pair[] => [
      [`sort[${index}][field]`, field],
      [`sort[${index}][dir]`, dir],
    ]),
    ...(filter === undefined ? [] : filterPairs(filter)),
    ...(search === undefined ? [] : [[daktelaContract.search.value, search] as const]),
    ...fieldPairs(fields),
  ]);
}

export function encodeFields(fields: readonly string[]): string {
  return encodePairs(fieldPairs(fields));
}

function fieldPairs(fields: readonly string[]): Pair[] {
  return fields.map((name, index) => [`fields[${index}]`, name]);
}

/** The canonical form, with a group outside of everything. */
function filterPairs(filter: Filter): Pair[] {
  return pairsOf('logic' in filter ? filter : { logic: 'and', filters: [filter] }, 'filter');
}

function pairsOf(filter: Filter, place: string): Pair[] {
  if ('logic' in filter) {
    const members = filter.filters.flatMap((member, index) => pairsOf(member, `${place}[filters][${index}]`));
    return [[`${place}[logic]`, filter.logic], ...members];
  }
  return [[`${place}[field]`, filter.field], [`${place}[operator]`, filter.operator], ...valuePairs(filter, place)];
}

function valuePairs({ operator, value }: Condition, place: string): Pair[] {
  if (operator === 'isnull' || operator === 'isnotnull') return [[`${place}[value]`, daktelaContract.nullValue.value]];
  if (typeof value !== 'object') return [[`${place}[value]`, wireValue(value)]];
  return value.map((one, index) => [`${place}[value][${index}]`, wireValue(one)]);
}

function wireValue(value: Scalar): string {
  if (typeof value === 'boolean') return value ? daktelaContract.yes.value : daktelaContract.no.value;
  return String(value);
}

function encodePairs(pairs: readonly Pair[]): string {
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}
