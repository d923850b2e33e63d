import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '@voxolib/test-kit/programs';

export interface RedisServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it as a crash would. Only this one: the server that the machine shares is left alone. */
  kill(): Promise<void>;
}

// biome-ignore lint/style/noProcessEnv: only CI says that it is CI
const inCi = Boolean(process.env.CI);

/** Why there can be no Redis server of a test's own. Never set in CI, where it must be there. */
export const redisServerAbsent =
  inCi || spawnSync('redis-server', ['--version']).status === 0 ? undefined : 'redis-server is not installed';

/** A Redis server of the test's own, in memory, on a free port or on the one of a server that was killed. */
export async function startRedisServer(port?: number): Promise<RedisServer> {
  const on = port ?? (await freePort());
  const settings = ['--port', String(on), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', '/tmp'];
  const server = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error('redis-server ended before it was ready')));
    server.stdout.on('data', (text) => String(text).includes('Ready to accept connections') && resolve());
  });
  return {
    url: `redis://127.0.0.1:${on}`,
    process: server,
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
  };
}
