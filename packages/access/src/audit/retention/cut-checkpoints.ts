import type { Kysely } from 'kysely';
import type { Database } from '../../storage/database.ts';
import { addCheckpoint, newestCheckpoint } from '../checkpoints.ts';
import type { Signatures } from '../signatures.ts';
import { readClaims } from '../verification/claims.ts';
import { Found } from '../verification/problem.ts';

/**
 * Removes the chains of which nothing is left, and old checkpoints. A new checkpoint tells what they did, so that what they
 * knew of the other chains is not forgotten. Nothing is removed when the checkpoints are not what was signed.
 */
export async function cutCheckpoints(
  db: Kysely<Database>,
  signatures: Signatures,
  before: number,
  now: number,
): Promise<{ writers: number; checkpoints: number }> {
  return db
    .transaction()
    .execute(async (transaction) => {
      const newest = await newestCheckpoint(transaction);
      const oldest = await transaction
        .selectFrom('audit_checkpoints')
        .select(({ fn }) => fn.min('number').as('number'))
        .where('made_at', '>=', before)
        .executeTakeFirst();
      const empty = await transaction
        .deleteFrom('audit_writers')
        .where('state', '=', 'ended')
        .where((column) => column('base_sequence', '=', column.ref('sequence')))
        .returning('id')
        .execute();
      const first = oldest?.number ?? (newest?.number ?? 0) + 1;
      if (newest === undefined || (empty.length === 0 && first <= newest.first)) return { writers: 0, checkpoints: 0 };
      const claims = await readClaims(transaction, signatures);
      const removed = new Set(empty.map(({ id }) => id));
      const heads = [...claims.byWriter]
        .filter(([id]) => !removed.has(id))
        .map(([id, { sequence, hash }]) => [id, sequence, hash] as const);
      await addCheckpoint(transaction, signatures, { heads, removed: [...removed], first, now });
      const { numDeletedRows } = await transaction
        .deleteFrom('audit_checkpoints')
        .where('number', '<', first)
        .executeTakeFirst();
      return { writers: removed.size, checkpoints: Number(numDeletedRows) };
    })
    .catch((error: unknown) => {
      if (error instanceof Found) return { writers: 0, checkpoints: 0 };
      throw error;
    });
}
