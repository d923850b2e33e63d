import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerKeys } from '../keys/server-keys.ts';
import { hashId } from '../sealing/hash-id.ts';
import { createSealer } from '../sealing/sealer.ts';
import type { Storage } from '../storage/storage.ts';

/**
 * Sessions at a vendor that are renewed while they are used. Each is kept once, whatever tokens and cookies lead to it, and sealed under
 * a handle. What a token opens holds the handle, so that a renewal changes one row, and everybody who is led to it has the new session.
 */
export interface UpstreamSessions {
  /** Keeps a session, and gives the handle that alone opens it: 43 characters, to be sealed like any other credential. */
  keep(session: string): Promise<string>;
  /** Undefined for one that has ended, that nobody has renewed for too long, or that never was. */
  read(handle: string): Promise<string | undefined>;
  /**
   * Gives a session that is newer than `spent`. One process at a time asks for it, and the others get what it got.
   * @param ask gives what the vendor made of a session, undefined when it refuses. When it throws, nothing has changed.
   * @returns undefined when the session has ended, for everybody.
   */
  renew(
    handle: string,
    spent: string,
    ask: (session: string) => Promise<string | undefined>,
  ): Promise<string | undefined>;
  end(handle: string): Promise<void>;
}

export interface UpstreamSessionsOptions {
  readonly storage: Pick<Storage, 'db'>;
  readonly keys: ServerKeys;
  /** Longest time that one process may take to renew one before another tries; 30 s unless said. */
  readonly leaseMs?: number;
  /** A clock in epoch milliseconds, for tests. */
  readonly now?: () => number;
}

const KIND = 'upstream-session';
const DAY_MS = 24 * 60 * 60 * 1000;
/** After its last renewal. What renews a session has ended at the vendor long before. */
const KEPT_MS = 90 * DAY_MS;
const LOOK_AGAIN_MS = 50;

export function createUpstreamSessions(options: UpstreamSessionsOptions): UpstreamSessions {
  const { storage, keys, leaseMs = 30_000, now = Date.now } = options;
  const { db } = storage;
  const sealer = createSealer(keys);

  async function find(handle: string) {
    const row = await db
      .selectFrom('upstream_sessions')
      .selectAll()
      .where('handle_hash', '=', hashId(handle))
      .where('expires_at', '>', now())
      .executeTakeFirst();
    const session = row && sealer.open(KIND, handle, { keyId: row.key_id, sealed: row.sealed });
    return row && session !== undefined ? { ...row, session } : undefined;
  }
  type Row = NonNullable<Awaited<ReturnType<typeof find>>>;

  /** The columns of a session. Two that are sealed are never the same, so that what is sealed also tells one from the next. */
  function columns(handle: string, session: string) {
    const { keyId: key_id, sealed } = sealer.seal(KIND, handle, session);
    return { key_id, sealed, renewing_until: null, expires_at: now() + KEPT_MS };
  }

  /** Changes the row as it was read; false when another process has changed it since. */
  async function change({ handle_hash, sealed }: Row, values: Partial<ReturnType<typeof columns>>): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('upstream_sessions')
      .set(values)
      .where('handle_hash', '=', handle_hash)
      .where('sealed', '=', sealed)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async function claim({ handle_hash, sealed }: Row): Promise<boolean> {
    const at = now();
    const { numUpdatedRows } = await db
      .updateTable('upstream_sessions')
      .set({ renewing_until: at + leaseMs })
      .where('handle_hash', '=', handle_hash)
      .where('sealed', '=', sealed)
      .where((row) => row.or([row('renewing_until', 'is', null), row('renewing_until', '<=', at)]))
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  return {
    async keep(session) {
      await db.deleteFrom('upstream_sessions').where('expires_at', '<=', now()).execute();
      const handle = randomBytes(32).toString('base64url');
      await db
        .insertInto('upstream_sessions')
        .values({ handle_hash: hashId(handle), ...columns(handle, session) })
        .execute();
      return handle;
    },

    read: async (handle) => (await find(handle))?.session,

    async renew(handle, spent, ask) {
      for (;;) {
        const row = await find(handle);
        if (row === undefined || row.session !== spent) return row?.session;
        if (!(await claim(row))) {
          await wait(LOOK_AGAIN_MS);
          continue;
        }
        let renewed: string | undefined;
        try {
          renewed = await ask(row.session);
        } catch (error) {
          await change(row, { renewing_until: null });
          throw error;
        }
        if (renewed !== undefined && (await change(row, columns(handle, renewed)))) return renewed;
        if (renewed === undefined) {
          // Only the one that was refused: another process may have had better luck after this one's time was over.
          await db
            .deleteFrom('upstream_sessions')
            .where('handle_hash', '=', row.handle_hash)
            .where('sealed', '=', row.sealed)
            .execute();
        }
        return (await find(handle))?.session;
      }
    },

    async end(handle) {
      await db.deleteFrom('upstream_sessions').where('handle_hash', '=', hashId(handle)).execute();
    },
  };
}
