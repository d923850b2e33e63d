import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Environment } from '../src/config.ts';
import { messagesOf, runProgram, secrets, startProgram } from './support/program.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  for (const { token, secretKey } of Object.values(sandbox.voxolib.accounts)) secrets.add(token).add(secretKey);
});
afterAll(() => sandbox.close());

const account = () => ({
  VOXOLIB_API_URL: sandbox.voxolib.url,
  VOXOLIB_ACCESS_TOKEN: sandbox.voxolib.accounts.demo.token,
});
const someToken = `pk.${'0'.repeat(64)}`;

describe('stdout', () => {
  // Makes every module that the program loads print when it starts, and a timer print while it runs. What a preloaded
  // module itself prints before the program begins is beyond the program's reach.
  const noisy = `
    import { registerHooks } from 'node:module';
    const print = 'console.log("noise"); console.table([1]); process.stdout.write("noise\\\\n");';
    let loading = false;
    registerHooks({
      load(url, context, next) {
        const loaded = next(url, context);
        if (url.includes('/program-')) {
          loading = true;
          setInterval(() => console.log('late noise'), 5).unref();
        }
        return loading && url.includes('/dist/') ? { ...loaded, source: print + loaded.source } : loaded;
      },
    });`;
  const preload = `data:text/javascript,${encodeURIComponent(noisy)}`;

  test.each([
    ['--import', [`--import=${preload}`], {}],
    ['NODE_OPTIONS', [], { NODE_OPTIONS: `--import=${preload}` }],
  ])('carries the protocol alone when dependencies print, injected by %s', async (_, nodeArgs, env) => {
    const program = startProgram({ nodeArgs, env: { ...account(), ...env } });
    await program.ask(1, 'tools/list');
    const answer = await program.ask(2, 'tools/call', { name: 'voxolib_dids', arguments: {} });
    expect(answer.result?.content?.[0]?.text).toContain('total: 12');
    await expect.poll(() => program.stderr()).toContain('late noise');
    program.stdin.end();
    expect(await program.ended()).toBe(0);
    expect(messagesOf(program.stdout()).map(({ id }) => id)).toEqual([1, 2]);
    expect(program.stderr().match(/^noise$/gm)?.length).toBeGreaterThan(4);
  });
});

describe('the tools that are shown', () => {
  test('are those of the toolsets that were chosen', async () => {
    const program = startProgram({ args: ['--toolsets', 'voxolib', '--read-only'], env: account() });
    const { result } = await program.ask(1, 'tools/list');
    const names = (result?.tools as { name: string }[] | undefined)?.map(({ name }) => name) ?? [];
    expect(names).toContain('voxolib_dids');
    expect(names.filter((name) => !name.startsWith('voxolib_'))).toEqual([]);
    program.stdin.end();
    expect(await program.ended()).toBe(0);
  });

  test('cannot be of a toolset that does not exist', async () => {
    const { code, err } = await runProgram({ args: ['--toolsets', 'fax'], env: account() });
    expect(code).toBe(2);
    expect(err).toContain('--toolsets: there is no toolset "fax". There are: reports, voxolib, voipms, daktela,');
  });
});

describe('the end', () => {
  // Far less than a silent vendor is given, and more than a busy machine needs.
  const SOON_MS = 10_000;

  test('comes soon after stdin closes', async () => {
    const program = startProgram({ env: account() });
    await program.ask(1, 'tools/call', { name: 'voxolib_dids', arguments: {} });
    program.stdin.end();
    expect(await program.ended(SOON_MS)).toBe(0);
    expect(program.stderr()).toBe('');
  });

  test('comes soon also while the vendor is silent, and ends the request to it', async () => {
    sandbox.voxolib.clearRequests();
    sandbox.voxolib.setFault('black-hole');
    try {
      const program = startProgram({ env: account() });
      await program.ask(1, 'tools/list');
      program.send('{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"voxolib_dids","arguments":{}}}');
      await expect.poll(() => sandbox.voxolib.requests).toHaveLength(1);
      program.stdin.end();
      expect(await program.ended(SOON_MS)).toBe(0);
      await expect.poll(() => sandbox.voxolib.requests[0]).toMatchObject({ aborted: true });
    } finally {
      sandbox.voxolib.setFault(undefined);
    }
  });

  test('comes soon with the sandbox inside', async () => {
    const program = startProgram({ args: ['--sandbox'] });
    await program.ask(1, 'tools/call', { name: 'voxolib_dids', arguments: {} });
    program.stdin.end();
    expect(await program.ended(SOON_MS)).toBe(0);
  });

  test('comes when the client closes stdout, without a stack trace', async () => {
    const program = startProgram({ env: account() });
    await program.ask(1, 'tools/list');
    program.child.stdout?.destroy();
    program.send('{"jsonrpc":"2.0","id":2,"method":"tools/list"}');
    expect(await program.ended()).toBe(0);
    expect(program.stderr()).not.toMatch(/^\s+at /m);
  });

  test('comes when a line has no end: 100 MB are not kept', async () => {
    const program = startProgram({ env: account() });
    await program.ask(1, 'tools/list');
    const megabyte = 'x'.repeat(1024 * 1024);
    const endless = Readable.from(Array.from({ length: 100 }, () => megabyte));
    await expect(pipeline(endless, program.stdin, { end: false })).rejects.toThrow(/EPIPE|ECONNRESET|closed/i);
    expect(await program.ended()).toBe(0);
    expect(program.stderr()).toMatch(/exceeded maximum size/);
    expect(program.stderr()).not.toMatch(/^\s+at /m);
    expect(program.stderr().length).toBeLessThan(300);
  });
});

