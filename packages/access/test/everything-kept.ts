import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStorage, type StorageOptions } from '../src/storage/storage.ts';

/** All that is stored: every byte of the folder of the embedded database, or every row of every table as text. */
export async function everythingKept(options: StorageOptions): Promise<string> {
  if ('dataDir' in options) {
    const names = await readdir(options.dataDir);
    const files = await Promise.all(names.map((name) => readFile(join(options.dataDir, name), 'latin1')));
    return [...names, ...files].join('\n');
  }
  const { db, close } = await openStorage(options);
  try {
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = current_schema()
    `.execute(db);
    const texts = tables.rows.map(async ({ name }) => {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db);
      return [name, ...rows.map(({ row }) => row)].join('\n');
    });
    return (await Promise.all(texts)).join('\n');
  } finally {
    await close();
  }
}
