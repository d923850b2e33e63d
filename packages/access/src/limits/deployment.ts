import type { Storage } from '../storage/storage.ts';

/**
 * Names the database, so that two gateways with a database each can count in one Redis and not be taken for one. It is
 * the first server key that the database has seen, which all processes on it read alike.
 */
export async function deploymentOf({ db }: Pick<Storage, 'db'>): Promise<string> {
  const first = await db
    .selectFrom('gateway_keys')
    .select('fingerprint')
    .orderBy('first_seen_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return first?.fingerprint.slice(0, 16) ?? '';
}
