import { type Filter, field, or } from '../../query/filter.ts';
import { invalid } from '../../refusals.ts';

/** @throws INVALID_INPUT for an empty text: it would match everything, or nothing. */
export function readWords(filter: string, text: string | undefined): string | undefined {
  const words = text?.trim();
  if (words === '') throw invalid(filter, `${filter} is empty. Give a text to look for, or leave it out.`);
  return words;
}

/** A text in any of some fields; undefined for no filter. */
export function textIn(fields: readonly string[], text: string | undefined, filter = 'text'): Filter | undefined {
  const words = readWords(filter, text);
  return words === undefined ? undefined : or(...fields.map((name) => field(name).contains(words)));
}
