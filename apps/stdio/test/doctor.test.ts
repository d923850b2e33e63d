import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccountId, type Sandbox, startSandbox } from '@voxolib/sandbox';
import { freePort } from '@voxolib/test-kit/programs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runProgram, secrets } from './support/program.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  for (const { token, secretKey } of Object.values(sandbox.voxolib.accounts)) secrets.add(token).add(secretKey);
});
afterEach(() => sandbox.voxolib.setFault(undefined));
afterAll(() => sandbox.close());

async function doctor(account: AccountId, args: string[] = [], env: Record<string, string> = {}) {
  const { token } = sandbox.voxolib.accounts[account];
  return runProgram({
    args: ['doctor', ...args],
    env: { VOXOLIB_API_URL: sandbox.voxolib.url, VOXOLIB_ACCESS_TOKEN: token, ...env },
  });
}

const accounts: [AccountId, number, RegExp][] = [
  ['demo', 0, /No problem found/],
  ['busy', 0, /No problem found/],
  ['wcbOnly', 0, /^warning {2}Right to DID calls: .*\n +.*DID report right/m],
  ['didOnly', 0, /^warning {2}Right to WCB calls: .*\n +.*WCB report right/m],
  ['empty', 0, /^warning {2}Contract of wcb_calls: .*empty.*\n +Run this again with an account that had calls/m],
  ['suspended', 1, /^PROBLEM {2}Rights: .*\n +Ask /m],
];
test.each(accounts)('the account "%s": exit code %i, and what to do', async (account, expected, words) => {
  const { code, out, err } = await doctor(account, ['--contract']);
  expect(out).toMatch(words);
  expect(code).toBe(expected);
  expect(err).toBe('');
});

test('two keys do as well as a token', async () => {
  const { publicKey, secretKey } = sandbox.voxolib.accounts.demo;
  const keys = {
    VOXOLIB_ACCESS_TOKEN: '',
    VOXOLIB_API_PUBLIC_KEY: publicKey,
    VOXOLIB_CLIENT_SECRET_KEY: secretKey,
  };
  const { code, out } = await doctor('demo', [], keys);
  expect(out).toContain('Voxolib accepts this access token');
  expect(code).toBe(0);
});

test('--sandbox needs no credential', async () => {
  const { code, out } = await runProgram({ args: ['doctor', '--contract', '--sandbox'] });
  expect(out).toContain('No problem found');
  expect(code).toBe(0);
});

describe('a fault', () => {
  test.each([
    ['status=401', [], /^PROBLEM {2}Token accepted: .*\n +Make a new token .*npx @voxolib\/token/m],
    ['status=503', [], /^PROBLEM .*\n +.*Try again/m],
    ['html', [], /^PROBLEM .*\n +Check the base URL/m],
    ['wrong-types', ['--contract'], /^PROBLEM {2}Contract of dids: .*\n +Correct .* VOXOLIB_API_CONTRACT names/m],
    ['counts=text', ['--contract'], /^PROBLEM {2}Contract of wcb_calls: total: .*\n +Correct /m],
  ])('%s: exit code 1, and what to do', async (fault, args, words) => {
    sandbox.voxolib.setFault(fault);
    const { code, out, err } = await doctor('demo', args);
    expect(out).toMatch(words);
    expect(out).toMatch(/\d problems? found\.\n$/);
    expect(code).toBe(1);
    expect(err).toBe('');
  });

  test('nothing listens: exit code 1, and what to do', async () => {
    const { code, out } = await doctor('demo', [], { VOXOLIB_API_URL: `http://127.0.0.1:${await freePort()}/v2` });
    expect(out).toMatch(/^PROBLEM {2}API reachable: .*ECONNREFUSED.*\n +Nothing listens at this address/m);
    expect(code).toBe(1);
  });

  test('a contract that does not fit names the place to correct', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'contract-')), 'contract.json');
    const operations = { wcb_calls: { fields: { total: 'calls_total' } }, dids: { path: '/reports/numbers' } };
    writeFileSync(file, JSON.stringify({ operations }));
    const { code, out } = await doctor('demo', ['--contract'], { VOXOLIB_API_CONTRACT: file });
    expect(out).toMatch(/Contract of wcb_calls: calls_total: .*\n +Correct operations\.wcb_calls\.fields\.total/);
    expect(out).toMatch(/Contract of dids: .*\n +Correct operations\.dids\.path or query/);
    expect(code).toBe(1);
  });
});
