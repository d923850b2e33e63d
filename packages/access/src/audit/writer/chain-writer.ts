import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Storage } from '../../storage/storage.ts';
import type { AuditWriterTable } from '../audit-writer-table.ts';
import { callId } from '../call-id.ts';
import { baseParts, CHAIN_START, writerParts } from '../chain.ts';
import { addCheckpoint, type Head, holds } from '../checkpoints.ts';
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
  /** The anchor of the newest checkpoint that this process has seen. */
  readonly checkpoint: string;
  chain(entries: readonly Entry[]): Batch;
  /** Resolves when the rows are on the disk, also if an earlier attempt has put them there. */
  write(batch: Batch): Promise<void>;
  /** Shows that the process lives, and that it has seen a checkpoint. */
  beat(checkpoint: string): Promise<void>;
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
  const statements = new Map<number, string>();
  let checkpoint = await storage.db.transaction().execute(async (transaction) => {
    const anchor = await addCheckpoint(transaction, signatures, { heads: [head], now: started_at });
    const base = { id, base_sequence: 0, base_hash: CHAIN_START };
    await transaction
      .insertInto('audit_writers')
      .values({
        ...sealed(head, anchor, 'live'),
        ...base,
        base_seal: signatures.sign(baseParts(base)),
        beat: randomBytes(4).readUInt32BE(),
      })
      .execute();
    return anchor;
  });
  chainsHere.add(id);

  function sealed([, sequence, hash]: Head, checkpoint: string, state: 'live' | 'ended'): Sealed {
    const writer = { id, process, started_at, state, sequence, head: hash, checkpoint };
    return { ...writer, seal: signatures.sign(writerParts(writer)) };
  }

  /** Changes the row of this chain, if it is as this process left it. Written out: the builder costs more than the engine. */
  const advance = async (db: Storage['db'], from: Head, { state, sequence, head, checkpoint, seal }: Sealed) => {
    const { numAffectedRows } = await sql`
      update audit_writers
      set state = ${state}, sequence = ${sequence}, head = ${head}, checkpoint = ${checkpoint}, seal = ${seal}, beat = beat + 1
      where id = ${id} and state = 'live' and sequence = ${from[1]} and head = ${from[2]}
    `.execute(db);
    if (numAffectedRows !== 1n) throw new NotOwn();
  };

  /** After an update that found another row than this process left: it may be the one that was to be made. */
  const insistOnOwn = async ([, sequence, hash]: Head) => {
    const row = await storage.db.selectFrom('audit_writers').selectAll().where('id', '=', id).executeTakeFirst();
    const right = row !== undefined && signatures.check(writerParts(row), row.seal) === 'right';
    if (right && row.state === 'live' && row.sequence === sequence && row.head === hash) return;
    chainsHere.delete(id);
    throw new ChainTaken(!right || row.state === 'live');
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
        await insistOnOwn(to);
      }
      head = to;
    },
    async beat(seen) {
      try {
        await advance(storage.db, head, sealed(head, seen, 'live'));
      } catch (error) {
        if (!(error instanceof NotOwn)) throw error;
        await insistOnOwn(head);
      }
      checkpoint = seen;
    },
    async end() {
      await storage.db.transaction().execute(async (transaction) => {
        // The row first, as everywhere: two that want the same locks in different order would wait for ever.
        await advance(transaction, head, sealed(head, checkpoint, 'live'));
        const anchor = await addCheckpoint(transaction, signatures, { heads: [head], now: now() });
        // What this process has seen and is gone stays in its seal, so that verification asks for it.
        const last = (await holds(transaction, checkpoint)) ? anchor : checkpoint;
        await advance(transaction, head, sealed(head, last, 'ended'));
      });
      chainsHere.delete(id);
    },
  };
}

class NotOwn extends Error {}

type Sealed = Omit<AuditWriterTable, 'beat' | 'base_sequence' | 'base_hash' | 'base_seal'>;
