import { expect, it } from 'vitest';
import { openStorage, type Storage } from '../src/storage/storage.ts';
import { describeStorage } from './engines.ts';
import { start, startAll, WITH_PROCESSES } from './processes/start.ts';
import type { WriteRows } from './processes/write-rows.ts';

async function written({ db }: Storage): Promise<{ ids: Set<string>; count: number }> {
  const rows = await db.selectFrom('gateway_keys').selectAll().execute();
  const count = rows.find(({ id }) => id === 'count')?.first_seen_at ?? 0;
  return { ids: new Set(rows.map(({ id }) => id).filter((id) => id !== 'count')), count };
}

describeStorage('processes that share a database', (_open, engine) => {
  it('lose no row and no count to each other', WITH_PROCESSES, async () => {
    await using place = await engine.place();
    const { options } = place;
    const inputs = ['a', 'b'].map((writer): WriteRows => ({ options, writer, rows: 100 }));
    const processes = await startAll<string>('./write-rows.ts', inputs);
    expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual([0, 0]);
    const storage = await openStorage(options);
    const { ids, count } = await written(storage);
    expect(ids).toEqual(new Set(processes.flatMap(({ reports }) => reports)));
    expect(count).toBe(200);
    await storage.close();
  });

  it('keep every row that was acknowledged before a kill, and no half transaction', WITH_PROCESSES, async () => {
    await using place = await engine.place();
    const { options } = place;
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const input: WriteRows = { options, writer: `round-${round}`, rows: 100_000 };
      const process = await start<string>('./write-rows.ts', input);
      process.go();
      // Each time somewhere else: between two commits, in one, or in the first of all.
      await expect.poll(() => process.reports.length, { interval: 1 }).toBeGreaterThan(round * 20);
      process.kill();
      expect(await process.ended).toBeNull();
      acknowledged.push(...process.reports);
    }
    const storage = await openStorage(options);
    const { ids, count } = await written(storage);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(count).toBe(ids.size);
    await storage.close();
  });
});
