import { expect, it } from 'vitest';
import { describeStorage } from './engines.ts';

describeStorage('storage', (open) => {
  it('gives a bigint, a count and a sum back as numbers', async () => {
    await using_(open, async ({ db }) => {
      const row = { id: '2026-11', fingerprint: 'f', first_seen_at: 1_795_000_000_123 };
      await db.insertInto('gateway_keys').values(row).execute();
      expect(await db.selectFrom('gateway_keys').selectAll().execute()).toEqual([row]);
      const sums = db
        .selectFrom('gateway_keys')
        .select((e) => [e.fn.countAll().as('n'), e.fn.sum('first_seen_at').as('sum')]);
      expect(await sums.executeTakeFirst()).toEqual({ n: 1, sum: row.first_seen_at });
    });
  });
});

async function using_<S extends { close(): Promise<void> }>(
  open: () => Promise<S>,
  use: (storage: S) => Promise<void>,
) {
  const storage = await open();
  try {
    await use(storage);
  } finally {
    await storage.close();
  }
}
