import type { Kysely } from 'kysely';
import { hashId } from '../sealing/hash-id.ts';
import { rememberingOpener } from '../sealing/opened.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Database } from '../storage/database.ts';
import { prepared } from '../storage/prepared.ts';
import type { LastUsed } from '../tokens/last-used.ts';
import { CREDENTIAL } from './grant-store.ts';
import { openObject } from './object-store.ts';

/** Who calls by an access token, and what they may. */
export interface AccessTokenHolder {
  /** The account, as the pages named it. */
  readonly subject: string;
  readonly scopes: readonly string[];
  readonly clientId: string;
  readonly clientName: string;
  /** Names the token in a record of calls, and opens nothing. */
  readonly tokenId: string;
  /** Names the grant, as in the list of connected clients. */
  readonly grantId: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** What opens the account at the vendor, as the pages gave it. Never to be stored or logged. */
  readonly credential: string;
}

/** Undefined for every token that does not count: unknown, expired, ended, or made for another resource. */
export type VerifyAccessToken = (token: string) => Promise<AccessTokenHolder | undefined>;

/** The form of our access tokens. Nothing else is looked up. */
function isAccessTokenForm(token: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(token);
}

export function accessTokenVerifier(
  db: Kysely<Database>,
  sealer: Sealer,
  resource: string,
  lastUsed: LastUsed,
): VerifyAccessToken {
  const opener = { open: rememberingOpener(sealer) };
  const rowsOf = prepared(
    db,
    db
      .selectFrom('oauth_objects as o')
      .innerJoin('oauth_grants as g', 'g.grant_hash', 'o.grant_hash')
      .innerJoin('upstream_credentials as c', 'c.grant_hash', 'o.grant_hash')
      .selectAll('o')
      .select([
        'g.grant_hash as grant_id',
        'g.client_name',
        'g.last_used_at',
        'c.key_id as credential_key_id',
        'c.sealed as credential_sealed',
      ])
      .where('o.kind', '=', 'AccessToken')
      .where('o.id_hash', '=', '')
      .where('o.expires_at', '>', 0),
  );
  return async (token) => {
    if (!isAccessTokenForm(token)) return undefined;
    const [row] = await rowsOf('AccessToken', hashId(token), Date.now());
    const payload = row && openObject(opener, row, token);
    if (!payload || payload.aud !== resource) return undefined;
    const { grantId, accountId, clientId, scope } = payload;
    if (typeof grantId !== 'string' || typeof accountId !== 'string' || typeof clientId !== 'string') return undefined;
    const credential = opener.open(CREDENTIAL, grantId, {
      keyId: row.credential_key_id,
      sealed: row.credential_sealed,
    });
    if (credential === undefined) return undefined;
    lastUsed.note(row.grant_id, row.last_used_at);
    return {
      subject: accountId,
      scopes: typeof scope === 'string' ? scope.split(' ') : [],
      clientId,
      clientName: row.client_name,
      tokenId: row.id_hash.slice(0, 16),
      grantId: row.grant_id,
      expiresAt: row.expires_at,
      credential,
    };
  };
}
