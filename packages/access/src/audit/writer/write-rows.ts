import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Database } from '../../storage/database.ts';
import type { ToolCallTable } from '../tool-call-table.ts';

/** Columns that a call gets when it begins, and never again. */
const STARTING = [
  'id',
  'started_at',
  'subject',
  'token_id',
  'client_id',
  'client_name',
  'client_version',
  'tool',
  'scope',
  'changes',
  'arguments',
  'writer',
  'opened_sequence',
  'opened_hash',
] as const satisfies (keyof ToolCallTable)[];

/** Columns that a call gets when it ends. */
const CLOSING = [
  'duration_ms',
  'status',
  'error_code',
  'answer_rows',
  'missing',
  'vendor_calls',
  'bytes',
  'closed_sequence',
  'closed_hash',
] as const satisfies (keyof ToolCallTable)[];

const COLUMNS = [...STARTING, ...CLOSING] as const;

/**
 * Writes calls that begin, that end, and that have done both, by one statement. Its text, by the number of rows, is kept
 * in `statements`: to make it costs more than to run it.
 */
export async function writeRows(
  db: Kysely<Database>,
  rows: readonly ToolCallTable[],
  statements: Map<number, string>,
): Promise<void> {
  const text = statements.get(rows.length) ?? statement(db, rows);
  statements.set(rows.length, text);
  const values = rows.flatMap((row) => COLUMNS.map((column) => row[column]));
  await db.executeQuery(CompiledQuery.raw(text, values));
}

function statement(db: Kysely<Database>, rows: readonly ToolCallTable[]): string {
  const values = rows.map((row) => sql`(${sql.join(COLUMNS.map((column) => row[column]))})`);
  const updates = CLOSING.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  return sql`
    insert into mcp_tool_calls (${sql.join(COLUMNS.map((column) => sql.ref(column)))}) values ${sql.join(values)}
    on conflict (id) do update set ${sql.join(updates)} where mcp_tool_calls.closed_sequence is null
  `.compile(db).sql;
}
