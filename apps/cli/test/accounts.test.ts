import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { secrets, voxolib } from './support/program.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  secrets.add(sandbox.voxolib.accounts.demo.token).add(sandbox.voxolib.accounts.demo.secretKey);
  for (const { apiPassword, portalPassword } of Object.values(sandbox.voipms.accounts)) {
    secrets.add(apiPassword).add(portalPassword);
  }
  for (const { password, accessToken } of Object.values(sandbox.daktela.accounts)) {
    secrets.add(password).add(accessToken);
  }
});
afterEach(() => {
  sandbox.voxolib.setFault(undefined);
  sandbox.voipms.setFault(undefined);
  sandbox.daktela.setFault(undefined);
});
afterAll(() => sandbox.close());

const voxolibEnv = () => ({
  VOXOLIB_API_URL: sandbox.voxolib.url,
  VOXOLIB_ACCESS_TOKEN: sandbox.voxolib.accounts.demo.token,
});
const voipmsEnv = (account: keyof Sandbox['voipms']['accounts'] = 'demo') => ({
  VOIPMS_API_URL: sandbox.voipms.url,
  VOIPMS_API_USERNAME: sandbox.voipms.accounts[account].username,
  VOIPMS_API_PASSWORD: sandbox.voipms.accounts[account].apiPassword,
});
const daktelaEnv = (account: keyof Sandbox['daktela']['accounts'] = 'demo') => ({
  DAKTELA_URL: sandbox.daktela.url,
  DAKTELA_TRUSTED_ORIGINS: sandbox.daktela.url,
  DAKTELA_USERNAME: sandbox.daktela.accounts[account].username,
  DAKTELA_PASSWORD: sandbox.daktela.accounts[account].password,
});
const both = () => ({ ...voxolibEnv(), ...voipmsEnv() });

describe('doctor', () => {
  test('looks at each account that has a credential', async () => {
    const vendors = async (env: Record<string, string>) => {
      const { out, code } = await voxolib(['doctor', '--format', 'json'], { env });
      expect(code).toBe(0);
      const { findings } = JSON.parse(out) as { findings: { vendor: string }[] };
      return new Set(findings.map(({ vendor }) => vendor));
    };
    expect(await vendors(voxolibEnv())).toEqual(new Set(['voxolib']));
    expect(await vendors(voipmsEnv())).toEqual(new Set(['voipms']));
    expect(await vendors(daktelaEnv())).toEqual(new Set(['daktela']));
    expect(await vendors({ ...both(), ...daktelaEnv() })).toEqual(new Set(['voxolib', 'voipms', 'daktela']));
  });

  test('names the address that VoIP.ms sees, and says that it is allowed', async () => {
    const { out } = await voxolib(['doctor', 'voipms'], { env: voipmsEnv() });
    expect(out).toMatch(/^ok .*127\.0\.0\.1, which the account allows/m);
  });

  test.each<[string, () => Record<string, string>, RegExp]>([
    [
      'an address that is not listed',
      () => voipmsEnv('unlisted'),
      /127\.0\.0\.1, which is not on .*\n +Add 127\.0\.0\.1 to/,
    ],
    ['an API that is off', () => voipmsEnv('apiOff'), /PROBLEM .*\n +Switch the API on/],
    [
      "the portal's password",
      () => ({ ...voipmsEnv(), VOIPMS_API_PASSWORD: sandbox.voipms.accounts.demo.portalPassword }),
      /PROBLEM .*\n +Set an API password/,
    ],
  ])('%s: 1, and what to do', async (_, env, words) => {
    const { out, code } = await voxolib(['doctor', 'voipms'], { env: env() });
    expect(out).toMatch(words);
    expect(out).toMatch(/\d problems? found\.\n$/);
    expect(code).toBe(1);
  });

  test.each<[string, () => Record<string, string>, RegExp]>([
    [
      'a password that Daktela refuses',
      () => ({ ...daktelaEnv(), DAKTELA_PASSWORD: 'another' }),
      /PROBLEM +daktela: .*\n +Check user name/,
    ],
    ['a user who may not log in any more', () => daktelaEnv('disabled'), /PROBLEM +daktela: .*\n +Check user name/],
    ['a role that may not read all', () => daktelaEnv('restricted'), /daktela: reading \w+: .*(may not|cannot)/],
  ])('%s is said, with what to do', async (_, env, words) => {
    expect((await voxolib(['doctor', 'daktela'], { env: env() })).out).toMatch(words);
  });

  test('Voxolib that refuses: 1, and what to do', async () => {
    sandbox.voxolib.setFault('status=401');
    const { out, code } = await voxolib(['doctor', 'voxolib'], { env: voxolibEnv() });
    expect(out).toMatch(/PROBLEM .*\n +Make a new token/);
    expect(code).toBe(1);
  });
});

