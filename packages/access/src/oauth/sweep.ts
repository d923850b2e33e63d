import type { Kysely } from 'kysely';
import type { Database } from '../storage/database.ts';

/**
 * Deletes what has expired, clients that nobody signed in with among it, and empties used refresh tokens after their grace:
 * from then on an old one leads nowhere, and still shows when it comes back. Safe on several replicas at once.
 */
export async function sweepOAuth(db: Kysely<Database>, graceMs: number, now = Date.now()): Promise<void> {
  await db.deleteFrom('oauth_objects').where('expires_at', '<=', now).execute();
  await db
    .updateTable('oauth_objects')
    .set({ sealed: '' })
    .where('kind', '=', 'RefreshToken')
    .where('consumed_at', '<=', now - graceMs)
    .where('sealed', '!=', '')
    .execute();
  await db.deleteFrom('oauth_grants').where('expires_at', '<=', now).execute();
  await db
    .deleteFrom('upstream_credentials')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('oauth_grants')
            .select('oauth_grants.grant_hash')
            .whereRef('oauth_grants.grant_hash', '=', 'upstream_credentials.grant_hash'),
        ),
      ),
    )
    .execute();
}
