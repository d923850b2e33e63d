import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { builtProgram, freePort } from '@voxolib/test-kit/programs';

const root = fileURLToPath(new URL('../../../../..', import.meta.url));

/** One of several processes of the real program. */
export interface Replica {
  readonly port: number;
  readonly process: ChildProcess;
  /** What it wrote, to both. */
  output(): string;
  /** With a signal that leaves it no time. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
}

/** Starts the built program, and resolves when it takes requests. It reads no client documents but those of `documents`. */
export async function startReplica(env: Record<string, string>, documents?: string): Promise<Replica> {
  const port = await freePort();
  const child = spawn(process.execPath, [builtProgram(root, 'apps/http')], {
    env: {
      METRICS_PORT: '0',
      ...env,
      PORT: String(port),
      ...(documents !== undefined && {
        NODE_OPTIONS: `--import=${new URL('./client-documents.ts', import.meta.url)}`,
        CLIENT_DOCUMENTS: documents,
      }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  while (!(await takesRequests(port))) {
    if (child.exitCode !== null) throw new Error(`The server ended instead of listening:\n${output}`);
    await delay(50);
  }
  return {
    port,
    process: child,
    output: () => output,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

async function takesRequests(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
