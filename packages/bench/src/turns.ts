/**
 * Measures contenders in turns, so that whatever else the machine does falls on all of them alike.
 * Every second round goes backwards. Gives the costs of each, in the order of rounds.
 */
export async function inTurns<Name extends string, Cost = number>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<Cost>>>,
): Promise<Record<Name, Cost[]>> {
  const entries = Object.entries(contenders) as [Name, () => Promise<Cost>][];
  const costs = Object.fromEntries(entries.map(([name]): [Name, Cost[]] => [name, []])) as Record<Name, Cost[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of round % 2 === 0 ? entries : entries.toReversed()) costs[name].push(await measure());
  }
  return costs;
}

/** The least disturbed round: noise only ever adds to CPU time. */
export function best(costs: readonly number[]): number {
  return Math.min(...costs);
}

/** What all but five in a hundred stay under. */
export function p95(costs: readonly number[]): number {
  return costs.toSorted((a, b) => a - b)[Math.floor(costs.length * 0.95)] ?? Number.NaN;
}

export function median(costs: readonly number[]): number {
  const sorted = costs.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
