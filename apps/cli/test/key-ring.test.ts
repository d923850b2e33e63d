import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secrets, voxolib } from './support/program.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  secrets.add(sandbox.voxolib.accounts.demo.token).add(sandbox.voipms.accounts.demo.apiPassword);
  secrets.add(sandbox.daktela.accounts.demo.password).add(sandbox.daktela.accounts.demo.accessToken);
});
afterAll(() => sandbox.close());

/** The program with a key ring of the test in the place of the system's, whose secrets are none of ours. */
function withKeyRing(entry: string): Record<string, string> {
  const ring = `data:text/javascript,${encodeURIComponent(entry)}`;
  const hooks = `
    import { registerHooks } from 'node:module';
    registerHooks({
      resolve(name, context, next) {
        return name === '@napi-rs/keyring' ? { url: ${JSON.stringify(ring)}, shortCircuit: true } : next(name, context);
      },
    });`;
  return {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hooks)}`,
    VOXOLIB_API_URL: sandbox.voxolib.url,
    VOIPMS_API_URL: sandbox.voipms.url,
    DAKTELA_TRUSTED_ORIGINS: sandbox.daktela.url,
  };
}

function inFile(file: string): string {
  return `
    import { readFileSync, writeFileSync } from 'node:fs';
    const read = () => { try { return JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8')); } catch { return {}; } };
    const write = (all) => writeFileSync(${JSON.stringify(file)}, JSON.stringify(all));
    export class Entry {
      constructor(service, user) { this.name = service + '/' + user; }
      getPassword() { return read()[this.name] ?? null; }
      setPassword(text) { write({ ...read(), [this.name]: text }); }
      deletePassword() { const all = read(); const had = this.name in all; delete all[this.name]; write(all); return had; }
    }`;
}

test('login keeps what the other commands then find, until logout', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'key-ring-')), 'ring.json');
  const env = withKeyRing(inFile(file));
  const { token } = sandbox.voxolib.accounts.demo;
  const { username, apiPassword } = sandbox.voipms.accounts.demo;

  expect((await voxolib(['login', 'voxolib'], { env, input: `${token}\n` })).code).toBe(0);
  expect((await voxolib(['login', 'voipms'], { env, input: `${username}\n${apiPassword}\n` })).code).toBe(0);
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toEqual(['voxolib/voxolib', 'voxolib/voipms']);

  expect((await voxolib(['dids'], { env })).code).toBe(0);
  expect((await voxolib(['voipms', 'getBalance'], { env })).code).toBe(0);
  const stats = await voxolib(['stats', 'yesterday', '--group-by', 'product', '--format', 'json'], { env });
  expect(JSON.parse(stats.out).source.products).toEqual(['wcb', 'did', 'inbound', 'outbound']);

  for (const vendor of ['voxolib', 'voipms']) {
    expect((await voxolib(['logout', vendor], { env })).code).toBe(0);
    expect((await voxolib(['logout', vendor], { env })).code).toBe(5);
  }
  expect((await voxolib(['dids'], { env })).code).toBe(2);
});

test.each([
  ['a password', () => [sandbox.daktela.accounts.demo.username, sandbox.daktela.accounts.demo.password]],
  ['a token', () => ['', sandbox.daktela.accounts.demo.accessToken]],
])('login keeps a Daktela account by %s, until logout', async (_, answers) => {
  const file = join(mkdtempSync(join(tmpdir(), 'key-ring-')), 'ring.json');
  const env = withKeyRing(inFile(file));
  const input = [sandbox.daktela.url, ...answers(), ''].join('\n');
  expect((await voxolib(['login', 'daktela'], { env, input })).code).toBe(0);
  const stats = await voxolib(['stats', 'yesterday', '--group-by', 'product', '--format', 'json'], { env });
  expect(JSON.parse(stats.out).source.products).toEqual(['inbound', 'outbound', 'internal']);
  expect((await voxolib(['logout', 'daktela'], { env })).code).toBe(0);
  expect((await voxolib(['doctor', 'daktela'], { env })).code).toBe(2);
});

test('the environment comes before the key ring', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'key-ring-')), 'ring.json');
  const env = withKeyRing(inFile(file));
  await voxolib(['login', 'voxolib'], { env, input: `${sandbox.voxolib.accounts.demo.token}\n` });
  const other = { ...env, VOXOLIB_ACCESS_TOKEN: `unknown.${'0'.repeat(64)}` };
  expect((await voxolib(['dids'], { env: other })).code).toBe(3);
});

test.each([
  [
    'is locked',
    'export class Entry { getPassword() { throw new Error("locked"); } setPassword() { throw new Error("locked"); } }',
  ],
  ['is not there', 'throw new Error("no such library");'],
])('a key ring that %s: login says so, and the environment does without it', async (_, entry) => {
  const env = withKeyRing(entry);
  const { token } = sandbox.voxolib.accounts.demo;
  const { code, err } = await voxolib(['login', 'voxolib'], { env, input: `${token}\n` });
  expect(err).toContain('Set the variables instead');
  expect(code).toBe(2);
  expect((await voxolib(['dids'], { env: { ...env, VOXOLIB_ACCESS_TOKEN: token } })).code).toBe(0);
});

test.each([
  ['voxolib', 'secret-canary\n'],
  ['voxolib', ''],
  ['voipms', 'someone@example.org\n'],
  ['daktela', 'https://acme.daktela.com\nsomeone\n'],
  ['daktela', 'https://daktela.com.evil.example\nsomeone\nsecret-canary\n'],
])('%s: what is no credential is not kept', async (vendor, input) => {
  const file = join(mkdtempSync(join(tmpdir(), 'key-ring-')), 'ring.json');
  expect((await voxolib(['login', vendor], { env: withKeyRing(inFile(file)), input })).code).toBe(2);
  expect(() => readFileSync(file)).toThrow();
});
