import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { builtProgram } from '@voxolib/test-kit/programs';
import { afterEach, expect, vi } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

export interface ProgramOptions {
  args?: string[];
  env?: Record<string, string>;
  /** Arguments of Node itself. */
  nodeArgs?: string[];
}

/** The built program, as an MCP client starts it. */
export interface Program {
  child: ChildProcess;
  stdin: NodeJS.WritableStream;
  stdout(): string;
  stderr(): string;
  /** Sends one line. */
  send(line: string): void;
  /** Sends a request and resolves when its answer is there. */
  ask(id: number, method: string, params?: object): Promise<Answer>;
  /** Resolves with the exit code; fails when the program is still there after so many milliseconds. */
  ended(withinMs?: number): Promise<number | null>;
}

export interface Answer {
  result?: { content?: { text: string }[]; tools?: unknown[] };
  error?: { code: number; message: string };
}

/** What must not come out of any program, whatever happens. */
export const secrets = new Set<string>(['secret-canary']);

const started: Program[] = [];

afterEach(() => {
  for (const { child, stdout, stderr } of started.splice(0)) {
    child.kill('SIGKILL');
    for (const secret of secrets) {
      expect(stdout()).not.toContain(secret);
      expect(stderr()).not.toContain(secret);
    }
  }
});

/** With no variables but those given, so that the machine's own play no part. */
export function startProgram({ args = [], env = {}, nodeArgs = [] }: ProgramOptions = {}): Program {
  const child = spawn(process.execPath, [...nodeArgs, builtProgram(root, 'apps/stdio'), ...args], { env });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.stderr += text;
  });
  // A program that has ended takes no more input; its exit says why.
  child.stdin.on('error', () => {});
  const closed = once(child, 'close').then(([code]) => code as number | null);
  const program: Program = {
    child,
    stdin: child.stdin,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    send: (line) => void child.stdin.write(`${line}\n`),
    async ask(id, method, params = {}) {
      program.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
      return vi.waitFor(() => answerTo(id, written), { timeout: 20_000, interval: 10 });
    },
    async ended(withinMs = 30_000) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`Still there after ${withinMs} ms:\n${written.stderr}`)), withinMs);
      });
      return Promise.race([closed, late]).finally(() => clearTimeout(timer));
    },
  };
  started.push(program);
  return program;
}

/** Runs the program to its end, with nothing on stdin. */
export async function runProgram(options: ProgramOptions): Promise<{ code: number | null; out: string; err: string }> {
  const program = startProgram(options);
  program.stdin.end();
  const code = await program.ended();
  return { code, out: program.stdout(), err: program.stderr() };
}

/** The lines of stdout. Fails when one of them is not JSON-RPC. */
export function messagesOf(stdout: string): (Answer & { id?: number })[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const message = JSON.parse(line);
      expect(message).toHaveProperty('jsonrpc', '2.0');
      return message;
    });
}

function answerTo(id: number, written: { stdout: string; stderr: string }): Answer {
  const answer = messagesOf(written.stdout).find((message) => message.id === id);
  if (answer === undefined) throw new Error(`No answer to ${id} yet:\n${written.stdout}\n${written.stderr}`);
  return answer;
}
