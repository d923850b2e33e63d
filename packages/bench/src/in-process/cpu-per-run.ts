import { best, inTurns } from '../turns.ts';

const ENOUGH_MICROSECONDS = 800_000;

/** CPU time of each piece of work in this process, in microseconds, garbage collection included. */
export async function cpuPerRun<Name extends string>(
  rounds: number,
  work: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number>> {
  const entries = Object.entries(work) as [Name, () => unknown][];
  for (const [, run] of entries) await measure(run);
  const measures = entries.map(([name, run]) => [name, () => measure(run)] as const);
  const costs = await inTurns(rounds, Object.fromEntries(measures) as Record<Name, () => Promise<number>>);
  return Object.fromEntries(entries.map(([name]) => [name, best(costs[name])])) as Record<Name, number>;
}

/** Counts CPU time and not time: others may have the core in between. */
async function measure(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  let runs = 0;
  for (let batch = 1; ; batch *= 2) {
    for (let index = 0; index < batch; index += 1) await run();
    runs += batch;
    const { user, system } = process.cpuUsage(before);
    const used = user + system;
    if (used >= ENOUGH_MICROSECONDS) return used / runs;
  }
}
