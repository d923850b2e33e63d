import type { Settings } from '../measurement.ts';
import { best, inTurns } from '../turns.ts';
import { check, cpuPerRequest } from './load.ts';
import type { McpRequest } from './request.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import type { ServerName } from './servers/index.ts';

/** Until most of what a request runs is compiled; the first rounds do the rest. */
const WARM_UP_SECONDS = 6;

/** Sends the same request to servers in turns. Gives the CPU time of each for one request, in microseconds. */
export async function contest<Name extends string>(
  settings: Settings,
  request: McpRequest,
  holds: (result: unknown) => boolean,
  contenders: Readonly<Record<Name, [server: ServerName, toolCount: number]>>,
): Promise<Record<Name, number>> {
  const entries = Object.entries(contenders) as [Name, [ServerName, number]][];
  const started: [Name, ServerProcess][] = [];
  try {
    for (const [name, [server, toolCount]] of entries) {
      const process = await startServer(server, toolCount, settings);
      started.push([name, process]);
      await check(process, request, holds);
      await cpuPerRequest(process, request, WARM_UP_SECONDS);
    }
    const measures = started.map(([name, server]) => [name, () => cpuPerRequest(server, request)] as const);
    const costs = await inTurns(settings.rounds, Object.fromEntries(measures) as Record<Name, () => Promise<number>>);
    return Object.fromEntries(entries.map(([name]) => [name, best(costs[name])])) as Record<Name, number>;
  } finally {
    await Promise.all(started.map(([, server]) => server.stop()));
  }
}
