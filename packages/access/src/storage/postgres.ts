import { PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

/** A pool of connections to a PostgreSQL server, as a dialect. */
export function postgresDialect(databaseUrl: string): PostgresDialect {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'voxolib',
    connectionTimeoutMillis: 5_000,
    types: { getTypeParser },
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

const numbers: readonly number[] = [types.builtins.INT8, types.builtins.NUMERIC];

/** As on SQLite: a `bigint`, and hence a count and a sum, is a number. */
const getTypeParser: typeof types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  numbers.includes(type) && format !== 'binary' ? Number : types.getTypeParser(type, format);
