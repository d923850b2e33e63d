import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../storage/database.ts';
import { checkpointParts } from '../chain.ts';
import { newestCheckpoint } from '../checkpoints.ts';
import type { Signatures } from '../signatures.ts';
import { Found, insist } from './problem.ts';

/** The longest that a checkpoint has known a chain to be. */
export interface Claim {
  readonly sequence: number;
  readonly hash: string;
  readonly checkpoint: number;
}

/** What the checkpoints say of each chain, by its writer. */
export interface Claims {
  readonly byWriter: ReadonlyMap<string, Claim>;
  /** The newest checkpoint that was read, and the oldest that is kept. */
  readonly number: number;
  readonly hash: string;
  readonly first: number;
  /** Reads the checkpoints that have been added since. */
  refresh(): Promise<void>;
}

const PAGE = 500;
const Heads = z.array(z.tuple([z.string(), z.number(), z.string()]));
const Removed = z.array(z.string());

/** Reads and checks all checkpoints. Throws `Found`. */
export async function readClaims(db: Kysely<Database>, signatures: Signatures): Promise<Claims> {
  const byWriter = new Map<string, Claim>();
  let { number, hash } = { number: 0, hash: '' };
  let first = 1;

  async function refresh(): Promise<void> {
    for (;;) {
      const rows = await db
        .selectFrom('audit_checkpoints')
        .selectAll()
        .where('number', '>', number)
        .orderBy('number')
        .limit(PAGE)
        .execute();
      for (const row of rows) {
        const place = { checkpoint: row.number };
        if (row.number !== number + 1) throw gone(number + 1);
        insist(signatures.check(checkpointParts(row), row.hash), `Checkpoint ${row.number}`, place);
        if (hash !== '' && row.previous !== hash) {
          throw new Found({ kind: 'altered', what: `Checkpoint ${row.number} does not follow ${number}.`, ...place });
        }
        for (const [writer, sequence, head] of Heads.parse(JSON.parse(row.heads)))
          claim(writer, sequence, head, row.number);
        for (const writer of Removed.parse(JSON.parse(row.removed))) byWriter.delete(writer);
        ({ number, hash, first } = row);
      }
      if (rows.length < PAGE) return;
    }
  }

  /** A later checkpoint may know less, since it was begun before the other was made. */
  function claim(writer: string, sequence: number, head: string, checkpoint: number): void {
    const before = byWriter.get(writer);
    if (before !== undefined && before.sequence === sequence && before.hash !== head) {
      const what = `Chain ${writer} is another one at checkpoint ${checkpoint} than at ${before.checkpoint}.`;
      throw new Found({ kind: 'altered', what, writer, sequence, checkpoint });
    }
    if (before === undefined || before.sequence < sequence) byWriter.set(writer, { sequence, hash: head, checkpoint });
  }

  // Retention may remove the first ones while they are read: then it has moved the beginning.
  for (let begun = false; !begun; ) {
    const newest = await newestCheckpoint(db);
    if (newest === undefined) break;
    number = newest.first - 1;
    try {
      await refresh();
      begun = true;
    } catch (error) {
      if (!(error instanceof Found) || (await newestCheckpoint(db))?.first === newest.first) throw error;
      byWriter.clear();
      hash = '';
    }
  }
  const early = await db
    .selectFrom('audit_checkpoints')
    .select('number')
    .where('number', '<', first)
    .limit(1)
    .executeTakeFirst();
  if (early !== undefined) {
    throw new Found({ kind: 'foreign', what: `Checkpoint ${early.number} was removed by age, and is back.` });
  }
  return {
    byWriter,
    get number() {
      return number;
    },
    get hash() {
      return hash;
    },
    get first() {
      return first;
    },
    refresh,
  };
}

function gone(checkpoint: number): Found {
  return new Found({ kind: 'missing', what: `Checkpoint ${checkpoint} is gone.`, checkpoint });
}
