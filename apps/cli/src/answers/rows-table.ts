import type { Cell, Table } from './answer.ts';

/** Objects as lines of a table: every name that one of them has is a column, in the order in which they come. */
export function rowsTable(rows: readonly object[], options: Pick<Table, 'title' | 'bars'> = {}): Table {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => {
    const cells = new Map(Object.entries(row));
    return headings.map((heading) => cellOf(cells.get(heading)));
  });
  return { ...options, headings, rows: lines };
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return value === undefined ? undefined : JSON.stringify(value);
}
