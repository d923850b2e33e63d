/**
 * What may come through of one field. Whatever is not listed is left behind: a nested queue carries the password of its mail
 * server, a user the token of their session.
 *
 * - `value`: a text, a number, a flag or null
 * - `values`: a list of such
 * - `custom`: custom fields, a map of lists
 * - `ref`, `refs`: one or several records of another model, or their names
 * - `parts`, `list`: an object, or a list of objects, with these fields
 */
export type FieldShape =
  | 'value'
  | 'values'
  | 'custom'
  | { ref: string }
  | { refs: string }
  | { parts: Fields }
  | { list: Fields };

export type Fields = Readonly<Record<string, FieldShape>>;

/** One model of the API, as far as this client reads it. */
export interface Model {
  /** The field that names a record; absent where records have no name of their own. */
  key?: string;
  fields: Fields;
  /** What a list is asked for when the caller names no fields. */
  projection: readonly string[];
  /** By what a list can be sorted. Daktela answers any other sort with no rows at all, and without a word. */
  sortable: readonly string[];
  /** Newest first, or in the order of speech. */
  defaultSort: readonly Sort[];
  /** A sortable field that no two records share, added to every sort, so that pages do not overlap. */
  tieBreak?: string;
  /** Whether `q=` searches it. */
  searchable?: boolean;
  /** Whether its whole list is small and changes seldom. */
  reference?: boolean;
  relations?: Readonly<Record<string, Fields>>;
  /** What comes through of a record that is nested in another one, beside its name and title. */
  nested?: Fields;
}

export interface Sort {
  field: string;
  dir: 'asc' | 'desc';
}

type Names<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Names<Rest> : Text;

/** Fields of one shape: `each('value', 'name title')`. */
export function each<const Text extends string>(shape: FieldShape, names: Text): Record<Names<Text>, FieldShape> {
  return Object.fromEntries(names.split(' ').map((name) => [name, shape])) as Record<Names<Text>, FieldShape>;
}

export const ref = (model: string): FieldShape => ({ ref: model });
export const refs = (model: string): FieldShape => ({ refs: model });
export const newest = (field: string): readonly Sort[] => [{ field, dir: 'desc' }];
