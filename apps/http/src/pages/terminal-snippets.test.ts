import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { OPENSSL_TOKEN, PYTHON_TOKEN } from './terminal-snippets.ts';

const KEYS = { publicKey: 'pk.clé_1', secretKey: 'sécrèt $HOME "x" \\n' };
const TOKEN = `${KEYS.publicKey}.${createHmac('sha256', KEYS.secretKey).update(`${KEYS.publicKey}cdr`).digest('hex')}`;

/** In a session of its own, so that the program finds no terminal and reads the keys from its input. */
function answerOf(program: string, ...args: string[]): string {
  const input = `${KEYS.publicKey}\n${KEYS.secretKey}\n`;
  return spawnSync('setsid', ['--wait', program, ...args], { input, encoding: 'utf8' }).stdout;
}

const has = (...names: string[]) => names.every((name) => spawnSync('which', [name]).status === 0);

it.skipIf(!has('setsid', 'python3'))(
  'computes the token in Python (skipped where python3 or setsid is missing)',
  () => {
    expect(answerOf('python3', '-c', PYTHON_TOKEN)).toContain(TOKEN);
  },
);

it.skipIf(!has('setsid', 'bash', 'openssl'))(
  'computes the token with openssl (skipped where bash, openssl or setsid is missing)',
  () => {
    expect(answerOf('bash', '-c', OPENSSL_TOKEN)).toContain(`\n${TOKEN}\n`);
  },
);
