import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** Longest wait for another process that writes. */
const BUSY_TIMEOUT_MS = 5_000;
/** Compiled statements are kept by their text. Queries have few texts; one that is built anew each time must not fill the memory. */
const STATEMENTS = 500;

/**
 * The file of the embedded storage, as a dialect. WAL and `synchronous=FULL`: a row that was acknowledged is on the disk,
 * and processes of one machine may share the file.
 */
export async function sqliteDialect(dataDir: string): Promise<Dialect> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'gateway.db');
  // SQLite gives the mode of this file to the -wal and -shm files beside it.
  await (await open(path, 'a', 0o600)).close();
  const database = new DatabaseSync(path);
  try {
    // The change to WAL needs the file alone, and SQLite does not wait for that by itself.
    await whenFree(() => database.exec('pragma journal_mode = wal'));
    database.exec('pragma synchronous = full');
    // What is deleted is overwritten, as far as that costs no write of its own.
    database.exec('pragma secure_delete = fast');
    database.exec('pragma journal_size_limit = 67108864');
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => sqliteDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function sqliteDriver(database: DatabaseSync): Driver {
  const connection = sqliteConnection(database);
  const execute = async (sql: string) => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => {},
    // Kysely gives the one connection to one user at a time, because the adapter says that there are no more.
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    // A deferred transaction that reads and then writes fails, however long it waits, when another process wrote between.
    beginTransaction: () => execute('begin immediate'),
    commitTransaction: () => execute('commit'),
    // Some errors, a full disk for one, have ended the transaction already.
    rollbackTransaction: async () => {
      if (database.isTransaction) await execute('rollback');
    },
    destroy: async () => database.close(),
  };
}

function sqliteConnection(database: DatabaseSync): DatabaseConnection {
  // Whether a statement gives rows is kept with it: to ask it each time costs as much as to run it.
  const statements = new Map<string, { statement: StatementSync; reads: boolean }>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    if (statements.size >= STATEMENTS) statements.clear();
    const compiled = { statement, reads: statement.columns().length > 0 };
    statements.set(sql, compiled);
    return compiled;
  };
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const values = parameters.map(bindable);
      return whenFree(() => {
        const { statement, reads } = prepare(sql);
        if (reads) return { rows: statement.all(...values) as Row[] };
        const { changes, lastInsertRowid } = statement.run(...values);
        return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
      });
    },
    // biome-ignore lint/correctness/useYield: there is nothing to yield
    async *streamQuery() {
      throw new Error('The embedded storage has one connection, and a slow reader would keep it. Read page by page.');
    },
  };
}

/** Whole numbers are bound as such, not as floating point, so that a division is that of PostgreSQL. */
function bindable(value: unknown): SQLInputValue {
  return (Number.isSafeInteger(value) ? BigInt(value as number) : value) as SQLInputValue;
}

/** Waits for other processes without stopping this one, as SQLite's own busy timeout would. */
async function whenFree<Result>(action: () => Result): Promise<Result> {
  const deadline = performance.now() + BUSY_TIMEOUT_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return action();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await delay(Math.random() * Math.min(attempt, 10));
    }
  }
}

function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  // The low byte is the primary code (SQLITE_BUSY), the rest says why.
  return typeof code === 'number' && (code & 0xff) === 5;
}
