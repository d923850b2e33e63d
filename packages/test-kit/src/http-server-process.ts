import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { builtProgram } from './built-program.ts';
import { freePort } from './free-port.ts';

export interface HttpServerProcess {
  endpoint: URL;
  /** A working token of the sandbox's demo account. */
  token: string;
  process: ChildProcess;
  /** Everything that it wrote to stdout and stderr. */
  output(): string;
  /** Ends it as an operator does; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** The built HTTP server on a free port with the sandbox behind it, as `pnpm start` runs it. `root` is the repository. */
export async function startHttpServer(root: string, env: Record<string, string> = {}): Promise<HttpServerProcess> {
  const port = String(await freePort());
  const child = spawn(process.execPath, [builtProgram(root, 'apps/http'), '--try'], {
    cwd: root,
    env: { PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  while (!/Ctrl-C stops/.test(output)) {
    const next = await Promise.race([once(child.stdout, 'data').then(() => 'data'), exited.then(() => 'exit')]);
    if (next === 'exit') throw new Error(`The HTTP server ended instead of listening:\n${output}`);
  }
  const fact = (name: string) => new RegExp(`^ *${name} +(\\S+)`, 'm').exec(output)?.[1] ?? '';
  return {
    endpoint: new URL(fact('Endpoint')),
    token: fact('Token'),
    process: child,
    output: () => output,
    stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
