import type { Storage } from '../../storage/storage.ts';
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
export async function verifyAudit({ storage, keys, anchor }: VerifyOptions): Promise<Verification> {
  const { db } = storage;
  const signatures = createSignatures(keys);
  const counted = { calls: 0, writers: 0, checkpoints: 0 };

  async function verify(): Promise<string | undefined> {
    const claims = await readClaims(db, signatures);
    counted.checkpoints = claims.number === 0 ? 0 : claims.number - claims.first + 1;
    if (anchor !== undefined) await insistOnAnchor(anchor, claims);
    await refuseStrays(db);
    const ids = new Set([
      ...(await db.selectFrom('audit_writers').select('id').orderBy('id').execute()).map(({ id }) => id),
      ...claims.byWriter.keys(),
    ]);
    for (const id of ids) {
      await verifyWriter(id, claims);
      await refuseOutside(db, id);
    }
    return claims.number === 0 ? undefined : `${claims.number}.${claims.hash}`;
  }

  /** Again, when retention has moved the beginning of the chain or removed it while it was read. */
  async function verifyWriter(id: string, claims: Claims): Promise<void> {
    for (;;) {
      const writer = await read(id);
      try {
        // A process that began, or saw a checkpoint, since the checkpoints were read.
        if (writer && (!claims.byWriter.has(id) || writer.checkpoint > claims.number)) {
          await claims.refresh();
          if (writer.checkpoint > claims.number) throw goneCheckpoint(writer.checkpoint);
        }
        const claim = claims.byWriter.get(id);
        if (claim === undefined && writer === undefined) return;
        if (claim === undefined) {
          throw new Found({ kind: 'foreign', what: `No checkpoint knows chain ${id}.`, writer: id });
        }
        if (writer === undefined) throw new Found({ kind: 'missing', what: `Chain ${id} is gone.`, writer: id });
        // Claims that are younger than the row say nothing of it.
        const known = claim.checkpoint > writer.checkpoint ? ((await read(id)) ?? writer) : writer;
        counted.calls += await verifyChain(db, signatures, known, claim);
        counted.writers += 1;
        return;
      } catch (error) {
        if (!(error instanceof Found)) throw error;
        await claims.refresh();
        const after = await read(id);
        const moved = after === undefined ? !claims.byWriter.has(id) : after.base_sequence !== writer?.base_sequence;
        if (!moved || writer === undefined) throw error;
      }
    }
  }

  async function insistOnAnchor(text: string, claims: Claims): Promise<void> {
    const [, number, hash] = /^(\d{1,15})\.(.+)$/.exec(text) ?? [];
    const checkpoint = Number(number);
    if (hash === undefined) throw new Error('The anchor is not one: it is a number, a dot and a signature.');
    if (checkpoint > claims.number) throw goneCheckpoint(checkpoint);
    const row = await db
      .selectFrom('audit_checkpoints')
      .select('hash')
      .where('number', '=', checkpoint)
      .executeTakeFirst();
    if (row !== undefined && row.hash !== hash) {
      throw new Found({
        kind: 'altered',
        what: `Checkpoint ${checkpoint} is another one than the anchor.`,
        checkpoint,
      });
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

function goneCheckpoint(checkpoint: number): Found {
  return new Found({ kind: 'missing', what: `Checkpoint ${checkpoint} is gone.`, checkpoint });
}
