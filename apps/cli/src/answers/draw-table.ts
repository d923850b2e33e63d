import type { Terminal } from '../terminal/terminal.ts';
import type { Cell, Table } from './answer.ts';
import { bar } from './bar.ts';

const GAP = '  ';
const LONGEST_CELL = 60;
const SHORTEST_BAR = 8;
const LONGEST_BAR = 40;

/** A table as text: numbers to the right, a bar at the end of each line where one column has them. */
export function drawTable(table: Table, terminal: Terminal): string {
  const numeric = table.headings.map((_, column) => table.rows.some((row) => typeof row[column] === 'number'));
  const texts = table.rows.map((row) => table.headings.map((_, column) => shown(row[column], terminal)));
  const widths = table.headings.map((heading, column) =>
    Math.max(heading.length, ...texts.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return numeric[column] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(GAP);
  const used = widths.reduce((sum, width) => sum + width + GAP.length, 0);
  const drawn = bars(table, terminal.width - used);
  const body = texts.map((row, index) => {
    const tail = drawn[index];
    return tail ? `${line(row)}${GAP}${terminal.paint('cyan', tail)}` : line(row).trimEnd();
  });
  const head = [
    ...(table.title === undefined ? [] : [terminal.paint('bold', terminal.plain(table.title))]),
    terminal.paint('dim', line(table.headings).trimEnd()),
  ];
  return [...head, ...(body.length === 0 ? ['(none)'] : body)].join('\n');
}

function bars({ bars: name, headings, rows }: Table, room: number): string[] {
  const column = name === undefined ? -1 : headings.indexOf(name);
  if (column < 0 || room < SHORTEST_BAR) return [];
  const values = rows.map((row) => {
    const value = row[column];
    return typeof value === 'number' ? value : 0;
  });
  const highest = Math.max(...values);
  return values.map((value) => bar(value, highest, Math.min(room, LONGEST_BAR)));
}

function shown(cell: Cell, terminal: Terminal): string {
  if (cell === undefined || cell === null) return '';
  const text = terminal.plain(String(cell));
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
}
