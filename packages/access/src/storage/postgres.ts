import { type Dialect, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

/** A pool of connections to a PostgreSQL server, as a dialect. */
export function postgresDialect(databaseUrl: string): Dialect {
  const pool = new Pool({
    connectionString: checked(databaseUrl),
    application_name: 'voxolib-gateway',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    // A process that stops in the middle of a transaction must not keep its locks.
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    types: { getTypeParser },
  });
  // The pool replaces a connection that breaks while idle, and a query fails on one that breaks under it; without listeners
  // for both, and for the moments between two queries of a transaction, a server that goes away would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool });
}

/** Errors of the parser below show what they were given, and that has a password in it. */
function checked(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') return databaseUrl;
  throw new Error('The database URL must look like postgres://user:password@host:5432/database');
}

const numeric: readonly number[] = [types.builtins.INT8, types.builtins.NUMERIC];

/** As on SQLite: a `bigint`, and hence a count and a sum, is a number, or an error when it is too large for one. */
const getTypeParser: typeof types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  numeric.includes(type) && format !== 'binary' ? toNumber : types.getTypeParser(type, format);

function toNumber(text: string): number {
  const value = Number(text);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new RangeError('Value is too large to be represented as a number');
  return value;
}
