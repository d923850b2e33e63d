import { type Options, stringify } from 'csv-stringify/sync';
import type { Storage } from '../storage/storage.ts';
import { type CallFilters, matching } from './queries/call-filters.ts';
import type { ToolCallTable } from './tool-call-table.ts';

/** `csv` as RFC 4180 has it, with a line of headings; `jsonl`: an object a line. */
export const callExportFormats = ['csv', 'jsonl'] as const;
export type CallExportFormat = (typeof callExportFormats)[number];

export interface ExportCallsRequest {
  readonly format: CallExportFormat;
  readonly filters?: CallFilters;
}

const PAGE = 500;
const COLUMNS = [
  'id',
  'started_at',
  'duration_ms',
  'subject',
  'token_id',
  'client_id',
  'client_name',
  'client_version',
  'tool',
  'scope',
  'changes',
  'arguments',
  'status',
  'error_code',
  'answer_rows',
  'missing',
  'vendor_calls',
  'bytes',
  'writer',
  'opened_sequence',
  'closed_sequence',
] as const satisfies (keyof ToolCallTable)[];

/** CRLF after each line; an apostrophe before what a spreadsheet would take for a formula, and run. */
const CSV: Options = { record_delimiter: 'windows', escape_formulas: true };

/** The calls by time, the oldest first, as pieces of a file. Reads a page at a time, as fast as the reader takes them. */
export async function* exportCalls(
  { db }: Storage,
  { format, filters = {} }: ExportCallsRequest,
): AsyncGenerator<string, void, undefined> {
  if (format === 'csv') yield stringify([[...COLUMNS]], CSV);
  let [began, last] = [-1, ''];
  for (;;) {
    const calls = await db
      .selectFrom('mcp_tool_calls')
      .select(COLUMNS)
      .where(matching(filters))
      .where(({ eb, refTuple, tuple }) => eb(refTuple('started_at', 'id'), '>', tuple(began, last)))
      .orderBy('started_at')
      .orderBy('id')
      .limit(PAGE)
      .execute();
    if (calls.length > 0) yield format === 'csv' ? stringify(calls.map(toLine), CSV) : calls.map(toJson).join('');
    if (calls.length < PAGE) return;
    began = calls.at(-1)?.started_at ?? began;
    last = calls.at(-1)?.id ?? last;
  }
}

type ExportedCall = Pick<ToolCallTable, (typeof COLUMNS)[number]>;

function toLine(call: ExportedCall): (string | number | null)[] {
  const shown = { ...call, started_at: time(call.started_at) };
  return COLUMNS.map((column) => shown[column]);
}

function toJson(call: ExportedCall): string {
  const shown = {
    ...call,
    started_at: time(call.started_at),
    changes: call.changes === 1,
    arguments: parsed(call.arguments),
    missing: parsed(call.missing ?? '[]'),
  };
  return `${JSON.stringify(shown)}\n`;
}

// What was changed in the database may be no time and no JSON any more; an export shows it all the same.

function time(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toISOString();
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
