import type { Storage } from '../../storage/storage.ts';
import { anchorOf, holds } from '../checkpoints.ts';
import { type AuditKey, createSignatures } from '../signatures.ts';
import { type Claims, readClaims } from './claims.ts';
import { Found, type VerificationProblem } from './problem.ts';
import { refuseOutside, refuseStrays } from './strays.ts';
import { verifyChain } from './verify-chain.ts';

export interface VerifyOptions {
  readonly storage: Storage;
  /** All keys that have signed what is kept. */
  readonly keys: readonly AuditKey[];
  /** The `anchor` of an earlier verification, kept elsewhere: shows that the database was not set back since. */
  readonly anchor?: string | undefined;
  /** Ends it: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface Verification {
  readonly ok: boolean;
  /** What was checked: calls in chains of writers, and checkpoints. */
  readonly calls: number;
  readonly writers: number;
  readonly checkpoints: number;
  /** The newest checkpoint. Whoever keeps it elsewhere can tell later that nothing up to now is gone. */
  readonly anchor?: string;
  /** The first one, by the age of the chains. */
  readonly problem?: VerificationProblem;
}

/** Checks the whole record, also while it is written to. Reads in pages: memory does not grow with the number of calls. */
export async function verifyAudit({ storage, keys, anchor, signal }: VerifyOptions): Promise<Verification> {
  if (anchor !== undefined && !ANCHOR.test(anchor)) throw new Error('The anchor is a number, a dot and a signature.');
  const { db } = storage;
  const signatures = createSignatures(keys);
  const counted = { calls: 0, writers: 0, checkpoints: 0 };

  async function verify(): Promise<string | undefined> {
    const claims = await readClaims(db, signatures);
    counted.checkpoints = claims.number === 0 ? 0 : claims.number - claims.first + 1;
    if (anchor !== undefined && !(await holds(db, anchor))) throw goneCheckpoint(anchor);
    await refuseStrays(db);
    const ids = new Set([
      ...(await db.selectFrom('audit_writers').select('id').orderBy('id').execute()).map(({ id }) => id),
      ...claims.byWriter.keys(),
    ]);
    for (const id of ids) {
      await verifyWriter(id, claims);
      await refuseOutside(db, id);
    }
    return claims.number === 0 ? undefined : anchorOf(claims);
  }

  /** Again, when retention has moved the beginning of the chain or removed it while it was read. */
  async function verifyWriter(id: string, claims: Claims): Promise<void> {
    for (;;) {
      const writer = await read(id);
      try {
        // A process may have begun since the checkpoints were read.
        if (writer && !claims.byWriter.has(id)) await claims.refresh();
        if (writer && !(await holds(db, writer.checkpoint))) throw goneCheckpoint(writer.checkpoint);
        const claim = claims.byWriter.get(id);
        if (claim === undefined && writer === undefined) return;
        if (claim === undefined) {
          throw new Found({ kind: 'foreign', what: `No checkpoint knows chain ${id}.`, writer: id });
        }
        if (writer === undefined) throw new Found({ kind: 'missing', what: `Chain ${id} is gone.`, writer: id });
        // The row as it is after the checkpoints were read: a younger one than the row would ask too much of it.
        counted.calls += await verifyChain(db, signatures, (await read(id)) ?? writer, claim, signal);
        counted.writers += 1;
        return;
      } catch (error) {
        if (!(error instanceof Found)) throw error;
        await claims.refresh();
        const after = await read(id);
        // With its checkpoint, an older one that the row named may have gone by age.
        const moved =
          after === undefined
            ? !claims.byWriter.has(id)
            : after.base_sequence !== writer?.base_sequence || after.checkpoint !== writer.checkpoint;
        if (!moved || writer === undefined) throw error;
      }
    }
  }

  const read = (id: string) => db.selectFrom('audit_writers').selectAll().where('id', '=', id).executeTakeFirst();

  try {
    const newest = await verify();
    return { ok: true, ...counted, ...(newest !== undefined && { anchor: newest }) };
  } catch (error) {
    if (!(error instanceof Found)) throw error;
    return { ok: false, ...counted, problem: error.problem };
  }
}

const ANCHOR = /^\d{1,15}\.\S+$/;

function goneCheckpoint(anchor: string): Found {
  const checkpoint = Number.parseInt(anchor, 10);
  return new Found({ kind: 'missing', what: `Checkpoint ${checkpoint} is gone, or is another one.`, checkpoint });
}
