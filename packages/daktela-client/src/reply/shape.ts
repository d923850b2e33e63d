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

export function createShape({ fields }: Pick<Model, 'fields'>, paths: readonly string[]): ShapeRow {
  const wanted = wantedTree(paths);
  return (row, index, cut) => {
    const note = (field: string, length: number) => cut.push({ row: index, field, length });
    return pick(withPaths(row, paths), fields, wanted, '', note);
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
function withPaths(row: WireRow, paths: readonly string[]): WireRow {
  const flat = paths.filter((path) => path.includes('.') && Object.hasOwn(row, path));
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

function pick(row: WireRow, fields: Fields, wanted: Wanted | undefined, place: string, note: Note): WireRow {
  const names = wanted === undefined ? Object.keys(fields) : Object.keys(wanted);
  const kept: Record<string, unknown> = {};
  for (const name of names) {
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (shape === undefined || !Object.hasOwn(row, name)) continue;
    kept[name] = keep(row[name], shape, wanted?.[name] ?? {}, `${place}${name}`, note);
  }
  return kept;
}

function keep(value: unknown, shape: FieldShape, wanted: Wanted, place: string, note: Note): unknown {
  if (shape === 'value') return scalar(value, place, note);
  if (shape === 'values') return items(value).map((one) => scalar(one, place, note));
  if (shape === 'custom') return custom(value, wanted, place, note);
  const one = (inner: unknown) => nested(inner, shape, wanted, place, note);
  return 'refs' in shape || 'list' in shape ? items(value).map(one) : one(value);
}

function nested(
  value: unknown,
  shape: Exclude<FieldShape, string>,
  wanted: Wanted,
  place: string,
  note: Note,
): unknown {
  if (!isRecord(value)) return scalar(value, place, note);
  const asked = Object.keys(wanted).length > 0;
  const isRef = 'ref' in shape || 'refs' in shape;
  if (!isRef) return pick(value, fieldsWithin(shape) ?? {}, asked ? wanted : undefined, `${place}.`, note);
  const brief = nestedFields(shape);
  if (!asked) return pick(value, brief, undefined, `${place}.`, note);
  const named = Object.fromEntries(['name', 'title', 'alias'].map((name) => [name, {}]));
  return pick(value, { ...brief, ...fieldsWithin(shape) }, { ...named, ...wanted }, `${place}.`, note);
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
