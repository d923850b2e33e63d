import type { Compilable, Kysely } from 'kysely';
import type { Database } from './database.ts';

/**
 * A query whose text is made once, and not for each run, which costs more than to run it. `query` has any values in the
 * places of its parameters; each run gives all of them, in the order in which they stand in the text.
 */
export function prepared<Row>(
  db: Kysely<Database>,
  query: Compilable<Row>,
): (...parameters: readonly unknown[]) => Promise<Row[]> {
  const compiled = query.compile();
  return async (...parameters) => {
    if (parameters.length !== compiled.parameters.length) throw new TypeError('Not as many values as parameters');
    const result = await db.executeQuery<Row>({ ...compiled, parameters });
    return result.rows;
  };
}
