import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { CompiledQuery, type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely';

/** Longest wait for another process that writes. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * The file of the embedded storage, as a dialect. WAL and `synchronous=FULL`: a row that was acknowledged is on the disk,
 * and processes of one machine may share the file.
 */
export async function sqliteDialect(dataDir: string): Promise<SqliteDialect> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'gateway.db');
  // SQLite gives the mode of this file to the -wal and -shm files beside it.
  await (await open(path, 'a', 0o600)).close();
  const database = new DatabaseSync(path);
  database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full');
  const statement = (sql: string) => adapt(database.prepare(sql));
  return new ImmediateDialect({ database: { prepare: statement, close: () => database.close() } });
}

/** The form in which Kysely expects a statement, which is that of another library. */
function adapt(statement: StatementSync) {
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...bindable(parameters)),
    run: (parameters: readonly unknown[]) => statement.run(...bindable(parameters)),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...bindable(parameters)),
  };
}

function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0];

  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
}

class ImmediateDriver extends SqliteDriver {
  /** A transaction that reads first and writes later fails at once, without waiting, when another process wrote between. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
