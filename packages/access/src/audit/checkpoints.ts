import type { Kysely } from 'kysely';
import type { Database } from '../storage/database.ts';
import { checkpointParts } from './chain.ts';
import type { Signatures } from './signatures.ts';

/** How far a writer's chain had come: writer, sequence, hash of the last record. */
export type Head = readonly [writer: string, sequence: number, hash: string];

export interface NewCheckpoint {
  readonly heads: readonly Head[];
  /** Writers of whom nothing is kept any more. */
  readonly removed?: readonly string[];
  /** The lowest number that is kept from now on. */
  readonly first?: number;
  readonly now: number;
}

/** Adds a checkpoint to the end of the chain of checkpoints, whoever else does so at the same time. Gives its anchor. */
export async function addCheckpoint(
  transaction: Kysely<Database>,
  signatures: Signatures,
  { heads, removed = [], first, now }: NewCheckpoint,
): Promise<string> {
  for (;;) {
    const last = await newestCheckpoint(transaction);
    const checkpoint = {
      number: (last?.number ?? 0) + 1,
      made_at: now,
      first: first ?? last?.first ?? 1,
      heads: JSON.stringify(heads),
      removed: JSON.stringify(removed),
      previous: last?.hash ?? '',
    };
    const hash = signatures.sign(checkpointParts(checkpoint));
    // Waits for another transaction that adds the same number, and then sees what it added.
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('audit_checkpoints')
      .values({ ...checkpoint, hash })
      .onConflict((conflict) => conflict.column('number').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return anchorOf({ number: checkpoint.number, hash });
  }
}

export function newestCheckpoint(db: Kysely<Database>) {
  return db
    .selectFrom('audit_checkpoints')
    .select(['number', 'made_at', 'first', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A checkpoint by its number and hash, as one text: what somebody has seen, and must be there again. */
export function anchorOf({ number, hash }: { readonly number: number; readonly hash: string }): string {
  return `${number}.${hash}`;
}

/** Whether the checkpoint is still there, or was removed by age. */
export async function holds(db: Kysely<Database>, anchor: string): Promise<boolean> {
  const number = Number.parseInt(anchor, 10);
  const newest = await newestCheckpoint(db);
  if (newest === undefined || newest.number < number) return false;
  if (number < newest.first) return true;
  const row = await db.selectFrom('audit_checkpoints').select('hash').where('number', '=', number).executeTakeFirst();
  return row !== undefined && anchorOf({ number, hash: row.hash }) === anchor;
}
