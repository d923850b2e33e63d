import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStorage } from '../src/storage/storage.ts';
import { isUniqueViolation } from '../src/storage/unique-violation.ts';
import { describeStorage } from './engines.ts';

const row = { id: '2026-11', fingerprint: 'f', first_seen_at: 1_795_000_000_123 };

describeStorage('storage', (open) => {
  it('gives a bigint, a count and a sum back as numbers', async () => {
    await using storage = await open();
    const { db } = storage;
    await db.insertInto('gateway_keys').values(row).execute();
    expect(await db.selectFrom('gateway_keys').selectAll().execute()).toEqual([row]);
    const sums = db
      .selectFrom('gateway_keys')
      .select(({ fn }) => [fn.countAll().as('count'), fn.sum('first_seen_at').as('sum')]);
    expect(await sums.executeTakeFirst()).toEqual({ count: 1, sum: row.first_seen_at });
  });

  it('divides whole numbers as whole numbers', async () => {
    await using storage = await open();
    await storage.db.insertInto('gateway_keys').values(row).execute();
    const days = sql<number>`first_seen_at / ${86_400_000}`.as('days');
    expect(await storage.db.selectFrom('gateway_keys').select(days).executeTakeFirst()).toEqual({ days: 20_775 });
  });

  it('refuses a number that JavaScript would round', async () => {
    await using storage = await open();
    const insert = sql`insert into gateway_keys values ('large', 'f', 9007199254740993)`;
    await insert.execute(storage.db);
    await expect(storage.db.selectFrom('gateway_keys').selectAll().execute()).rejects.toThrow('too large');
    await storage.check();
  });

  it('tells a row that is already there from other errors', async () => {
    await using storage = await open();
    const insert = () => storage.db.insertInto('gateway_keys').values(row).execute();
    await insert();
    expect(isUniqueViolation(await insert().catch((error: unknown) => error))).toBe(true);
    const incomplete = sql`insert into gateway_keys (id) values ('x')`.execute(storage.db);
    expect(isUniqueViolation(await incomplete.catch((error: unknown) => error))).toBe(false);
    const unknown = sql`select * from no_such_table`.execute(storage.db);
    expect(isUniqueViolation(await unknown.catch((error: unknown) => error))).toBe(false);
  });

  it('says how many rows a conditional update changed, and returns them', async () => {
    await using storage = await open();
    await storage.db.insertInto('gateway_keys').values(row).execute();
    const consume = () =>
      storage.db.updateTable('gateway_keys').set({ fingerprint: 'used' }).where('fingerprint', '=', 'f');
    expect(await consume().executeTakeFirst()).toMatchObject({ numUpdatedRows: 1n });
    expect(await consume().executeTakeFirst()).toMatchObject({ numUpdatedRows: 0n });
    const returned = await storage.db.deleteFrom('gateway_keys').returning(['id', 'fingerprint']).execute();
    expect(returned).toEqual([{ id: row.id, fingerprint: 'used' }]);
  });

  it('undoes a transaction that throws, and nothing that others wrote meanwhile', async () => {
    await using storage = await open();
    const { db } = storage;
    let other: Promise<unknown> | undefined;
    const transaction = db.transaction().execute(async (inside) => {
      await inside.insertInto('gateway_keys').values(row).execute();
      other = db
        .insertInto('gateway_keys')
        .values({ ...row, id: 'other' })
        .execute();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await inside.selectFrom('gateway_keys').select('id').where('id', '=', row.id).execute()).toHaveLength(1);
      throw new Error('changed my mind');
    });
    await expect(transaction).rejects.toThrow('changed my mind');
    await other;
    expect(await db.selectFrom('gateway_keys').select('id').execute()).toEqual([{ id: 'other' }]);
  });

  it('keeps what was written, and answers no more after the end', async () => {
    await using storage = await open();
    await storage.db.insertInto('gateway_keys').values(row).execute();
    const again = await openStorage(storage.options);
    expect(await again.db.selectFrom('gateway_keys').selectAll().execute()).toEqual([row]);
    await again.close();
    await expect(again.check()).rejects.toThrow();
  });
});
