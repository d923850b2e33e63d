import type { Kysely } from 'kysely';
import type { Database } from '../../storage/database.ts';
import { baseParts } from '../chain.ts';
import type { Signatures } from '../signatures.ts';

/** Records that are cut off at once, so that nobody waits long for the database. */
const RECORDS = 1_000;

/** Removes some of the calls that a chain begins with. `broken`: a record that should be there is not. */
export async function cutChain(
  db: Kysely<Database>,
  signatures: Signatures,
  id: string,
  before: number,
): Promise<{ calls: number } | 'done' | 'broken'> {
  return db.transaction().execute(async (transaction) => {
    // An update that changes nothing: it holds the row, on either engine.
    const chain = await transaction
      .updateTable('audit_writers')
      .set((column) => ({ base_sequence: column.ref('base_sequence') }))
      .where('id', '=', id)
      .returning(['sequence', 'base_sequence'])
      .executeTakeFirst();
    if (chain === undefined) return 'done';
    const { base_sequence: base, sequence } = chain;
    const last = Math.min(base + RECORDS, sequence);

    const kept = (column: 'opened_sequence' | 'closed_sequence') =>
      transaction
        .selectFrom('mcp_tool_calls')
        .select(({ fn }) => fn.min(column).as('first'))
        .where('writer', '=', id)
        .where(column, '>', base)
        .where(column, '<=', last)
        .where(({ eb, or }) => or([eb('started_at', '>=', before), eb('closed_sequence', 'is', null)]));
    // A call that was written once has one place only.
    const opened = await kept('opened_sequence').executeTakeFirst();
    const closed = await kept('closed_sequence').where('opened_sequence', 'is', null).executeTakeFirst();
    const until =
      Math.min(opened?.first ?? Number.POSITIVE_INFINITY, closed?.first ?? Number.POSITIVE_INFINITY, last + 1) - 1;
    if (until === base) return 'done';

    const end = await transaction
      .selectFrom('mcp_tool_calls')
      .select(['opened_sequence', 'opened_hash', 'closed_hash'])
      .where('writer', '=', id)
      .where(({ eb, or }) => or([eb('opened_sequence', '=', until), eb('closed_sequence', '=', until)]))
      .executeTakeFirst();
    const hash = end?.opened_sequence === until ? end.opened_hash : end?.closed_hash;
    if (hash === undefined || hash === null) return 'broken';
    const { numDeletedRows } = await transaction
      .deleteFrom('mcp_tool_calls')
      .where('writer', '=', id)
      .where('closed_sequence', '<=', until)
      .executeTakeFirst();
    const begin = { id, base_sequence: until, base_hash: hash };
    await transaction
      .updateTable('audit_writers')
      .set({ ...begin, base_seal: signatures.sign(baseParts(begin)) })
      .where('id', '=', id)
      .execute();
    return { calls: Number(numDeletedRows) };
  });
}
