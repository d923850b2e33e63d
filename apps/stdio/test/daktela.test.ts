import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram, secrets, startProgram } from './support/program.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  for (const { password, accessToken } of Object.values(sandbox.daktela.accounts)) {
    secrets.add(password).add(accessToken);
  }
});
afterAll(() => sandbox.close());

const instance = () => ({ DAKTELA_URL: sandbox.daktela.url, DAKTELA_TRUSTED_ORIGINS: sandbox.daktela.url });
const byPassword = () => ({
  ...instance(),
  DAKTELA_USERNAME: sandbox.daktela.accounts.demo.username,
  DAKTELA_PASSWORD: sandbox.daktela.accounts.demo.password,
});
const byToken = () => ({ ...instance(), DAKTELA_ACCESS_TOKEN: sandbox.daktela.accounts.demo.accessToken });
const voxolib = () => ({
  VOXOLIB_API_URL: sandbox.voxolib.url,
  VOXOLIB_ACCESS_TOKEN: sandbox.voxolib.accounts.demo.token,
});

async function toolNames(options: Parameters<typeof startProgram>[0]): Promise<string[]> {
  const program = startProgram(options);
  const { result } = await program.ask(1, 'tools/list');
  program.stdin.end();
  expect(await program.ended()).toBe(0);
  const tools = result?.tools as { name: string }[] | undefined;
  return tools?.map(({ name }) => name) ?? [];
}

describe('an account of Daktela', () => {
  test('is served alone, beside one of Voxolib, and from the sandbox', async () => {
    const alone = await toolNames({ env: byPassword() });
    expect(alone).toEqual(expect.arrayContaining(['daktela_list_tickets', 'call_stats']));
    expect(alone.filter((name) => /^(voxolib|voipms)_/.test(name))).toEqual([]);
    for (const both of [
      await toolNames({ env: { ...byToken(), ...voxolib() } }),
      await toolNames({ args: ['--sandbox'] }),
    ]) {
      expect(both).toEqual(expect.arrayContaining(['daktela_list_tickets', 'voxolib_dids']));
    }
  });

  test.each([
    ['a password', () => ({ env: byPassword() })],
    ['a token', () => ({ env: byToken() })],
    ['the sandbox', () => ({ args: ['--sandbox'] })],
  ])('answers, with %s', async (_, options) => {
    const program = startProgram(options());
    const { result } = await program.ask(1, 'tools/call', { name: 'daktela_list_tickets', arguments: { take: 1 } });
    expect(result?.content?.[0]?.text).toMatch(/^total: \d+$/m);
    program.stdin.end();
    expect(await program.ended()).toBe(0);
  });

  test('logs in once for many calls', async () => {
    const before = sandbox.daktela.logins;
    const program = startProgram({ env: byPassword() });
    for (const id of [1, 2, 3]) {
      await program.ask(id, 'tools/call', { name: 'daktela_list_tickets', arguments: { take: id } });
    }
    program.stdin.end();
    await program.ended();
    expect(sandbox.daktela.logins - before).toBe(1);
  });

  test('gives customers stand-ins where it is told to', async () => {
    const asked = { name: 'daktela_list_tickets', arguments: { take: 20 } };
    const textOf = async (more: Record<string, string>) => {
      const program = startProgram({ env: { ...byToken(), ...more } });
      const { result } = await program.ask(1, 'tools/call', asked);
      program.stdin.end();
      await program.ended();
      return JSON.stringify(result);
    };
    const [named, masked] = [await textOf({}), await textOf({ DAKTELA_PRIVACY: 'true' })];
    const people = [...named.matchAll(/"contact":"([^"]+)"/g)].map(([, title]) => title ?? '');
    expect(people.length).toBeGreaterThan(5);
    for (const person of people) expect(masked).not.toContain(`"${person}"`);
  });

  test.each<[string, () => Record<string, string>, RegExp]>([
    ['half a credential', () => ({ ...instance(), DAKTELA_USERNAME: 'a' }), /DAKTELA_PASSWORD: is missing/],
    ['no address', () => ({ DAKTELA_ACCESS_TOKEN: 'a' }), /DAKTELA_URL: is missing/],
    [
      'an address elsewhere',
      () => ({ ...byToken(), DAKTELA_URL: 'https://daktela.com.evil.example' }),
      /DAKTELA_URL: must be at \*\.daktela\.com/,
    ],
    ['an address inside', () => ({ ...byToken(), DAKTELA_URL: 'http://169.254.169.254' }), /DAKTELA_URL: must/],
    [
      'a transport that is another program’s',
      () => ({ ...byToken(), MCP_TRANSPORT: 'streamable-http' }),
      /MCP_TRANSPORT: must be stdio.*npx -y @voxolib\/mcp-http/,
    ],
  ])('%s is refused by name, and nothing is sent', async (_, env, words) => {
    sandbox.daktela.clearRequests();
    const { code, err } = await runProgram({ env: env() });
    expect([code, err]).toEqual([2, expect.stringMatching(words)]);
    expect(sandbox.daktela.requests).toEqual([]);
  });

  test('MCP_TRANSPORT may say what the program does anyway', async () => {
    expect(await toolNames({ env: { ...byToken(), MCP_TRANSPORT: 'stdio' } })).toContain('daktela_list_tickets');
  });

  test.each<[string, () => Record<string, string>, number]>([
    ['says that the instance answers', byPassword, 0],
    ['says that a password is refused', () => ({ ...byPassword(), DAKTELA_PASSWORD: 'another' }), 1],
  ])('doctor %s', async (_, env, expected) => {
    const { code, out } = await runProgram({ args: ['doctor'], env: env() });
    expect(out).toMatch(/Daktela/);
    expect(code).toBe(expected);
  });
});
