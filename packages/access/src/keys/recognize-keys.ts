import type { Storage } from '../storage/storage.ts';
import type { GatewayKeyTable } from './gateway-key-table.ts';
import { GatewayKeysError } from './gateway-keys.ts';
import type { ServerKeys } from './server-keys.ts';

export interface RecognizeKeysOptions {
  /** The old keys are gone on purpose, and everybody signs in again. */
  readonly replaced?: boolean;
}

/**
 * Compares the keys with those that the database has seen, and remembers the new ones. Without this, a replica with other
 * keys, or a lost key file, would look like tokens that stop working.
 *
 * Throws a `GatewayKeysError` when an id means another key than before, and when the database has seen keys but none of these.
 */
export async function recognizeKeys(
  { db }: Storage,
  keys: ServerKeys,
  { replaced = false }: RecognizeKeysOptions = {},
): Promise<void> {
  const now = Date.now();
  await db.transaction().execute(async (transaction) => {
    compareKeys(await transaction.selectFrom('gateway_keys').selectAll().execute(), keys, { replaced });
    await transaction
      .insertInto('gateway_keys')
      .values(fingerprintsOf(keys).map((key) => ({ ...key, first_seen_at: now })))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  });
}

/** Throws as `recognizeKeys`, and changes nothing. */
export function compareKeys(
  seen: readonly Pick<GatewayKeyTable, 'id' | 'fingerprint'>[],
  keys: ServerKeys,
  { replaced = false }: RecognizeKeysOptions = {},
): void {
  const mine = fingerprintsOf(keys);
  const fingerprints = new Map(seen.map((row) => [row.id, row.fingerprint]));
  const changed = mine.find(({ id, fingerprint }) => (fingerprints.get(id) ?? fingerprint) !== fingerprint);
  if (changed) {
    throw new GatewayKeysError(
      `key ${changed.id} is not the key that this database knows by that id; give a new key a new id`,
    );
  }
  if (!replaced && seen.length > 0 && !mine.some(({ id }) => fingerprints.has(id))) {
    throw new GatewayKeysError(
      `has none of the keys that this database was used with (${seen.map((row) => row.id).join(', ')}); ` +
        'put the old one behind the new one, or say that it was replaced, and everybody signs in again',
    );
  }
}

function fingerprintsOf(keys: ServerKeys) {
  return keys.all.map((key) => ({ id: key.id, fingerprint: key.subkey('fingerprint').toString('base64url') }));
}
