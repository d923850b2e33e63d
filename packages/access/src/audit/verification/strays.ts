import type { Kysely } from 'kysely';
import type { Database } from '../../storage/database.ts';
import { Found } from './problem.ts';

/** Looks for calls that are in no chain. Throws `Found`. */
export async function refuseStrays(db: Kysely<Database>): Promise<void> {
  const stray = await db
    .selectFrom('mcp_tool_calls as call')
    .leftJoin('audit_writers as writer', 'writer.id', 'call.writer')
    .select(['call.id', 'call.writer'])
    .where(({ eb, and, or }) =>
      or([
        eb('writer.id', 'is', null),
        and([eb('call.opened_sequence', 'is', null), eb('call.closed_sequence', 'is', null)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  if (stray !== undefined) throw foreign(stray.id, stray.writer, 'is in no chain');
}

/** Looks for calls after the end of a chain, and for such as were removed by age and are back. Throws `Found`. */
export async function refuseOutside(db: Kysely<Database>, writer: string): Promise<void> {
  // The end of the chain is read after the rows: it grows with them.
  const highest = await db
    .selectFrom('mcp_tool_calls')
    .select(({ fn }) => [fn.max('opened_sequence').as('opened'), fn.max('closed_sequence').as('closed')])
    .where('writer', '=', writer)
    .executeTakeFirst();
  const chain = await db
    .selectFrom('audit_writers')
    .select(['sequence', 'base_sequence'])
    .where('id', '=', writer)
    .executeTakeFirst();
  if (chain === undefined) return;
  const { sequence, base_sequence } = chain;
  if (Math.max(highest?.opened ?? 0, highest?.closed ?? 0) > sequence) {
    const call = await db
      .selectFrom('mcp_tool_calls')
      .select('id')
      .where('writer', '=', writer)
      .where(({ eb, or }) => or([eb('opened_sequence', '>', sequence), eb('closed_sequence', '>', sequence)]))
      .executeTakeFirst();
    // The chain may have grown between; then there is none any more.
    const now = await db.selectFrom('audit_writers').select('sequence').where('id', '=', writer).executeTakeFirst();
    if (call !== undefined && now?.sequence === sequence)
      throw foreign(call.id, writer, 'is after the end of its chain');
  }
  const early = await db
    .selectFrom('mcp_tool_calls')
    .select('id')
    .where('writer', '=', writer)
    .where(({ fn, eb }) => eb(fn.coalesce('closed_sequence', 'opened_sequence'), '<=', base_sequence))
    .executeTakeFirst();
  if (early !== undefined) throw foreign(early.id, writer, 'is before the beginning of its chain');
}

function foreign(call: string, writer: string, where: string): Found {
  return new Found({ kind: 'foreign', what: `Call ${call} ${where}.`, call, writer });
}