describe('what is not a message', () => {
  test('is ignored line by line, and what follows is answered', async () => {
    const program = startProgram({ env: account() });
    const lines = [
      '{"jsonrpc":"2.0","id":1,"meth secret-canary',
      'secret-canary',
      '[{"jsonrpc":"2.0","id":1,"method":"tools/list"}]',
      '{"jsonrpc":"2.0","id":{"secret-canary":1},"method":"tools/list"}',
      '',
      'null',
    ];
    for (const [index, line] of lines.entries()) {
      program.send(line);
      const answer = await program.ask(100 + index, 'tools/list');
      expect(answer.result?.tools?.length, line).toBeGreaterThan(0);
    }
    program.stdin.end();
    expect(await program.ended()).toBe(0);
    expect(messagesOf(program.stdout())).toHaveLength(lines.length);
    expect(program.stderr()).toMatch(/^(A line on stdin was ignored: it is not a JSON-RPC message\.\n)+$/);
  });

  test('a last line without its end is not acted upon', async () => {
    const program = startProgram({ env: account() });
    await program.ask(1, 'tools/list');
    program.stdin.end('{"jsonrpc":"2.0","id":2,"method":"tools/li');
    expect(await program.ended()).toBe(0);
    expect(messagesOf(program.stdout())).toHaveLength(1);
  });
});

describe('the command line', () => {
  test.each(['--help', '-h'])('%s names every variable', async (argument) => {
    const { code, out } = await runProgram({ args: [argument] });
    expect(code).toBe(0);
    for (const name of Object.keys(Environment.shape)) expect(out).toContain(name);
  });

  test('--version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(await runProgram({ args: ['--version'] })).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test.each([
    [['--token=secret-canary']],
    [['--secret-canary']],
    [['secret-canary']],
    [['doctor', 'secret-canary']],
    [['--sandbox=secret-canary']],
  ])('%j is refused, and not repeated', async (args) => {
    const { code, out, err } = await runProgram({ args, env: account() });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('never from arguments');
  });
});

test('an older Node.js is told what is needed', async () => {
  const older = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } });';
  const nodeArgs = [`--import=data:text/javascript,${encodeURIComponent(older)}`];
  expect(await runProgram({ nodeArgs, args: ['--version'] })).toEqual({
    code: 2,
    out: '',
    err: 'voxolib-mcp needs Node.js 22 or newer, and this is 20.20.2.\n',
  });
});

describe('variables', () => {
  test.each([
    ['none', {}, [/^ {2}VOXOLIB_ACCESS_TOKEN: must be set, or .*--sandbox$/m]],
    ['a public key alone', { VOXOLIB_API_PUBLIC_KEY: 'pk' }, [/^ {2}VOXOLIB_CLIENT_SECRET_KEY: is missing/m]],
    [
      'a secret key alone',
      { VOXOLIB_CLIENT_SECRET_KEY: 'secret-canary' },
      [/^ {2}VOXOLIB_API_PUBLIC_KEY: is missing/m],
    ],
    [
      'a token beside keys',
      { VOXOLIB_ACCESS_TOKEN: someToken, VOXOLIB_API_PUBLIC_KEY: 'pk', VOXOLIB_CLIENT_SECRET_KEY: 'secret-canary' },
      [/^ {2}VOXOLIB_ACCESS_TOKEN: is set beside VOXOLIB_API_PUBLIC_KEY/m],
    ],
    [
      'a key pasted with its line end',
      { VOXOLIB_API_PUBLIC_KEY: 'pk', VOXOLIB_CLIENT_SECRET_KEY: 'secret-canary\n' },
      [/^ {2}VOXOLIB_CLIENT_SECRET_KEY: cannot be right/m],
    ],
    ['a token that no header can carry', { VOXOLIB_ACCESS_TOKEN: `é${someToken}` }, [/beyond ASCII/]],
    [
      'all wrong',
      {
        VOXOLIB_ACCESS_TOKEN: 'secret-canary',
        VOXOLIB_API_URL: 'https://user:secret-canary@api.example.com',
        VOXOLIB_API_CONTRACT: '/nowhere/secret-canary.json',
        VOXOLIB_ADMIN: 'secret-canary',
        VOXOLIB_TOKEN: 'secret-canary',
      },
      [
        /^ {2}VOXOLIB_TOKEN: is not a variable/m,
        /^ {2}VOXOLIB_API_URL: must not contain a user name/m,
        /^ {2}VOXOLIB_API_CONTRACT: the file cannot be read$/m,
        /^ {2}VOXOLIB_ADMIN: must be true or false$/m,
        /^ {2}VOXOLIB_ACCESS_TOKEN: is not an access token/m,
      ],
    ],
  ])('%s: refused by name, before anything is served', async (_, env, problems) => {
    const { code, out, err } = await runProgram({ env });
    expect(code).toBe(2);
    expect(out).toBe('');
    for (const problem of problems) expect(err).toMatch(problem);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('an empty variable counts as absent', async () => {
    const program = startProgram({ env: { ...account(), VOXOLIB_API_PUBLIC_KEY: '', VOXOLIB_ADMIN: '' } });
    const { result } = await program.ask(1, 'tools/list');
    expect(result?.tools).toContainEqual(expect.objectContaining({ name: 'voxolib_dids' }));
    expect(result?.tools).not.toContainEqual(expect.objectContaining({ name: 'voxolib_minutes_report' }));
  });
});
