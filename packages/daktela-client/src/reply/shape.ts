import type { FieldShape, Fields, Model } from '../endpoints/model.ts';
import { fieldsWithin, nestedFields } from '../query/field-path.ts';
import type { CutText, WireRow } from './page.ts';

/** The longest text that is kept of a field, in characters. A mail body of 5 MB is cut to this. */
const LONGEST_TEXT = 1024 * 1024;
const MOST_ITEMS = 1000;

/** The fields that were asked for, as a tree: `contact.account` is `{ contact: { account: {} } }`. */
interface Wanted {
  [name: string]: Wanted;
}

/** Lets through what was asked for and may be read, and notes what it cut. */
export type ShapeRow = (row: WireRow, index: number, cut: CutText[]) => WireRow;

/** What is to be let through is found out once, and not for each row. */
export function createShape({ fields }: Pick<Model, 'fields'>, paths: readonly string[]): ShapeRow {
  const pick = createPick(fields, wantedTree(paths), '');
  const dotted = paths.filter((path) => path.includes('.'));
  return (row, index, cut) => {
    const note = (field: string, length: number) => cut.push({ row: index, field, length });
    return pick(withPaths(row, dotted), note);
  };
}

function wantedTree(paths: readonly string[]): Wanted {
  const tree: Wanted = {};
  for (const path of paths) {
    let level = tree;
    for (const name of path.split('.')) {
      level[name] ??= {};
      level = level[name];
    }
  }
  return tree;
}

/** A version might answer `contact.account` under that very name instead of nesting it. */
function withPaths(row: WireRow, dotted: readonly string[]): WireRow {
  const flat = dotted.filter((path) => Object.hasOwn(row, path));
  if (flat.length === 0) return row;
  const nested: Record<string, unknown> = { ...row };
  for (const path of flat) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let level = nested;
    for (const name of names) {
      const inner = { ...(isRecord(level[name]) ? level[name] : {}) };
      level[name] = inner;
      level = inner;
    }
    level[last] = row[path];
  }
  return nested;
}

type Note = (field: string, length: number) => void;
type PickFields = (row: WireRow, note: Note) => WireRow;
type Keep = (value: unknown, note: Note) => unknown;

function createPick(fields: Fields, wanted: Wanted | undefined, place: string): PickFields {
  const names = wanted === undefined ? Object.keys(fields) : Object.keys(wanted);
  const keeps = names.flatMap((name): [string, Keep][] => {
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return shape === undefined ? [] : [[name, createKeep(shape, wanted?.[name] ?? {}, `${place}${name}`)]];
  });
  return (row, note) => {
    const kept: Record<string, unknown> = {};
    for (const [name, keep] of keeps) if (Object.hasOwn(row, name)) kept[name] = keep(row[name], note);
    return kept;
  };
}

function createKeep(shape: FieldShape, wanted: Wanted, place: string): Keep {
  const one: Keep = (value, note) => scalar(value, place, note);
  if (shape === 'value') return one;
  if (shape === 'values') return (value, note) => items(value).map((inner) => one(inner, note));
  if (shape === 'custom') return (value, note) => custom(value, wanted, place, note);
  const record = createNested(shape, wanted, place);
  if (!('refs' in shape || 'list' in shape)) return record;
  return (value, note) => items(value).map((inner) => record(inner, note));
}

/** Models refer to each other, so that what comes through of a record is found out when the first one comes. */
function createNested(shape: Exclude<FieldShape, string>, wanted: Wanted, place: string): Keep {
  let pick: PickFields | undefined;
  return (value, note) => {
    if (!isRecord(value)) return scalar(value, place, note);
    pick ??= createPick(...within(shape, wanted), `${place}.`);
    return pick(value, note);
  };
}

function within(shape: Exclude<FieldShape, string>, wanted: Wanted): [Fields, Wanted | undefined] {
  const asked = Object.keys(wanted).length > 0;
  if (!('ref' in shape || 'refs' in shape)) return [fieldsWithin(shape) ?? {}, asked ? wanted : undefined];
  const brief = nestedFields(shape);
  if (!asked) return [brief, undefined];
  const named = Object.fromEntries(['name', 'title', 'alias'].map((name) => [name, {}]));
  return [
    { ...brief, ...fieldsWithin(shape) },
    { ...named, ...wanted },
  ];
}

function custom(value: unknown, wanted: Wanted, place: string, note: Note): WireRow {
  if (!isRecord(value)) return {};
  const keys = Object.keys(wanted);
  const entries = Object.entries(value).filter(([key]) => keys.length === 0 || keys.includes(key));
  return Object.fromEntries(
    entries.map(([key, content]) => {
      const at = `${place}.${key}`;
      return [
        key,
        Array.isArray(content) ? items(content).map((one) => scalar(one, at, note)) : scalar(content, at, note),
      ];
    }),
  );
}

/** A list, or an object that stands for one; a single value is a list of it. */
function items(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  const list = Array.isArray(value) ? value : isListByName(value) ? Object.values(value) : [value];
  return list.slice(0, MOST_ITEMS);
}

function isListByName(value: unknown): value is WireRow {
  return isRecord(value) && Object.values(value).every(isRecord) && !Object.hasOwn(value, 'name');
}

/** Objects do not come through where a text or a number belongs; an empty one stands for nothing. */
function scalar(value: unknown, place: string, note: Note): string | number | boolean | null {
  if (typeof value === 'string') {
    if (value.length <= LONGEST_TEXT) return value;
    note(place, value.length);
    return value.slice(0, LONGEST_TEXT).toWellFormed();
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function isRecord(value: unknown): value is WireRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
