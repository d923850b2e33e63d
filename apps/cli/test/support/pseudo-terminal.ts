import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';
import { program, secrets } from './program.ts';

interface Typing {
  /** What is typed, once the terminal shows this. */
  after: RegExp;
  type: string;
}

/**
 * Runs the built program at a pseudo-terminal, which `script` of util-linux makes: standard output, input and messages are that terminal.
 * @returns everything that was shown, and the exit code.
 */
export async function atTerminal(
  args: readonly string[],
  { env = {}, typing = [] }: { env?: Record<string, string>; typing?: readonly Typing[] } = {},
): Promise<{ code: number | null; shown: string }> {
  const command = [process.execPath, program(), ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const child = spawn('script', ['--quiet', '--return', '--command', `stty cols 120; ${command}`, '/dev/null'], {
    env: { PATH: '/usr/bin:/bin', TERM: 'xterm-256color', SHELL: '/bin/sh', ...env },
  });
  let shown = '';
  const left = [...typing];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const [next] = left;
    if (next === undefined || !next.after.test(shown)) return;
    left.shift();
    child.stdin.write(next.type);
  });
  const [code] = await once(child, 'close');
  for (const secret of secrets) expect(shown).not.toContain(secret);
  return { code: code as number | null, shown };
}
