import type { Terminal } from '../terminal/terminal.ts';
import type { Answer, Cell, Format, Table } from './answer.ts';
import { drawTable } from './draw-table.ts';
import { inertJson, inertText } from './inert-text.ts';

/** Prints an answer in one of the formats. What a reader has to know is in the pretty one, and beside the others. */
export async function printAnswer(answer: Answer, format: Format, terminal: Terminal): Promise<void> {
  if (format === 'pretty') return terminal.print(`${prettyText(answer, terminal)}\n`);
  const text = await textFor(answer, format);
  // A file has every character; a terminal obeys some of them.
  terminal.print(format === 'csv' && terminal.output.isTTY === true ? inertText(text) : text);
  for (const note of answer.notes ?? []) terminal.say(note);
}

async function textFor(answer: Answer, format: Exclude<Format, 'pretty'>): Promise<string> {
  if (format === 'csv') return csvOf(answer.csv ?? answer.tables[0]);
  if (format === 'raw') return `${inertJson(JSON.stringify(answer.raw ?? answer.data))}\n`;
  return `${inertJson(JSON.stringify(answer.data, undefined, 2))}\n`;
}

async function csvOf(table: Table | undefined): Promise<string> {
  const { csvDialects, csvText } = await import('@voxolib/telephony/reports');
  if (table === undefined) return '';
  return csvText([table.headings, ...table.rows.map((row) => row.map(csvCell))], csvDialects.csv);
}

function csvCell(cell: Cell): string | number {
  if (cell === undefined || cell === null) return '';
  return typeof cell === 'boolean' ? String(cell) : cell;
}

function prettyText({ title, text, tables, notes = [] }: Answer, terminal: Terminal): string {
  const blocks = text === undefined ? tables.map((table) => drawTable(table, terminal)) : [text];
  if (title !== undefined) blocks.unshift(terminal.paint('bold', title));
  if (notes.length > 0) {
    blocks.push(notes.map((note) => terminal.paint('yellow', `! ${terminal.plain(note)}`)).join('\n'));
  }
  return blocks.join('\n\n');
}
