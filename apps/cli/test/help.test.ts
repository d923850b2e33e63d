import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '../src/command-line/build-program.ts';
import { commands } from '../src/commands/index.ts';
import { exitCodes } from '../src/exit-code.ts';
import { createTerminal } from '../src/terminal/terminal.ts';
import { voxolib } from './support/program.ts';

const names = commands.map(({ name }) => name);

test.each([[[]], [['--help']], [['-h']], [['help']]])('%j names every command and every exit code', async (args) => {
  const { out, code } = await voxolib(args);
  for (const name of names) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  for (const number of Object.values(exitCodes)) expect(out).toMatch(new RegExp(`^  ${number} `, 'm'));
  expect(code).toBe(0);
});

// What follows voipms is read by that command, which has help of its own on methods.
describe.each(names)('%s', (name) => {
  test('help before, help behind and --help are the same', async () => {
    const [before, option] = await Promise.all([voxolib(['help', name]), voxolib([name, '--help'])]);
    expect(before.out).toMatch(new RegExp(`^Usage: voxolib ${name}`));
    expect(option.out).toBe(before.out);
    if (name !== 'voipms') expect((await voxolib([name, 'help'])).out).toBe(before.out);
    expect([before.code, option.code, before.err]).toEqual([0, 0, '']);
  });
});

describe('the examples of help', () => {
  const lines = commands.flatMap(({ name, examples = [] }) => examples.map((line) => [line, name] as const));

  test.each(lines)('%s', (line, name) => {
    const [program, ...words] = line.split(/ (?:[>|]|>>) ?/)[0]?.split(' ') ?? [];
    const chosen: string[] = [];
    const silent = new PassThrough();
    const terminal = createTerminal({ env: {}, input: silent, output: silent, messages: silent });
    buildProgram(commands, terminal, (command) => chosen.push(command.name)).parse(words, { from: 'user' });
    expect([program, chosen]).toEqual(['voxolib', [name]]);
  });
});

test('list has every command', async () => {
  const { out } = await voxolib(['list', '--format', 'json']);
  expect(JSON.parse(out).map(({ name }: { name: string }) => name)).toEqual(names);
});

test('--version', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(await voxolib(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('a slip is answered with what it may have been', async () => {
  const { err, code } = await voxolib(['stat']);
  expect(err).toContain('Did you mean stats?');
  expect(code).toBe(2);
});

test('an older Node.js is told what is needed', async () => {
  const older = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } });';
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(older)}` };
  expect(await voxolib(['--version'], { env })).toEqual({
    code: 2,
    out: '',
    err: 'voxolib needs Node.js 22 or newer, and this is 20.20.2.\n',
  });
});

test('a start loads none of the work: no vendor, no tool, no schema', async () => {
  const loaded = `
    import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { if (url.startsWith('file:')) process.stderr.write(url + '\\n'); return next(url, context); } });`;
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(loaded)}` };
  const bytes = async (args: string[]) => {
    const { err } = await voxolib(args, { env });
    const files = err.split('\n').filter((line) => line.startsWith('file:'));
    return files.reduce((sum, url) => sum + readFileSync(new URL(url)).length, 0);
  };
  const [help, work] = [await bytes(['--help']), await bytes(['dids', '--sandbox'])];
  expect(help).toBeGreaterThan(0);
  expect(help * 4).toBeLessThan(work);
});
