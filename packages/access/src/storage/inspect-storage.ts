import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { compareKeys } from '../keys/recognize-keys.ts';
import type { ServerKeys } from '../keys/server-keys.ts';
import type { Database } from './database.ts';
import { migrations } from './migrations/index.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { StorageOptions } from './storage.ts';

/** What a storage is like, without a change of it. */
export interface StorageState {
  /** Migrations that this version has and the database has not seen: the next start applies them. */
  readonly due: readonly string[];
  /** Migrations of a newer version. */
  readonly unknown: readonly string[];
  /** The clock of a database server; undefined for a file of this machine. */
  readonly now: Date | undefined;
}

/**
 * Looks at a storage as it is. Undefined when there is none yet: an embedded one is made by the first start.
 * Rejects when it cannot be opened, and with a `GatewayKeysError` when `keys` are not those that it was used with.
 */
export async function inspectStorage(options: StorageOptions, keys?: ServerKeys): Promise<StorageState | undefined> {
  if ('dataDir' in options && !(await exists(join(options.dataDir, 'gateway.db')))) return undefined;
  const embedded = 'dataDir' in options;
  const dialect = embedded ? await sqliteDialect(options.dataDir) : postgresDialect(options.databaseUrl);
  const db = new Kysely<Database>({ dialect });
  try {
    const applied = await rowsIfAny(db.selectFrom('schema_migrations').select('name').execute());
    const seen = await rowsIfAny(db.selectFrom('gateway_keys').select(['id', 'fingerprint']).execute());
    if (keys) compareKeys(seen, keys);
    const known = migrations.map(({ name }) => name);
    return {
      due: known.filter((name) => !applied.some((row) => row.name === name)),
      unknown: applied.map(({ name }) => name).filter((name) => !known.includes(name)),
      now: embedded ? undefined : await serverTime(db),
    };
  } finally {
    await db.destroy();
  }
}

/** Before the first start there are no tables. */
async function rowsIfAny<Row>(asked: Promise<Row[]>): Promise<Row[]> {
  try {
    return await asked;
  } catch (error) {
    const missing =
      error instanceof Error && (codeOf(error) === UNDEFINED_TABLE || /^no such table/.test(error.message));
    if (missing) return [];
    throw error;
  }
}

const UNDEFINED_TABLE = '42P01';

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined;
}

async function serverTime(db: Kysely<Database>): Promise<Date | undefined> {
  const milliseconds = sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`;
  const { rows } = await sql<{ now: number }>`select ${milliseconds} as now`.execute(db);
  return rows[0] && new Date(rows[0].now);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
