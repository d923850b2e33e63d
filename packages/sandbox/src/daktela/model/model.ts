import type { DaktelaAccount } from '../accounts.ts';
import type { Clock } from '../clock.ts';
import type { Instance } from '../instances.ts';
import type { World } from '../world/world.ts';

/** What one request sees: whose it is, at which time, and by which clock. */
export interface View {
  models: ReadonlyMap<string, AnyModel>;
  world: World;
  instance: Instance;
  viewer: DaktelaAccount;
  /** The token that the caller presented. */
  token: string;
  /** The end of what there is, in epoch milliseconds. */
  now: number;
  /** The beginning of what there is. */
  start: number;
  clock: Clock;
}

/** A time from one instant up to, but not including, another, in epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** The name of another record. */
export type Name = string | number;

/** Custom fields: lists of what was entered. */
export type ListMap = Readonly<Record<string, readonly (string | null)[]>>;

type Of<Row, Value> = (row: Row, view: View) => Value;

/** One field of a record. A time is an instant in epoch milliseconds, or 0 for the zero date. */
export type Field<Row> =
  | { kind: 'text' | 'choice'; of: Of<Row, string | null> }
  | { kind: 'number'; of: Of<Row, number | null>; writtenAsText?(row: Row): boolean }
  | { kind: 'flag'; of: Of<Row, boolean | null> }
  | { kind: 'time'; of: Of<Row, number | null> }
  | { kind: 'ref'; model: string; bare?: boolean; of: Of<Row, Name | null> }
  | { kind: 'refs'; model: string; of: Of<Row, readonly Name[]> }
  | { kind: 'item'; of: Of<Row, { model: string; name: Name; id: number } | null> }
  | { kind: 'lists'; of: Of<Row, ListMap> }
  | { kind: 'any'; of: Of<Row, unknown> };

type Fields<Row> = Readonly<Record<string, Field<Row>>>;

/** One endpoint: which records there are, and what is in them. */
export interface Model<Row> {
  endpoint: string;
  /** The field that names a record; undefined where none does. */
  key: string | undefined;
  fields: Fields<Row>;
  /** The field by whose time rows are asked for. Without it, `rows` is asked for all. */
  time?: string;
  /** The rows of a span, or all. Those of a span are in the order of their times. */
  rows(view: View, span: Span): Iterable<Row>;
  find(view: View, name: string): Row | undefined;
  /** All rows that can have a value in a field, where they are found without looking at every row. */
  near?: Readonly<Record<string, (view: View, value: string) => Iterable<Row>>>;
  /** Fields that `q` searches in. */
  search?: readonly string[];
  /** What is found below a record. */
  relations?: Readonly<Record<string, Relation<Row>>>;
  /** Fields that a record has only when it is asked for itself or in a list, and not inside another record. */
  heavy?: readonly string[];
  /** True where its records are found below others only. */
  below?: boolean;
  /** True where a record stays the same for as long as the sandbox runs. */
  constant?: boolean;
}

interface Relation<Row> {
  model: string;
  rows(row: Row, view: View): Iterable<unknown>;
}

/** A model whose rows are not known to who uses it. */
export type AnyModel = Model<unknown>;

/** The type of the rows is forgotten: a model is given none but its own. */
export function defineModel<Row>(model: Model<Row>): AnyModel {
  return model as unknown as AnyModel;
}

export const text = <Row>(of: Of<Row, string | null>): Field<Row> => ({ kind: 'text', of });
/** Text that is one of a few words, and is compared letter by letter. */
export const choice = <Row>(of: Of<Row, string | null>): Field<Row> => ({ kind: 'choice', of });
export const number = <Row>(of: Of<Row, number | null>): Field<Row> => ({ kind: 'number', of });
/** A number that is text in some records. */
export const numberOrText = <Row>(of: Of<Row, number>, writtenAsText: (row: Row) => boolean): Field<Row> => ({
  kind: 'number',
  of,
  writtenAsText,
});
export const flag = <Row>(of: Of<Row, boolean | null>): Field<Row> => ({ kind: 'flag', of });
export const time = <Row>(of: Of<Row, number | null>): Field<Row> => ({ kind: 'time', of });
export const ref = <Row>(model: string, of: Of<Row, Name | null>): Field<Row> => ({ kind: 'ref', model, of });
/** A reference that is written as the name alone. */
export const bareRef = <Row>(model: string, of: Of<Row, Name | null>): Field<Row> => ({
  kind: 'ref',
  model,
  bare: true,
  of,
});
export const refs = <Row>(model: string, of: Of<Row, readonly Name[]>): Field<Row> => ({ kind: 'refs', model, of });
/** A reference to a record of whichever model; inside another record it is a number. */
export const item = <Row>(of: Of<Row, { model: string; name: Name; id: number } | null>): Field<Row> => ({
  kind: 'item',
  of,
});
export const lists = <Row>(of: Of<Row, ListMap>): Field<Row> => ({ kind: 'lists', of });
export const any = <Row>(of: Of<Row, unknown>): Field<Row> => ({ kind: 'any', of });
