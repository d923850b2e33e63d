import type { Kysely } from 'kysely';
import type { Database } from './database.ts';

/**
 * Whether this process is to do a piece of work now. Of all that ask, one gets the turn each time it is due; when it has not
 * ended the turn after `leaseMs`, because it died, another one gets it.
 */
export async function takeTurn(
  db: Kysely<Database>,
  name: string,
  { leaseMs, now }: { leaseMs: number; now: number },
): Promise<boolean> {
  const due_at = now + leaseMs;
  const taken = await db
    .insertInto('turns')
    .values({ name, due_at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ due_at }).where('turns.due_at', '<=', now))
    .returning('name')
    .executeTakeFirst();
  return taken !== undefined;
}

/** The work is done, and due again at `dueAt`. */
export async function endTurn(db: Kysely<Database>, name: string, dueAt: number): Promise<void> {
  await db.updateTable('turns').set({ due_at: dueAt }).where('name', '=', name).execute();
}
