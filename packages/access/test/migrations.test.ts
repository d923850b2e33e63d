import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Migration, migrate } from '../src/storage/migrate.ts';
import { migrations } from '../src/storage/migrations/index.ts';
import { openStorage, type Storage } from '../src/storage/storage.ts';
import { describeStorage } from './engines.ts';
import { startAll, WITH_PROCESSES } from './processes/start.ts';
import type { WriteRows } from './processes/write-rows.ts';

const applied = ({ db }: Storage) => db.selectFrom('schema_migrations').selectAll().orderBy('name').execute();
const names = async (storage: Storage) => (await applied(storage)).map(({ name }) => name);
const known = migrations.map(({ name }) => name);

const stars: Migration = {
  name: '9998-stars',
  up: (db) => db.schema.createTable('stars').addColumn('id', 'text').execute(),
};
const broken: Migration = {
  name: '9999-broken',
  async up(db) {
    await sql`insert into stars values ('sirius')`.execute(db);
    throw new Error('half way');
  },
};

it('have different names, in the order in which they are applied', () => {
  expect(known).toEqual([...new Set(known)].sort());
});

describeStorage('migrations', (open, engine) => {
  it('are applied once', async () => {
    await using storage = await open();
    const before = await applied(storage);
    expect(before.map(({ name }) => name)).toEqual(known);
    const again = await openStorage(storage.options);
    expect(await applied(again)).toEqual(before);
    await again.close();
  });

  it('are applied all or not at all', async () => {
    await using storage = await open();
    const { db, dialect } = storage;
    await expect(migrate(db, dialect, [...migrations, stars, broken])).rejects.toThrow('half way');
    expect(await names(storage)).toEqual(known);
    await expect(sql`select * from stars`.execute(db)).rejects.toThrow('stars');
    await migrate(db, dialect, [...migrations, stars]);
    expect(await names(storage)).toEqual([...known, stars.name]);
    expect((await sql`select * from stars`.execute(db)).rows).toEqual([]);
  });

  it('of a newer version do not stop this one, so that replicas can be replaced one by one', async () => {
    await using storage = await open();
    await migrate(storage.db, storage.dialect, [...migrations, stars]);
    const older = await openStorage(storage.options);
    expect(await names(older)).toEqual([...known, stars.name]);
    await older.close();
  });

  it('are applied once by processes that start at once', WITH_PROCESSES, async () => {
    await using place = await engine.place();
    const { options } = place;
    const inputs = ['a', 'b', 'c', 'd'].map((writer): WriteRows => ({ options, writer, rows: 5 }));
    const processes = await startAll<string>('./write-rows.ts', inputs);
    expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
    const storage = await openStorage(options);
    expect(await names(storage)).toEqual(known);
    const count = storage.db.selectFrom('gateway_keys').select('first_seen_at').where('id', '=', 'count');
    expect(await count.executeTakeFirst()).toEqual({ first_seen_at: 20 });
    await storage.close();
  });
});
