import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram, secrets, startProgram } from './support/program.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  for (const { apiPassword, portalPassword } of Object.values(sandbox.voipms.accounts)) {
    secrets.add(apiPassword).add(portalPassword);
  }
});
afterAll(() => sandbox.close());

type Account = keyof Sandbox['voipms']['accounts'];
function account(id: Account = 'demo'): Record<string, string> {
  const { username, apiPassword } = sandbox.voipms.accounts[id];
  return {
    VOIPMS_API_URL: sandbox.voipms.url,
    VOIPMS_API_USERNAME: username,
    VOIPMS_API_PASSWORD: apiPassword,
  };
}
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

describe('an account of VoIP.ms', () => {
  test('is served alone, beside one of Voxolib, and from the sandbox', async () => {
    const alone = await toolNames({ env: account() });
    expect(alone).toContain('voipms_get_balance');
    expect(alone).toContain('call_stats');
    expect(alone).not.toContain('voxolib_dids');
    for (const both of [
      await toolNames({ env: { ...account(), ...voxolib() } }),
      await toolNames({ args: ['--sandbox'] }),
    ]) {
      expect(both).toEqual(expect.arrayContaining(['voipms_get_balance', 'voxolib_dids']));
    }
  });

  test.each([
    ['the environment', () => ({ env: account() })],
    ['the sandbox', () => ({ args: ['--sandbox'] })],
  ])('answers, with the account of %s', async (_, options) => {
    const program = startProgram(options());
    const { result } = await program.ask(1, 'tools/call', { name: 'voipms_get_balance', arguments: {} });
    expect(result?.content?.[0]?.text).toMatch(/balance/i);
    program.stdin.end();
    expect(await program.ended()).toBe(0);
  });

  test('half a credential is refused by the name of the other half', async () => {
    const { VOIPMS_API_PASSWORD: _, ...half } = account();
    const { code, err } = await runProgram({ env: half });
    expect(code).toBe(2);
    expect(err).toContain('VOIPMS_API_PASSWORD: is missing');
  });

  test.each<[string, Account, number, RegExp]>([
    ['says which address VoIP.ms sees', 'demo', 0, /sees this machine as 127\.0\.0\.1, which the account allows/],
    ['names an address that is not allowed', 'unlisted', 1, /127\.0\.0\.1.*not on the account's list/],
    ['names an API that is off', 'apiOff', 1, /Switch the API on|API is off|switched off/],
  ])('doctor %s', async (_, id, code, words) => {
    const outcome = await runProgram({ args: ['doctor'], env: account(id) });
    expect(outcome.out).toMatch(words);
    expect(outcome.code).toBe(code);
  });
});
