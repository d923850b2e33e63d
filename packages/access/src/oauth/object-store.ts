import type { Kysely, Selectable } from 'kysely';
import { hashId } from '../sealing/hash-id.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Database } from '../storage/database.ts';
import type { OAuthObjectTable } from './oauth-tables.ts';

export type ObjectRow = Selectable<OAuthObjectTable>;
export type Payload = Record<string, unknown>;

/** A transaction does as well. */
export type Queries = Pick<Kysely<Database>, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'>;

/** How an object is sealed: its kind keeps it from being opened as another one. */
function sealedKind(kind: string): string {
  return `oauth/${kind}`;
}

/** The row of an object that has not expired. */
export async function readObject(db: Queries, kind: string, id: string): Promise<ObjectRow | undefined> {
  return db
    .selectFrom('oauth_objects')
    .selectAll()
    .where('kind', '=', kind)
    .where('id_hash', '=', hashId(id))
    .where('expires_at', '>', Date.now())
    .executeTakeFirst();
}

/** Undefined when neither this id nor any of our keys opens it. */
export function openObject(sealer: Pick<Sealer, 'open'>, row: ObjectRow, id: string): Payload | undefined {
  const text = sealer.open(sealedKind(row.kind), id, { keyId: row.key_id, sealed: row.sealed });
  return text === undefined ? undefined : (JSON.parse(text) as Payload);
}

export function sealObject(sealer: Sealer, kind: string, id: string, payload: Payload, expiresAt: number): ObjectRow {
  // The id is what the row is sealed under: it must not stand inside.
  const { jti: _, ...rest } = payload;
  const { keyId, sealed } = sealer.seal(sealedKind(kind), id, JSON.stringify(rest));
  const grantId = kind === 'Grant' ? id : rest.grantId;
  return {
    kind,
    id_hash: hashId(id),
    grant_hash: BELONGS_TO_GRANT.has(kind) && typeof grantId === 'string' ? hashId(grantId) : null,
    key_id: keyId,
    sealed,
    consumed_at: null,
    expires_at: expiresAt,
  };
}

// A sign-in in progress names the grant as well, and must outlive it.
const BELONGS_TO_GRANT = new Set(['Grant', 'AuthorizationCode', 'AccessToken', 'RefreshToken']);

export async function writeObject(db: Queries, row: ObjectRow): Promise<void> {
  const { sealed, key_id, grant_hash, expires_at } = row;
  await db
    .insertInto('oauth_objects')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['kind', 'id_hash']).doUpdateSet({ sealed, key_id, grant_hash, expires_at }),
    )
    .execute();
}

export async function deleteObject(db: Queries, kind: string, id: string): Promise<void> {
  await db.deleteFrom('oauth_objects').where('kind', '=', kind).where('id_hash', '=', hashId(id)).execute();
}

/** True for the one caller who uses it first. */
export async function consumeObject(db: Queries, kind: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('oauth_objects')
    .set({ consumed_at: Date.now() })
    .where('kind', '=', kind)
    .where('id_hash', '=', hashId(id))
    .where('consumed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
