import { setTimeout as wait } from 'node:timers/promises';
import { hashId } from '../sealing/hash-id.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Storage } from '../storage/storage.ts';

/** What a change is known by: who asked for it, the key that makes it one, and a digest of what was asked. */
interface AskedChange {
  subject: string;
  key: string;
  digest: string;
}

/** What is known of a key. `other`: it was used for something else. `running`: it has not ended in the time that one waits. */
type Found<End> = { state: 'new' } | { state: 'ended'; end: End } | { state: 'other' } | { state: 'running' };

/** Writes changes down before they are sent, so that of several with one key, in whatever process, one is made. */
export interface ChangeLedger<End> {
  look(asked: AskedChange): Promise<Found<End>>;
  /** One gets the claim; the others wait for its end. */
  claim(
    asked: AskedChange,
  ): Promise<{ state: 'claimed'; end(end: End): Promise<void> } | Exclude<Found<End>, { state: 'new' }>>;
}

export interface ChangeLedgerOptions<End> {
  storage: Storage;
  sealer: Sealer;
  /** What is said of a change whose process has gone before it wrote down the end. */
  lost: End;
  /** For how long another call with the same key waits for the end. */
  waitMs?: number;
  now?: () => number;
}

const KEPT_MS = 24 * 60 * 60 * 1000;
/** No change takes longer; what still runs then has lost its process. */
const LOST_MS = 5 * 60 * 1000;
const LOOK_AGAIN_MS = 100;
const KIND = 'change';

/** @param End what is kept of a change's end: anything that JSON holds. */
export function createChangeLedger<End>(options: ChangeLedgerOptions<End>): ChangeLedger<End> {
  const { storage, sealer, lost, waitMs = 10_000, now = Date.now } = options;
  const secretOf = ({ subject, key }: AskedChange) => JSON.stringify([subject, key]);

  const read = async (asked: AskedChange): Promise<Found<End>> => {
    const row = await storage.db
      .selectFrom('changes')
      .selectAll()
      .where('key_hash', '=', hashId(secretOf(asked)))
      .where('expires_at', '>', now())
      .executeTakeFirst();
    if (row === undefined) return { state: 'new' };
    if (row.digest !== asked.digest) return { state: 'other' };
    if (row.key_id !== null && row.sealed !== null) {
      const text = sealer.open(KIND, secretOf(asked), { keyId: row.key_id, sealed: row.sealed });
      // Sealed under a server key that is gone: that it was sent is all that is left.
      return { state: 'ended', end: text === undefined ? lost : (JSON.parse(text) as End) };
    }
    return now() - row.started_at > LOST_MS ? { state: 'ended', end: lost } : { state: 'running' };
  };

  const look = async (asked: AskedChange): Promise<Found<End>> => {
    const until = performance.now() + waitMs;
    for (;;) {
      const found = await read(asked);
      if (found.state !== 'running' || performance.now() >= until) return found;
      await wait(LOOK_AGAIN_MS);
    }
  };

  return {
    look,
    async claim(asked) {
      const [key_hash, started_at] = [hashId(secretOf(asked)), now()];
      await storage.db.deleteFrom('changes').where('expires_at', '<=', started_at).execute();
      const claimed = await storage.db
        .insertInto('changes')
        .values({
          key_hash,
          digest: asked.digest,
          started_at,
          expires_at: started_at + KEPT_MS,
          ended_at: null,
          key_id: null,
          sealed: null,
        })
        .onConflict((conflict) => conflict.column('key_hash').doNothing())
        .returning('key_hash')
        .executeTakeFirst();
      if (claimed === undefined) {
        const found = await look(asked);
        // It expired between the two statements.
        return found.state === 'new' ? { state: 'running' } : found;
      }
      return {
        state: 'claimed',
        async end(end) {
          const { keyId: key_id, sealed } = sealer.seal(KIND, secretOf(asked), JSON.stringify(end));
          const ended = { ended_at: now(), key_id, sealed };
          await storage.db.updateTable('changes').set(ended).where('key_hash', '=', key_hash).execute();
        },
      };
    },
  };
}
