import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { from } from '../http/load.ts';
import { politeCalls } from '../http/polite-calls.ts';
import { callsOf } from '../http/request.ts';
import { type ServerProcess, startServer } from '../http/server-process.ts';
import { week } from '../instant-account.ts';
import type { Measurement } from '../measurement.ts';
import { inTurns, median, p95 } from '../turns.ts';

const CALLS = 300;
/** Longer than the calls of the polite client take. */
const ABUSE_SECONDS = 5;
const UNTIL_REFUSED_MS = 1_500;

/** What one client that goes on far beyond its limit costs another that does not. */
export const abusiveClient: Measurement = {
  name: 'abusive-client',
  async run({ rounds }) {
    const server = await startServer('staticTokenGateway', 40, { profileTo: undefined });
    try {
      const polite = () => politeCalls(server.url, from(server, callsOf(week)), CALLS);
      await polite();
      const times = await inTurns(rounds, {
        alone: async () => p95(await polite()),
        disturbed: async () => {
          const abuse = abusing(server);
          await setTimeout(UNTIL_REFUSED_MS);
          const time = p95(await polite());
          if ((await abuse) === 0) throw new Error('The abusive client was not refused');
          return time;
        },
      });
      const reference = { what: 'without it', cost: median(times.alone) };
      const what = 'p95 of a client while another one is far beyond its limit, on 16 connections';
      return [{ what, unit: 'ms', ours: median(times.disturbed), reference, target: 1.2 }];
    } finally {
      await server.stop();
    }
  },
};

/** Gives how often it was refused. */
async function abusing({ url, limitedToken }: ServerProcess): Promise<number> {
  const child = fork(fileURLToPath(new URL('../http/abuse-main.ts', import.meta.url)));
  child.send({ url, seconds: ABUSE_SECONDS, ...from({ token: limitedToken }, callsOf(week)) });
  const [{ refused }] = (await once(child, 'message')) as [{ refused: number }];
  return refused;
}
