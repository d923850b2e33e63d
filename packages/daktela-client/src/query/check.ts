import { daktelaContract } from '../contract.ts';
import type { Model, Sort } from '../endpoints/model.ts';
import { invalid } from '../refusals.ts';
import type { CheckedQuery } from './encode.ts';
import { isKnownPath } from './field-path.ts';
import type { Condition, Filter, Scalar } from './filter.ts';
import type { ListQuery } from './list-query.ts';

const LONGEST_TEXT = 1000;
const DEEPEST = 6;
const MOST_SKIPPED = 100_000_000;
const UNSENDABLE = /[\p{Cc}\p{Cs}]/u;

/**
 * A query that Daktela will understand, with all that it leaves to us: sort, fields, the key of each record.
 * @throws INVALID_INPUT that names what is wrong, so that nothing is sent.
 */
export function checkQuery(endpoint: string, model: Model, query: ListQuery): CheckedQuery {
  if (query.filter !== undefined) checkFilter(endpoint, model, query.filter);
  return {
    filter: query.filter,
    sort: checkSort(endpoint, model, query.sort),
    fields: checkFields(endpoint, model, query.fields ?? model.projection),
    search: checkSearch(endpoint, model, query.search),
    skip: wholeNumber('skip', query.skip ?? 0, 0, MOST_SKIPPED),
    take: wholeNumber('take', query.take ?? daktelaContract.defaultTake.value, 1, daktelaContract.maxTake.value),
  };
}

/** The fields to ask for; the key of the record is always among them. */
export function checkFields(endpoint: string, model: Model, fields: readonly string[]): string[] {
  if (fields.length === 0) throw invalid('fields', 'Name at least one field, or leave fields out.');
  for (const path of fields) {
    if (!isKnownPath(model, path)) throw unknownName('fields', 'field', path, endpoint, Object.keys(model.fields));
  }
  return [...new Set([...(model.key === undefined ? [] : [model.key]), ...fields])];
}

function checkSort(endpoint: string, model: Model, asked: readonly Sort[] | undefined): readonly Sort[] {
  const sort = asked === undefined || asked.length === 0 ? model.defaultSort : asked;
  for (const { field, dir } of sort) {
    if (!model.sortable.includes(field)) throw unknownName('sort', 'sort', field, endpoint, model.sortable);
    if (dir !== 'asc' && dir !== 'desc') throw invalid('sort', 'A list is sorted asc or desc.');
  }
  const last = sort.at(-1);
  const { tieBreak } = model;
  if (last === undefined || tieBreak === undefined || sort.some(({ field }) => field === tieBreak)) return sort;
  return [...sort, { field: tieBreak, dir: last.dir }];
}

function checkSearch(endpoint: string, model: Model, search: string | undefined): string | undefined {
  if (search === undefined) return undefined;
  if (model.searchable !== true) throw invalid('search', `${endpoint} has no search of its own. Filter by a field.`);
  if (search.trim() === '') throw invalid('search', 'The text to search for is empty. Give one, or leave it out.');
  checkText('search', search);
  return search;
}

function checkFilter(endpoint: string, model: Model, filter: Filter, depth = 0): void {
  if (!('logic' in filter)) {
    checkCondition(endpoint, model, filter);
    return;
  }
  if (filter.filters.length === 0)
    throw invalid('filter', `A filter that joins nothing with ${filter.logic} says nothing.`);
  if (depth >= DEEPEST) throw invalid('filter', `Filters may be nested ${DEEPEST} deep.`);
  for (const member of filter.filters) checkFilter(endpoint, model, member, depth + 1);
}

function checkCondition(endpoint: string, model: Model, { field, operator, value }: Condition): void {
  if (!isKnownPath(model, field)) throw unknownName('filter', 'field', field, endpoint, Object.keys(model.fields));
  const values = typeof value === 'object' ? value : [value];
  if (values.length === 0) throw invalid(field, `The filter on ${field} lists no value. Give one, or leave it out.`);
  if (operator === 'between' && values.length !== 2) throw invalid(field, `The filter on ${field} needs two ends.`);
  for (const one of values) checkValue(field, one);
}

function checkValue(field: string, value: Scalar): void {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw invalid(field, `The filter on ${field} has no number.`);
  if (typeof value === 'string') checkText(field, value);
}

function checkText(field: string, text: string): void {
  if (text.length > LONGEST_TEXT)
    throw invalid(field, `The text for ${field} has more than ${LONGEST_TEXT} characters.`);
  if (UNSENDABLE.test(text)) throw invalid(field, `The text for ${field} holds a control character.`);
}

function wholeNumber(field: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw invalid(field, `${field} must be a whole number from ${least} to ${most}.`);
}

function unknownName(field: string, what: string, name: string, endpoint: string, known: readonly string[]) {
  const shown = UNSENDABLE.test(name) || name.length > 60 ? 'This' : `"${name}"`;
  const list = known.length === 0 ? `${endpoint} cannot be sorted.` : `Use one of ${known.join(', ')}.`;
  return invalid(field, `${shown} is not a ${what} of ${endpoint}. ${list}`);
}
