import { createHash, randomBytes } from 'node:crypto';
import type { ServerKeys } from '../keys/server-keys.ts';
import {
  deleteObject,
  type ObjectRow,
  openObject,
  type Payload,
  readObject,
  sealObject,
  writeObject,
} from '../oauth/object-store.ts';
import { createSealer } from '../sealing/sealer.ts';
import type { Storage } from '../storage/storage.ts';

/** A person who has signed in to see their account. */
export interface AccountSession {
  /** Names the account, as in `verifyAccessToken`. */
  readonly account: string;
  /** What opens the account at the vendor. Never to be shown or logged. */
  readonly credential: string;
  /** To be sent back with every form of this session. */
  readonly csrf: string;
  readonly expiresAt: number;
}

/** Sessions in the database: any process serves any request, and one that was ended counts nowhere. */
export interface AccountSessions {
  /** Gives the text that the browser keeps. It is nowhere else. */
  begin(person: { readonly account: string; readonly credential: string }): Promise<string>;
  /** Undefined for one that is unknown, over or ended. One that is used lasts longer. */
  find(text: string): Promise<AccountSession | undefined>;
  end(text: string): Promise<void>;
}

export interface AccountSessionsOptions {
  readonly storage: Pick<Storage, 'db'>;
  readonly keys: ServerKeys;
  /** Without a request for so long, a session is over; 30 minutes unless said. */
  readonly idleMs?: number;
  /** So long after signing in, it is over whatever happens; 8 hours unless said. */
  readonly longestMs?: number;
}

const KIND = 'AccountSession';
const FORM = /^[A-Za-z0-9_-]{43}$/;
const MINUTE_MS = 60_000;

/** The credential of a session is sealed under the text that only the browser has, together with a server key. */
export function createAccountSessions(options: AccountSessionsOptions): AccountSessions {
  const { storage, keys, idleMs = 30 * MINUTE_MS, longestMs = 8 * 60 * MINUTE_MS } = options;
  const { db } = storage;
  const sealer = createSealer(keys);

  /** Not for one that was ended in the meantime, and not for every request anew. */
  async function lengthen(row: ObjectRow, until: number): Promise<number> {
    if (until - row.expires_at < Math.min(MINUTE_MS, idleMs / 2)) return row.expires_at;
    await db
      .updateTable('oauth_objects')
      .set({ expires_at: until })
      .where('kind', '=', KIND)
      .where('id_hash', '=', row.id_hash)
      .execute();
    return until;
  }

  return {
    async begin({ account, credential }) {
      const text = randomBytes(32).toString('base64url');
      const now = Date.now();
      const payload: Payload = { account, credential, endsAt: now + longestMs };
      await writeObject(db, sealObject(sealer, KIND, text, payload, now + Math.min(idleMs, longestMs)));
      return text;
    },

    async find(text) {
      if (!FORM.test(text)) return undefined;
      const row = await readObject(db, KIND, text);
      const payload = row && openObject(sealer, row, text);
      if (!payload) return undefined;
      const { account, credential, endsAt } = payload;
      if (typeof account !== 'string' || typeof credential !== 'string') return undefined;
      const expiresAt = await lengthen(row, Math.min(Date.now() + idleMs, Number(endsAt)));
      return { account, credential, csrf: csrfOf(text), expiresAt };
    },

    async end(text) {
      await deleteObject(db, KIND, text);
    },
  };
}

/** Made of what no page shows and no script reads, so that a form with it was made for this browser. */
function csrfOf(text: string): string {
  return createHash('sha256').update(`account-csrf/${text}`).digest('base64url');
}
