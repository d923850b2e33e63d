import { Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';

/** Where rows are kept: an embedded file in a folder of this machine, or a PostgreSQL server. */
export type StorageOptions = { readonly dataDir: string } | { readonly databaseUrl: string };

export interface Storage {
  readonly dialect: 'sqlite' | 'postgres';
  /**
   * One schema and one set of queries for both engines. Inside `db.transaction().execute(…)` use what it passes, and
   * nothing else: the embedded engine has one connection, and `db` would wait for it for ever.
   */
  readonly db: Kysely<Database>;
  /** Rejects unless the database answers. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the storage and brings its schema up to date. Safe when several processes do so at once. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const [dialect, driver] =
    'dataDir' in options
      ? (['sqlite', await sqliteDialect(options.dataDir)] as const)
      : (['postgres', postgresDialect(options.databaseUrl)] as const);
  const db = new Kysely<Database>({ dialect: driver });
  const storage: Storage = {
    dialect,
    db,
    check: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
  try {
    await migrate(db, dialect, migrations);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return storage;
}
