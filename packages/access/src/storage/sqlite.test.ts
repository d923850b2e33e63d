import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStorage, type Storage } from './storage.ts';

let dataDir: string;
let storage: Storage;

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'access-')), 'made', 'by', 'itself');
  storage = await openStorage({ dataDir });
});
afterEach(async () => {
  await storage.close();
  await rm(join(dataDir, '../../..'), { recursive: true });
});

const insert = (id: string) =>
  storage.db.insertInto('gateway_keys').values({ id, fingerprint: 'f', first_seen_at: 1 }).execute();
const pragma = async (name: string) => {
  const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(storage.db);
  return Object.values(rows[0] ?? {})[0];
};

it('writes ahead, waits for the disk, overwrites what it deletes', async () => {
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous')).toBe(2);
  expect(await pragma('secure_delete')).toBe(2);
});

it('is readable by its owner alone', async () => {
  await insert('a');
  const files = await readdir(dataDir);
  expect(files.sort()).toEqual(['gateway.db', 'gateway.db-shm', 'gateway.db-wal']);
  for (const file of files) expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600);
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
});

it('goes on working while it waits for another process', async () => {
  const other = new DatabaseSync(join(dataDir, 'gateway.db'));
  other.exec('begin immediate');
  // A wait that stops this process would never see its end.
  setTimeout(() => other.exec('commit'), 50);
  await insert('a');
  expect(await storage.db.selectFrom('gateway_keys').select('id').execute()).toEqual([{ id: 'a' }]);
  other.close();
});

it('lets a transaction read before it writes, whatever another process does', async () => {
  const other = await openStorage({ dataDir });
  await insert('count');
  const increment = ({ db }: Storage) =>
    db.transaction().execute(async (transaction) => {
      const { first_seen_at } = await transaction.selectFrom('gateway_keys').selectAll().executeTakeFirstOrThrow();
      await new Promise((resolve) => setTimeout(resolve, 1));
      await transaction
        .updateTable('gateway_keys')
        .set({ first_seen_at: first_seen_at + 1 })
        .execute();
    });
  await Promise.all(Array.from({ length: 20 }, (_, index) => increment(index % 2 ? storage : other)));
  const row = await other.db.selectFrom('gateway_keys').selectAll().executeTakeFirst();
  expect(row?.first_seen_at).toBe(21);
  await other.close();
});

it('takes any number of different queries', async () => {
  for (let index = 0; index < 1_200; index += 1) {
    const { rows } = await sql`select ${sql.raw(String(index))} as n`.execute(storage.db);
    expect(rows).toEqual([{ n: index }]);
  }
});

it('refuses to stream', async () => {
  const stream = storage.db.selectFrom('gateway_keys').selectAll().stream();
  await expect(stream[Symbol.asyncIterator]().next()).rejects.toThrow('page by page');
  await storage.check();
});
