import type { VoxolibReply } from '../wire.ts';

/** A row, or the counts of the numbers, whose fields may become anything. */
export type Row = Record<string, unknown>;

/** Edits the rows of a report. The reply about numbers has none and stays as it is. */
export function editRows(body: VoxolibReply, edit: (rows: Row[]) => unknown): unknown {
  return Array.isArray(body.data) ? { ...body, data: edit(body.data.map((row) => ({ ...row }))) } : body;
}

/** Edits the first row of a report, or the counts of the numbers. */
export function editFirst(body: VoxolibReply, edit: (row: Row) => unknown): unknown {
  if (!Array.isArray(body.data)) return { ...body, data: edit({ ...body.data }) };
  return editRows(body, ([first, ...rows]) => (first === undefined ? [] : [edit(first), ...rows]));
}
