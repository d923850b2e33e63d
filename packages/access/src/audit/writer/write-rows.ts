import type { Kysely } from 'kysely';
import type { Database } from '../../storage/database.ts';
import type { ToolCallTable } from '../tool-call-table.ts';

/** Columns that a call gets when it ends. All others stay as they were first written. */
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

/** Writes calls that begin, that end, and that have done both, by one statement. */
export async function writeRows(db: Kysely<Database>, rows: readonly ToolCallTable[]): Promise<void> {
  await db
    .insertInto('mcp_tool_calls')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((update) => Object.fromEntries(CLOSING.map((name) => [name, update.ref(`excluded.${name}`)])))
        .where('mcp_tool_calls.closed_sequence', 'is', null),
    )
    .execute();
}