describe('stats over both accounts', () => {
  test('all is the products of both, in the same words, and adds up', async () => {
    const args = ['stats', 'last_7_days', '--group-by', 'product', '--format', 'json'];
    const { out } = await voxolib(args, { env: both() });
    const { source, totals, groups } = JSON.parse(out);
    expect(source.products).toEqual(['wcb', 'did', 'inbound', 'outbound']);
    expect(groups.reduce((sum: number, { calls }: { calls: number }) => sum + calls, 0)).toBe(totals.calls);
    expect(totals.answered + totals.missed + totals.busy + totals.failed + totals.other).toBe(totals.calls);
  });

  test('one product, of the vendor that has it', async () => {
    const args = ['stats', 'last_7_days', '--product', 'inbound', '--format', 'json'];
    expect(JSON.parse((await voxolib(args, { env: both() })).out).source).toMatchObject({ products: ['inbound'] });
    expect((await voxolib(args, { env: voxolibEnv() })).code).toBe(2);
  });

  test('a comparison', async () => {
    const args = ['compare', 'last_7_days', '--group-by', 'product', '--format', 'json'];
    const { out, code } = await voxolib(args, { env: both() });
    const [{ changes, groups }] = JSON.parse(out).comparisons;
    const calls = changes.find(({ figure }: { figure: string }) => figure === 'calls');
    expect(calls.change).toBe(calls.base - calls.other);
    expect(groups.map(({ group }: { group: string }) => group).sort()).toEqual(['did', 'inbound', 'outbound', 'wcb']);
    expect(code).toBe(0);
  });
});

describe('live', () => {
  test.each(['voxolib', 'voipms', 'daktela'])(
    '%s: every tool that reads fits, and nothing personal is printed',
    async (vendor) => {
      const { out, code } = await voxolib(['live', vendor, '--format', 'json'], {
        env: { ...both(), ...daktelaEnv() },
      });
      const { tools } = JSON.parse(out) as { tools: { tool: string; fits: string }[] };
      const own = tools.filter(({ tool }) => tool.startsWith(`${vendor}_`));
      expect(own.length).toBeGreaterThan(3);
      expect(tools.filter(({ fits }) => fits !== 'yes')).toEqual([]);
      expect(code).toBe(0);
      expect(out).not.toMatch(/\d{10}|@|\d{6}_/);
    },
  );

  test('only the account of the vendor that was asked for is read', async () => {
    sandbox.voxolib.clearRequests();
    await voxolib(['live', 'voipms'], { env: both() });
    expect(sandbox.voxolib.requests).toEqual([]);
  });

  test('an answer that does not fit: 1, and which', async () => {
    sandbox.voxolib.setFault('wrong-types');
    const { out, code } = await voxolib(['live', 'voxolib'], { env: voxolibEnv() });
    expect(out).toMatch(/^voxolib_dids +NO .*BAD_RESPONSE/m);
    expect(code).toBe(1);
  });

  test('daktela: what a role may not read is refused, and nothing else is wrong', async () => {
    const { out, code } = await voxolib(['live', 'daktela', '--format', 'json'], { env: daktelaEnv('restricted') });
    const { tools } = JSON.parse(out) as { tools: { tool: string; fits: string; why?: string }[] };
    expect(tools.filter(({ fits }) => fits === 'NO')).toEqual([]);
    const refused = tools.filter(({ fits }) => fits === 'refused');
    expect(refused.map(({ tool }) => tool)).toContain('daktela_list_emails');
    for (const { why } of refused) expect(why).toMatch(/^FORBIDDEN/);
    expect(code).toBe(0);
  });

  test('daktela: an instance without records has nothing to try some tools with', async () => {
    const { out, code } = await voxolib(['live', 'daktela'], { env: daktelaEnv('empty') });
    expect(out).toMatch(/^daktela_get_ticket +not tried +.*nothing to try it with/m);
    expect(code).toBe(0);
  });

  test('needs no tool that changes something', async () => {
    sandbox.voipms.clearRequests();
    await voxolib(['live', 'voipms'], { env: voipmsEnv() });
    const methods = sandbox.voipms.requests.map(({ operation }) => operation ?? '');
    expect(methods.length).toBeGreaterThan(3);
    for (const method of methods) expect(method).toMatch(/^get/);
  });
});
