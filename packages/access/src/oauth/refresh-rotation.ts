import type { Kysely } from 'kysely';
import { errors } from 'oidc-provider';
import type { ServerKeys } from '../keys/server-keys.ts';
import { hashId } from '../sealing/hash-id.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Database } from '../storage/database.ts';
import type { GrantStore } from './grant-store.ts';
import { CREDENTIAL } from './grant-store.ts';
import type { OAuthEvent } from './oauth-event.ts';
import {
  consumeObject,
  type ObjectRow,
  openObject,
  type Payload,
  type Queries,
  readObject,
  sealObject,
} from './object-store.ts';
import { successorOf } from './successor.ts';

export interface RotationOptions {
  readonly db: Kysely<Database>;
  readonly keys: ServerKeys;
  readonly sealer: Sealer;
  readonly grants: GrantStore;
  /** How long a used refresh token still gives its successor. */
  readonly graceMs: number;
  /** How long a client that somebody has signed in with is remembered after its last use. */
  readonly clientLifetimeMs: number;
  readonly report: (event: OAuthEvent) => void;
}

export interface RefreshRotation {
  /** What a refresh token holds. One that comes back too late ends every session of its client and account. */
  find(token: string): Promise<Payload | undefined>;
  /** Uses it up and gives its successor, the same one to everybody who comes within the grace. */
  consume(token: string): Promise<string>;
  /** Keeps a new refresh token, and its grant and client alive with it. */
  save(token: string, payload: Payload, expiresAt: number): Promise<void>;
}

const KIND = 'RefreshToken';

export function refreshRotation(options: RotationOptions): RefreshRotation {
  const { db, keys, sealer, grants, graceMs, report } = options;

  /** Used a moment ago, and nobody has used what it gave: a repeated request, not a thief. */
  async function inGrace(row: ObjectRow, token: string): Promise<boolean> {
    const key = keys.find(row.key_id);
    if (!key || row.consumed_at === null || Date.now() - row.consumed_at >= graceMs) return false;
    const successor = await readObject(db, KIND, successorOf(token, key));
    return successor === undefined || successor.consumed_at === null;
  }

  async function endReused(row: ObjectRow): Promise<void> {
    if (row.grant_hash === null) return;
    const ended = await grants.endSiblings(row.grant_hash);
    report({ type: 'refresh-reuse', clientId: ended?.clientId, grants: ended?.grants ?? 0 });
  }

  /** For longer, and sealed by the newest key, so that an old one can be given up. False when it is gone. */
  async function keepAlive(queries: Queries, kind: string, id: string, expiresAt: number): Promise<boolean> {
    const row = await readObject(queries, kind, id);
    const payload = row && openObject(sealer, row, id);
    if (!payload) return false;
    const { id_hash, key_id, sealed, expires_at } = sealObject(sealer, kind, id, payload, expiresAt);
    const { numUpdatedRows } = await queries
      .updateTable('oauth_objects')
      .set({ key_id, sealed, expires_at })
      .where('kind', '=', kind)
      .where('id_hash', '=', id_hash)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  return {
    async find(token) {
      const row = await readObject(db, KIND, token);
      if (!row) return undefined;
      if (row.consumed_at !== null && !(await inGrace(row, token))) {
        await endReused(row);
        return undefined;
      }
      return openObject(sealer, row, token);
    },

    async consume(token) {
      const first = await consumeObject(db, KIND, token);
      const row = await readObject(db, KIND, token);
      const key = row && keys.find(row.key_id);
      if (!row || !key) throw new errors.InvalidGrant('refresh token not found');
      if (!first) {
        if (!(await inGrace(row, token))) {
          await endReused(row);
          throw new errors.InvalidGrant('refresh token already used');
        }
        report({ type: 'refresh-repeated' });
      }
      return successorOf(token, key);
    },

    async save(token, payload, expiresAt) {
      const grantId = String(payload.grantId);
      const grant_hash = hashId(grantId);
      const row = sealObject(sealer, KIND, token, payload, expiresAt);
      await db.transaction().execute(async (transaction) => {
        // The others that refresh at this moment write the same one: the first stays, and a used one stays used.
        await transaction
          .insertInto('oauth_objects')
          .values(row)
          .onConflict((conflict) => conflict.columns(['kind', 'id_hash']).doNothing())
          .execute();
        // Ended by somebody else in the meantime: the new token goes with it.
        if (!(await keepAlive(transaction, 'Grant', grantId, expiresAt)))
          throw new errors.InvalidGrant('grant not found');
        await keepAlive(transaction, 'Client', String(payload.clientId), Date.now() + options.clientLifetimeMs);
        await transaction
          .updateTable('oauth_grants')
          .set({ last_used_at: Date.now(), expires_at: expiresAt })
          .where('grant_hash', '=', grant_hash)
          .execute();
        const credential = await transaction
          .selectFrom('upstream_credentials')
          .selectAll()
          .where('grant_hash', '=', grant_hash)
          .where('key_id', '!=', keys.current.id)
          .executeTakeFirst();
        const text =
          credential && sealer.open(CREDENTIAL, grantId, { keyId: credential.key_id, sealed: credential.sealed });
        if (text === undefined) return;
        const { keyId, sealed } = sealer.seal(CREDENTIAL, grantId, text);
        await transaction
          .updateTable('upstream_credentials')
          .set({ key_id: keyId, sealed })
          .where('grant_hash', '=', grant_hash)
          .execute();
      });
    },
  };
}
