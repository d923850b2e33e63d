import { listKeys } from './methods.ts';

/** A record as VoIP.ms sends it: any names, any scalars. */
export type WireRow = Readonly<Record<string, unknown>>;

/** The rows of a list method's reply. One row may come as a bare object, and the key may be any that was seen. */
export function rowsOf(method: string, data: WireRow): WireRow[] {
  const known = (listKeys[method] ?? []).find((key) => Object.hasOwn(data, key) && isRows(data[key]));
  return rowsUnder(known === undefined ? onlyList(data) : data[known]);
}

function onlyList(data: WireRow): unknown {
  const lists = Object.values(data).filter(Array.isArray);
  return lists.length === 1 ? lists[0] : [];
}

function isRows(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The rows of a list, or the one row that stands where a list would. */
export function rowsUnder(value: unknown): WireRow[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter(isRow);
}

function isRow(value: unknown): value is WireRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
