import type { ListRequest } from '@voxolib/telephony/contact-centre';
import type { Sort } from '../../endpoints/model.ts';
import { type Condition, field } from '../../query/filter.ts';
import { invalid } from '../../refusals.ts';

const MOST_SKIPPED = 100_000;
const MOST_TAKEN = 250;
const USUAL_TAKE = 50;

export interface Paging {
  skip: number;
  take: number;
}

/** @throws INVALID_INPUT for numbers that are out of bounds or no whole ones. */
export function readPaging(
  { skip = 0, take = USUAL_TAKE }: Pick<ListRequest, 'skip' | 'take'>,
  most = MOST_TAKEN,
): Paging {
  return { skip: wholeNumber('skip', skip, 0, MOST_SKIPPED), take: wholeNumber('take', take, 1, most) };
}

function wholeNumber(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw invalid(name, `${name} must be a whole number from ${least} to ${most}.`);
}

/** Our names of sorts, the usual one first, and the field that each is at Daktela. */
export type Sorts = Readonly<Record<string, string>>;

/** Titles begin with A, everything else with the newest or the greatest. */
const FROM_A = new Set(['title', 'name', 'lastname']);

/** @throws INVALID_INPUT for a sort that does not exist: Daktela would answer it with no rows. */
export function readSort({ sort, order }: Pick<ListRequest, 'sort' | 'order'>, sorts: Sorts): Sort[] {
  const [usual = ''] = Object.keys(sorts);
  const chosen = sort ?? usual;
  const name = Object.hasOwn(sorts, chosen) ? sorts[chosen] : undefined;
  if (name === undefined) throw invalid('sort', `There is no such sort. Use one of ${Object.keys(sorts).join(', ')}.`);
  if (order !== undefined && order !== 'asc' && order !== 'desc') throw invalid('order', 'order is asc or desc.');
  return [{ field: name, dir: order ?? (sort !== undefined && FROM_A.has(sort) ? 'asc' : 'desc') }];
}

/** A field that has one of some values; undefined for no filter. */
export function anyOf(
  name: string,
  values: readonly (string | number)[] | undefined,
  filter = name,
): Condition | undefined {
  if (values === undefined) return undefined;
  const [first] = values;
  if (first === undefined) throw invalid(filter, `${filter} lists nothing. Give at least one value, or leave it out.`);
  return values.length === 1 ? field(name).eq(first) : field(name).in([...new Set(values)]);
}

/** A field with one value; undefined for no filter. */
export function equals(name: string, value: string | number | boolean | undefined): Condition | undefined {
  return value === undefined ? undefined : field(name).eq(value);
}

/** Values of ours as Daktela writes them, in capitals. */
export function inCapitals(values: readonly string[] | undefined): string[] | undefined {
  return values?.map((value) => value.toUpperCase());
}
