import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { builtProgram } from '@voxolib/test-kit/programs';
import { expect } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

export interface RunOptions {
  env?: Record<string, string>;
  /** What stands on standard input, which ends after it. */
  input?: string;
}

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** What must not come out of the program, whatever happens. */
export const secrets = new Set<string>(['secret-canary']);

/** Where the built program is. */
export const program = () => builtProgram(root, 'apps/cli');

/** Runs the built program to its end, with no variables but those given, so that the machine's own play no part. */
export async function voxolib(args: readonly string[], { env = {}, input = '' }: RunOptions = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [program(), ...args], { env: { ...env } });
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.err += text;
  });
  // A program that reads nothing has ended before this is written.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  const outcome = { code: code as number | null, ...written };
  for (const secret of secrets) expect(outcome.out + outcome.err).not.toContain(secret);
  return outcome;
}
