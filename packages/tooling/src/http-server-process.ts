import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

export interface HttpServerProcess {
  endpoint: URL;
  token: string;
  stop(): Promise<void>;
}

/** The built HTTP server on a free port with the sandbox behind it, as `pnpm start` runs it. */
export async function startHttpServer(root: string): Promise<HttpServerProcess> {
  const port = String(await freePort());
  const child = spawn(process.execPath, ['apps/http/dist/main.js', '--try'], {
    cwd: root,
    env: { PATH: '', PORT: port, VOXOLIB_ADMIN: 'true' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let endpoint: string | undefined;
  let token: string | undefined;
  for await (const line of createInterface(child.stdout)) {
    endpoint ??= /^ *Endpoint +(\S+)/.exec(line)?.[1];
    token ??= /^ *Token +(\S+)/.exec(line)?.[1];
    if (endpoint !== undefined && token !== undefined) break;
  }
  if (endpoint === undefined || token === undefined) throw new Error('The HTTP server did not say where it is');
  child.stdout.resume();
  return {
    endpoint: new URL(endpoint),
    token,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port could be had');
  return address.port;
}
