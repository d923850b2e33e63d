import type { Kysely } from 'kysely';
import { hashId } from '../sealing/hash-id.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Database } from '../storage/database.ts';

/** A client that an account has let in. */
export interface ConnectedClient {
  /** Names the grant, and opens nothing. */
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly redirectHost: string;
  readonly scopes: readonly string[];
  readonly createdAt: number;
  /** When it last got tokens or called, to the minute. */
  readonly lastUsedAt: number | undefined;
}

interface NewGrant {
  readonly account: string;
  readonly credential: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly redirectHost: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

export interface GrantStore {
  create(grantId: string, grant: NewGrant): Promise<void>;
  list(account: string): Promise<ConnectedClient[]>;
  /** Ends one grant of the account with all its tokens, at once. False when the account has no such grant. */
  disconnect(account: string, id: string): Promise<boolean>;
  /** Ends a grant with all its tokens and the credential. */
  end(grantHash: string): Promise<void>;
  /** Ends every grant of the client and account to which this grant belongs. Gives the client. */
  endSiblings(grantHash: string): Promise<{ clientId: string; grants: number } | undefined>;
}

export const CREDENTIAL = 'oauth/credential';

export function grantStore(db: Kysely<Database>, sealer: Sealer): GrantStore {
  async function endAll(grants: readonly string[]): Promise<void> {
    if (grants.length === 0) return;
    await db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('oauth_objects').where('grant_hash', 'in', grants).execute();
      await transaction.deleteFrom('oauth_grants').where('grant_hash', 'in', grants).execute();
      await transaction.deleteFrom('upstream_credentials').where('grant_hash', 'in', grants).execute();
    });
  }

  return {
    async create(grantId, grant) {
      const { keyId, sealed } = sealer.seal(CREDENTIAL, grantId, grant.credential);
      const grant_hash = hashId(grantId);
      await db.transaction().execute(async (transaction) => {
        const row = {
          grant_hash,
          account_hash: hashId(grant.account),
          client_id: grant.clientId,
          client_name: grant.clientName,
          redirect_host: grant.redirectHost,
          scopes: grant.scopes.join(' '),
          created_at: Date.now(),
          last_used_at: null,
          expires_at: grant.expiresAt,
        };
        await transaction.insertInto('oauth_grants').values(row).execute();
        await transaction.insertInto('upstream_credentials').values({ grant_hash, key_id: keyId, sealed }).execute();
      });
    },

    async list(account) {
      const rows = await db
        .selectFrom('oauth_grants')
        .selectAll()
        .where('account_hash', '=', hashId(account))
        .where('expires_at', '>', Date.now())
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map((row) => ({
        id: row.grant_hash,
        clientId: row.client_id,
        clientName: row.client_name,
        redirectHost: row.redirect_host,
        scopes: row.scopes.split(' '),
        createdAt: row.created_at,
        lastUsedAt: row.last_used_at ?? undefined,
      }));
    },

    async disconnect(account, id) {
      const row = await db
        .selectFrom('oauth_grants')
        .select('grant_hash')
        .where('grant_hash', '=', id)
        .where('account_hash', '=', hashId(account))
        .executeTakeFirst();
      if (!row) return false;
      await endAll([row.grant_hash]);
      return true;
    },

    end: (grantHash) => endAll([grantHash]),

    async endSiblings(grantHash) {
      const owner = await db
        .selectFrom('oauth_grants')
        .select(['account_hash', 'client_id'])
        .where('grant_hash', '=', grantHash)
        .executeTakeFirst();
      if (!owner) {
        await endAll([grantHash]);
        return undefined;
      }
      const rows = await db
        .selectFrom('oauth_grants')
        .select('grant_hash')
        .where('account_hash', '=', owner.account_hash)
        .where('client_id', '=', owner.client_id)
        .execute();
      await endAll(rows.map((row) => row.grant_hash));
      return { clientId: owner.client_id, grants: rows.length };
    },
  };
}
