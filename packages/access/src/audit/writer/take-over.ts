import type { AuditWriterTable } from '../audit-writer-table.ts';
import { writerParts } from '../chain.ts';
import { addCheckpoint } from '../checkpoints.ts';
import type { OnProblem } from '../problem.ts';
import { chained } from './batch.ts';
import type { ChainContext } from './chain-writer.ts';
import { writeRows } from './write-rows.ts';

/**
 * Ends the chain of a process that is dead: its calls that were running become `unknown`. Does nothing when the process has
 * shown since that it lives, or when somebody else was faster. Gives the number of those calls.
 */
export async function takeOver(
  { storage, signatures, now, onProblem }: ChainContext & { onProblem: OnProblem },
  dead: Pick<AuditWriterTable, 'id' | 'beat'>,
): Promise<number> {
  return storage.db.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('audit_writers')
      .set({ state: 'ended' })
      .where('id', '=', dead.id)
      .where('beat', '=', dead.beat)
      .where('state', '=', 'live')
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return 0;
    if (signatures.check(writerParts({ ...row, state: 'live' }), row.seal) !== 'right') {
      onProblem({ kind: 'tampering', what: `The state of the chain ${row.id} was changed in the database.` });
      // As it was, so that verification finds it.
      await transaction.updateTable('audit_writers').set({ state: 'live' }).where('id', '=', row.id).execute();
      return 0;
    }
    const running = await transaction
      .selectFrom('mcp_tool_calls')
      .selectAll()
      .where('writer', '=', row.id)
      .where('closed_sequence', 'is', null)
      .orderBy('opened_sequence')
      .execute();
    const entries = running.map((call) => ({
      open: { row: call, startedAt: 0, refused: false },
      ended: { ...call, status: 'unknown' as const },
      since: 0,
    }));
    const { rows, to } = chained(entries, [row.id, row.sequence, row.head], signatures);
    for (let from = 0; from < rows.length; from += ROWS) {
      await writeRows(transaction, rows.slice(from, from + ROWS), new Map());
    }
    const [, sequence, head] = to;
    const checkpoint = await addCheckpoint(transaction, signatures, { heads: [to], now: now() });
    const ended = { ...row, state: 'ended' as const, sequence, head, checkpoint };
    await transaction
      .updateTable('audit_writers')
      .set({ sequence, head, checkpoint, seal: signatures.sign(writerParts(ended)) })
      .where('id', '=', row.id)
      .execute();
    return rows.length;
  });
}

/** In one statement. */
const ROWS = 200;
