import { randomBytes } from 'node:crypto';
import type { Storage } from '../../storage/storage.ts';
import { callId } from '../call-id.ts';
import { baseParts, CHAIN_START, writerParts } from '../chain.ts';
import { addCheckpoint, type Head } from '../checkpoints.ts';
import type { Signatures } from '../signatures.ts';
import { type Batch, chained, type Entry } from './batch.ts';
import { writeRows } from './write-rows.ts';

/** Another process has ended this chain, believing its writer dead, or somebody has changed it. */
export class ChainTaken extends Error {
  override readonly name = 'ChainTaken';
  /** What is in the database does not come from a process that has the key. */
  readonly tampered: boolean;

  constructor(tampered: boolean) {
    super(tampered ? 'The chain of this process was changed in the database.' : 'The chain of this process was ended.');
    this.tampered = tampered;
  }
}

/** Chains that this very process writes, so that it does not believe them dead. */
const chainsHere = new Set<string>();

export function isChainHere(id: string): boolean {
  return chainsHere.has(id);
}

/** The chain of one process. One thing at a time: whoever calls waits for the call before. */
export interface ChainWriter {
  readonly id: string;
  readonly head: Head;
  readonly checkpoint: number;
  chain(entries: readonly Entry[]): Batch;
  /** Resolves when the rows are on the disk, also if an earlier attempt has put them there. */
  write(batch: Batch): Promise<void>;
  /** Shows that the process lives, and that it has seen a checkpoint. */
  beat(checkpoint: number): Promise<void>;
  end(): Promise<void>;
}

export interface ChainContext {
  readonly storage: Storage;
  readonly signatures: Signatures;
  /** The process, as `processText` gives it. */
  readonly process: string;
  readonly now: () => number;
}

/** Begins a chain, and has a checkpoint say so. */
export async function beginChain({ storage, signatures, process, now }: ChainContext): Promise<ChainWriter> {
  const started_at = now();
  const id = callId(started_at);
  let head: Head = [id, 0, CHAIN_START];
  chainsHere.add(id);
  const statements = new Map<number, string>();
  let checkpoint = await storage.db.transaction().execute(async (transaction) => {
    const number = await addCheckpoint(transaction, signatures, { heads: [head], now: started_at });
    const base = { id, base_sequence: 0, base_hash: CHAIN_START };
    await transaction
      .insertInto('audit_writers')
      .values({
        ...sealed(head, number, 'live'),
        ...base,
        base_seal: signatures.sign(baseParts(base)),
        beat: randomBytes(4).readUInt32BE(),
      })
      .execute();
    return number;
  });

  function sealed([, sequence, hash]: Head, checkpoint: number, state: 'live' | 'ended') {
    const writer = { id, process, started_at, state, sequence, head: hash, checkpoint };
    return { ...writer, seal: signatures.sign(writerParts(writer)) };
  }

  /** The row of this chain, as long as it is as this process left it. */
  const own = (db: Storage['db'], [, sequence, hash]: Head) =>
    db
      .updateTable('audit_writers')
      .where('id', '=', id)
      .where('state', '=', 'live')
      .where('sequence', '=', sequence)
      .where('head', '=', hash);

  const advance = async (db: Storage['db'], from: Head, values: ReturnType<typeof sealed>) => {
    const update = own(db, from).set((column) => ({ ...values, beat: column('beat', '+', 1) }));
    const { numUpdatedRows } = await update.executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new NotOwn();
  };

  /** Why the row is not as this process left it. */
  const explain = async (expected: Head): Promise<'written' | ChainTaken> => {
    const row = await storage.db.selectFrom('audit_writers').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined || signatures.check(writerParts(row), row.seal) !== 'right') return new ChainTaken(true);
    if (row.state === 'live' && row.sequence === expected[1] && row.head === expected[2]) return 'written';
    return new ChainTaken(row.state === 'live');
  };

  return {
    id,
    get head() {
      return head;
    },
    get checkpoint() {
      return checkpoint;
    },
    chain: (entries) => chained(entries, head, signatures),
    async write({ rows, from, to }) {
      try {
        await storage.db.transaction().execute(async (transaction) => {
          await advance(transaction, from, sealed(to, checkpoint, 'live'));
          await writeRows(transaction, rows, statements);
        });
      } catch (error) {
        if (!(error instanceof NotOwn)) throw error;
        const why = await explain(to);
        if (why !== 'written') {
          chainsHere.delete(id);
          throw why;
        }
      }
      head = to;
    },
    async beat(seen) {
      try {
        await advance(storage.db, head, sealed(head, seen, 'live'));
      } catch (error) {
        if (!(error instanceof NotOwn)) throw error;
        const why = await explain(head);
        if (why !== 'written') throw why;
      }
      checkpoint = seen;
    },
    async end() {
      await storage.db.transaction().execute(async (transaction) => {
        // The row first, as everywhere: two that want the same locks in different order would wait for ever.
        await advance(transaction, head, sealed(head, checkpoint, 'live'));
        const number = await addCheckpoint(transaction, signatures, { heads: [head], now: now() });
        await own(transaction, head)
          .set(sealed(head, number, 'ended'))
          .execute();
      });
    },
  };
}

class NotOwn extends Error {}
