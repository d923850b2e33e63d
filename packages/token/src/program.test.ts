import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runProgram } from './program.ts';

const TOKEN = 'pk_test.85e77c414697c7bf4d5abee24b0db75744113fddf58ac44bd51b6b97713db096\n';

interface Run {
  args?: string[];
  env?: Record<string, string>;
  /** Piped in at once, then the input ends. */
  piped?: string;
  /** Typed at a terminal, each when its turn comes. */
  typed?: string[];
}

async function run({ args = [], env = {}, piped = '', typed }: Run) {
  const input = Object.assign(new PassThrough(), { isTTY: typed !== undefined, setRawMode: () => {} });
  const output = new PassThrough();
  const prompts = new PassThrough();
  const shown = text(prompts);
  if (typed === undefined) input.end(piped);
  const exit = runProgram({ args, env, input, output, prompts, version: '1.2.3' });
  for (const line of typed ?? []) {
    await pause(20);
    input.write(line);
  }
  const code = await exit;
  output.end();
  prompts.end();
  return { code, output: await text(output), prompts: await shown };
}

describe('voxolib-token', () => {
  it('reads both keys from the environment and asks nothing', async () => {
    const env = { VOXOLIB_API_PUBLIC_KEY: 'pk_test', VOXOLIB_CLIENT_SECRET_KEY: 'secret' };
    expect(await run({ env })).toEqual({ code: 0, output: TOKEN, prompts: '' });
  });

  it('reads both keys from a pipe, with the line ends of any system', async () => {
    for (const piped of ['pk_test\nsecret\n', 'pk_test\r\nsecret\r\n', 'pk_test\nsecret']) {
      expect(await run({ piped })).toMatchObject({ code: 0, output: TOKEN });
    }
  });

  it('asks for the one that is missing or empty', async () => {
    const env = { VOXOLIB_API_PUBLIC_KEY: 'pk_test', VOXOLIB_CLIENT_SECRET_KEY: '' };
    const { code, output, prompts } = await run({ env, piped: 'secret\n' });
    expect({ code, output }).toEqual({ code: 0, output: TOKEN });
    expect(prompts).toContain('Secret key');
    expect(prompts).not.toContain('Public key');
  });

  it('shows the public key while it is typed, and not the secret', async () => {
    const { code, output, prompts } = await run({ typed: ['pk_test\r', 'cana', 'ry\r'] });
    expect(code).toBe(0);
    expect(output).toMatch(/^pk_test\.[0-9a-f]{64}\n$/);
    expect(prompts).toContain('pk_test');
    expect(prompts).not.toMatch(/cana|ry\b/);
  });

  it('hides the secret also when both keys are pasted together', async () => {
    const { code, output, prompts } = await run({ typed: ['pk_test\rcanary\r'] });
    expect(code).toBe(0);
    expect(output).toMatch(/^pk_test\.[0-9a-f]{64}\n$/);
    expect(prompts).not.toContain('canary');
  });

  it('ends with 1 and prints no token when it is given no key, or Ctrl-C', async () => {
    for (const given of [
      { piped: '' },
      { piped: 'pk_test\n' },
      { piped: '\nsecret\n' },
      { typed: ['pk_test\r', '\u0003'] },
    ]) {
      expect(await run(given)).toMatchObject({ code: 1, output: '' });
    }
  });

  it('names the variable of a key that it refuses, without repeating it', async () => {
    const env = { VOXOLIB_API_PUBLIC_KEY: 'pk_test', VOXOLIB_CLIENT_SECRET_KEY: ' canary' };
    const { code, output, prompts } = await run({ env });
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(prompts).toContain('VOXOLIB_CLIENT_SECRET_KEY');
    expect(prompts).not.toContain('canary');
  });

  it('refuses every argument, says why, and does not repeat it', async () => {
    for (const args of [['canary'], ['--secret=canary'], ['--help', 'canary'], ['']]) {
      const { code, output, prompts } = await run({ args });
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(prompts).toContain('every user of a machine can read the arguments');
      expect(prompts).not.toContain('canary');
    }
  });

  it('has help and a version', async () => {
    expect(await run({ args: ['--help'] })).toMatchObject({ code: 0, output: expect.stringContaining('Usage:') });
    expect(await run({ args: ['--version'] })).toEqual({ code: 0, output: '1.2.3\n', prompts: '' });
  });
});
