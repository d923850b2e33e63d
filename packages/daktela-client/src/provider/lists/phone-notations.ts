import { type Filter, field, or } from '../../query/filter.ts';
import { invalid } from '../../refusals.ts';

/** National numbers of most countries have nine digits, or are told apart by their last nine. */
const NATIONAL = 9;
const LEAST = 3;

/** @throws INVALID_INPUT for what has too few digits to be a phone number. */
function digitsOf(number: string, filter: string): string {
  const digits = number.replaceAll(/\D/g, '').replace(/^00/, '');
  if (digits.length < LEAST || digits.length > 20) {
    throw invalid(filter, `${filter} is not a phone number. Give its digits, such as +420600000001.`);
  }
  return digits.length > NATIONAL ? digits.slice(-NATIONAL) : digits.replace(/^0/, '');
}

/** A field of bare digits that is this number, with or without the code of its country. */
export function numberIs(name: string, number: string | undefined, filter: string): Filter | undefined {
  if (number === undefined) return undefined;
  return field(name).endsWith(digitsOf(number, filter));
}

/** How numbers are grouped when people write them. */
const GROUPINGS = [
  [3, 3, 3],
  [1, 2, 2, 2, 2],
  [3, 2, 2, 2],
  [2, 3, 4],
];
const SEPARATORS = [' ', '-', '.'];

/** A field in which people have written numbers as they like holds this one, in any of the usual notations. */
export function numberWritten(name: string, number: string | undefined, filter: string): Filter | undefined {
  if (number === undefined) return undefined;
  const digits = digitsOf(number, filter);
  const notations = digits.length === NATIONAL ? GROUPINGS.flatMap((sizes) => written(digits, sizes)) : [];
  return or(...[digits, ...notations].map((notation) => field(name).contains(notation)));
}

function written(digits: string, sizes: readonly number[]): string[] {
  let from = 0;
  const groups = sizes.map((size) => {
    from += size;
    return digits.slice(from - size, from);
  });
  return SEPARATORS.map((separator) => groups.join(separator));
}
