import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldProcess, type RunFoldTask } from '../fold/fold-process.ts';
import { PAGE, writePages } from '../fold/pages-file.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { best, inTurns } from '../turns.ts';

const CALLS = 1_000_000;
const FEWER = 100_000;
const MEGABYTE = 1_000_000;
const orders = { time: 'in order', none: 'in no order' } as const;

/** Pages of a vendor's records of single calls, read into the rows of a daily report. */
export const foldCalls: Measurement = {
  name: 'fold-calls',
  async run({ rounds }) {
    const folder = await mkdtemp(join(tmpdir(), 'voxolib-bench-'));
    const path = (order: string) => join(folder, `${order}.ndjson`);
    try {
      const run = await foldProcess(folder);
      await writePages(path('time'), CALLS, 'time');
      await writePages(path('none'), CALLS, 'none');
      return [
        await cpu(run, path('time'), rounds, orders.time),
        await cpu(run, path('none'), rounds, orders.none),
        ...(await memory(run, path('none'), rounds)),
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function cpu(run: RunFoldTask, path: string, rounds: number, order: string): Promise<Figure> {
  const pages = CALLS / PAGE;
  const cost = await inTurns(rounds, {
    parse: async () => (await run('parse', path, pages)).milliseconds,
    fold: async () => (await run('fold', path, pages)).milliseconds,
  });
  const bytes = Math.round((await stat(path)).size / CALLS);
  return {
    what: `a daily report of 1,000,000 call records of ${bytes} bytes, ${order}`,
    unit: 'ms CPU',
    ours: best(cost.fold),
    reference: { what: '`JSON.parse` of the same bytes', cost: best(cost.parse) },
    target: 1.5,
  };
}

async function memory(run: RunFoldTask, path: string, rounds: number): Promise<Figure[]> {
  const live: Record<number, number[]> = { [CALLS]: [], [FEWER]: [] };
  const peak = (calls: number) => async () => {
    const { peakBytes, liveBytes } = await run('stream', path, calls / PAGE);
    live[calls]?.push(liveBytes / MEGABYTE);
    return peakBytes / MEGABYTE;
  };
  const peaks = await inTurns(rounds, { all: peak(CALLS), fewer: peak(FEWER) });
  const figure = (what: string, all: readonly number[], fewer: readonly number[]): Figure => ({
    what: `a daily report of 1,000,000 call records, ${what}`,
    unit: 'MB',
    ours: Math.max(...all),
    reference: { what: '100,000 records', cost: Math.max(...fewer) },
  });
  return [
    figure('most memory of the process', peaks.all, peaks.fewer),
    figure('live heap after the last page', live[CALLS] ?? [], live[FEWER] ?? []),
  ];
}
