import type { Settings } from '../measurement.ts';
import { best, inTurns } from '../turns.ts';
import { check, type LoadResult, load } from './load.ts';
import type { McpRequest } from './request.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import type { ServerName } from './servers/index.ts';

/** Until most of what a request runs is compiled; the first rounds do the rest. */
const WARM_UP_SECONDS = 6;

type Contenders<Name extends string> = Readonly<Record<Name, [server: ServerName, toolCount: number]>>;

/** Sends the same request to servers in turns. Gives the CPU time of each for one request, in microseconds. */
export async function contest<Name extends string>(
  settings: Settings,
  request: McpRequest,
  holds: (result: unknown) => boolean,
  contenders: Contenders<Name>,
): Promise<Record<Name, number>> {
  const rounds = Object.entries<LoadResult[]>(await roundsOf(settings, request, holds, contenders));
  return Object.fromEntries(rounds.map(([name, loads]) => [name, best(loads.map(({ cpu }) => cpu))])) as Record<
    Name,
    number
  >;
}

/** The same, with everything that each round has shown. */
export async function roundsOf<Name extends string>(
  settings: Settings,
  request: McpRequest,
  holds: (result: unknown) => boolean,
  contenders: Contenders<Name>,
): Promise<Record<Name, LoadResult[]>> {
  const entries = Object.entries(contenders) as [Name, [ServerName, number]][];
  const started: [Name, ServerProcess][] = [];
  try {
    for (const [name, [server, toolCount]] of entries) {
      const process = await startServer(server, toolCount, settings);
      started.push([name, process]);
      await check(process, request, holds);
      await load(process, request, WARM_UP_SECONDS);
    }
    const measures = started.map(([name, server]) => [name, () => load(server, request)] as const);
    return await inTurns(settings.rounds, Object.fromEntries(measures) as Record<Name, () => Promise<LoadResult>>);
  } finally {
    await Promise.all(started.map(([, server]) => server.stop()));
  }
}
