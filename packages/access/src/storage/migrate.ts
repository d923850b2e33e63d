import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';

/** One step forward of the schema. There is no way back: a mistake is mended by the next one. */
export interface Migration {
  readonly name: string;
  /** Runs in one transaction with the others that are due. */
  up(db: SchemaChange): Promise<void>;
}

/**
 * What a migration may use: `db.schema`, and `sql` for the rest. Not the typed queries, whose types are those of the
 * newest schema.
 */
type SchemaChange = Pick<Kysely<Database>, 'schema' | 'getExecutor'>;

/** Names of the migrations that a database has seen. */
export interface MigrationTable {
  name: string;
  applied_at: number;
}

/** Any number will do, as long as it never changes. */
const LOCK = 7_265_101;

/**
 * Applies what this database has not seen yet, in the order of the list, all or nothing. Processes that start at once
 * wait for each other: on SQLite for the write lock that the transaction begins with, on PostgreSQL for an advisory one.
 */
export async function migrate(
  db: Kysely<Database>,
  dialect: 'sqlite' | 'postgres',
  migrations: readonly Migration[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (dialect === 'postgres') {
      await sql`set local statement_timeout = 0`.execute(transaction);
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
    }
    await transaction.schema
      .createTable('schema_migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .execute();
    const rows = await transaction.selectFrom('schema_migrations').select('name').execute();
    const applied = new Set(rows.map((row) => row.name));
    for (const { name, up } of migrations) {
      if (applied.has(name)) continue;
      await up(transaction);
      await transaction.insertInto('schema_migrations').values({ name, applied_at: Date.now() }).execute();
    }
  });
}
