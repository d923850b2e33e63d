import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '../../storage/database.ts';
import type { ToolCallTable } from '../tool-call-table.ts';

/** A call at one of its places in a chain. */
export interface PlacedCall {
  readonly call: ToolCallTable;
  readonly as: 'opened' | 'closed';
  readonly sequence: number;
}

const PAGE = 500;

/** The records of a chain in their order, `after < sequence <= upTo`, a page at a time. */
export async function* placedCalls(
  db: Kysely<Database>,
  writer: string,
  after: number,
  upTo: number,
): AsyncGenerator<PlacedCall> {
  const opened = places(db, writer, 'opened', after, upTo);
  const closed = places(db, writer, 'closed', after, upTo);
  let [left, right] = [await opened.next(), await closed.next()];
  while (!left.done || !right.done) {
    if (right.done || (!left.done && left.value.sequence <= right.value.sequence)) {
      if (left.done) return;
      yield left.value;
      left = await opened.next();
    } else {
      yield right.value;
      right = await closed.next();
    }
  }
}

async function* places(
  db: Kysely<Database>,
  writer: string,
  as: 'opened' | 'closed',
  after: number,
  upTo: number,
): AsyncGenerator<PlacedCall, undefined> {
  const column = `${as}_sequence` as const;
  // Two rows may claim one place: the id tells where a page has ended.
  let [sequence, id] = [after, '\u{10ffff}'];
  for (;;) {
    const rows = await db
      .selectFrom('mcp_tool_calls')
      .selectAll()
      .where('writer', '=', writer)
      .where(column, '>=', sequence)
      .where(column, '<=', upTo)
      .where(({ eb, or }) => or([eb(column, '>', sequence), eb('id', '>', id)]))
      .orderBy(column)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const call of rows) {
      sequence = call[column] ?? sequence;
      id = call.id;
      yield { call, as, sequence };
    }
    if (rows.length < PAGE) return;
    // The embedded database works in this thread: calls go between the pages.
    await othersFirst();
  }
}
