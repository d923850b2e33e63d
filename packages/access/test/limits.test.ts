import { expect, it } from 'vitest';
import { embedTier } from '../src/limits/tier.ts';
import { readUsage } from '../src/limits/usage.ts';
import { openStorage, type StorageOptions } from '../src/storage/storage.ts';
import { describeStorage } from './engines.ts';
import type { CountCalls } from './processes/count-calls.ts';
import { start, startAll, WITH_PROCESSES } from './processes/start.ts';

const month = new Date().toISOString().slice(0, 7);
/** So many calls are lost at most when a process is killed. */
const AT_RISK = 100;

async function stored(options: StorageOptions): Promise<number> {
  const storage = await openStorage(options);
  const [usage] = await readUsage(storage, 'someone', month);
  await storage.close();
  return usage?.calls ?? 0;
}

describeStorage('calls of a month in several processes', (_open, engine) => {
  it('are admitted exactly up to the limit', WITH_PROCESSES, async () => {
    await using place = await engine.place();
    const { options } = place;
    const tier = embedTier({ partner: 'x', callsPerMinute: null, callsPerMonth: 500 });
    const inputs = [1, 2, 3].map((): CountCalls => ({ options, tier, times: 20, atOnce: 12 }));
    const processes = await startAll<number>('./count-calls.ts', inputs);
    expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    const admitted = processes.map(({ reports }) => reports.at(-1) ?? 0);
    expect(admitted.reduce((sum, each) => sum + each)).toBe(500);
    expect(await stored(options)).toBe(500);
  });

  it('are in the database but for a few when a process is killed', WITH_PROCESSES, async () => {
    await using place = await engine.place();
    const { options } = place;
    const tier = embedTier({ partner: 'x', callsPerMinute: null });
    let admitted = 0;
    for (let round = 1; round <= 3; round += 1) {
      const input: CountCalls = { options, tier, times: 1_000_000, atOnce: 7 };
      const process = await start<number>('./count-calls.ts', input);
      process.go();
      await expect.poll(() => process.reports.at(-1) ?? 0, { interval: 1 }).toBeGreaterThan(300);
      process.kill();
      expect(await process.ended).toBeNull();
      admitted += process.reports.at(-1) ?? 0;
      expect(await stored(options)).toBeGreaterThanOrEqual(admitted - round * AT_RISK);
    }
  });
});
