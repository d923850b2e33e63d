import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../measurement.ts';
import type { ServerName } from './servers/index.ts';

export interface ServerProcess {
  url: string;
  /** What its callers bring, where the form of a token is not enough. */
  token?: string | undefined;
  /** That of another account, which may not call as often. */
  limitedToken?: string | undefined;
  /** CPU time that the process has used so far, in microseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts one of the servers and waits until it listens. Its log lines are written, to nowhere. */
export async function startServer(
  name: ServerName,
  toolCount: number,
  { profileTo }: Pick<Settings, 'profileTo'>,
): Promise<ServerProcess> {
  const profile =
    profileTo === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${profileTo}`, `--cpu-prof-name=${name}-${toolCount}.cpuprofile`];
  const child = fork(fileURLToPath(new URL('server-main.ts', import.meta.url)), [name, String(toolCount)], {
    execArgv: [...process.execArgv, ...profile],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { origin, ...tokens } = await message<{ origin: string; token?: string; limitedToken?: string }>(child);
  return {
    url: `${origin}/mcp`,
    ...tokens,
    async cpu() {
      child.send('cpu');
      const { cpu } = await message<{ cpu: NodeJS.CpuUsage }>(child);
      return cpu.user + cpu.system;
    },
    async stop() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The measured server ended'));
    child.once('exit', ended);
    child.once('message', (said) => {
      child.off('exit', ended);
      resolve(said as T);
    });
  });
}
