import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { program, secrets, voxolib } from './support/program.ts';
import { atTerminal } from './support/pseudo-terminal.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date('2026-11-20T10:00:00Z') });
  secrets.add(sandbox.voxolib.accounts.demo.token).add(sandbox.voipms.accounts.demo.apiPassword);
});
afterAll(() => sandbox.close());

const env = () => ({
  VOXOLIB_API_URL: sandbox.voxolib.url,
  VOXOLIB_ACCESS_TOKEN: sandbox.voxolib.accounts.demo.token,
});

const COLOUR = '\u001b[';

test('colour at a terminal', async () => {
  const { shown, code } = await atTerminal(['did', '2026-03'], { env: env() });
  expect(shown).toContain(COLOUR);
  expect(shown).toContain('█');
  expect(code).toBe(0);
});

test.each([
  ['NO_COLOR', { NO_COLOR: '1' }],
  ['a terminal that has none', { TERM: 'dumb' }],
])('no colour: %s', async (_, variables) => {
  const { shown } = await atTerminal(['did', '2026-03'], { env: { ...env(), ...variables } });
  expect(shown).toContain('2026-03-01');
  expect(shown).not.toContain(COLOUR);
});

test('an empty NO_COLOR counts as absent', async () => {
  expect((await atTerminal(['dids'], { env: { ...env(), NO_COLOR: '' } })).shown).toContain(COLOUR);
});

test('long work has a bar at a terminal, which is gone in the end; none in a pipe', async () => {
  const args = ['wcb', '2025-01-01', '2026-06-30'];
  const { shown } = await atTerminal(args, { env: env() });
  expect(shown).toMatch(/\d of \d parts/);
  expect(shown.indexOf('\u001b[K')).toBeGreaterThan(shown.lastIndexOf('parts'));
  expect((await voxolib(args, { env: env() })).err).toBe('');
});

test('a credential that is nowhere else is asked for, and not shown while it is typed', async () => {
  const { token } = sandbox.voxolib.accounts.demo;
  const { shown, code } = await atTerminal(['dids'], {
    env: { VOXOLIB_API_URL: sandbox.voxolib.url },
    typing: [{ after: /hidden: /, type: `${token}\r` }],
  });
  expect(shown).toContain('Voxolib access token, hidden: ');
  expect(shown).toContain('12');
  expect(code).toBe(0);
});

test('so are the two of VoIP.ms', async () => {
  const { username, apiPassword } = sandbox.voipms.accounts.demo;
  const { shown, code } = await atTerminal(['voipms', 'getBalance'], {
    env: { VOIPMS_API_URL: sandbox.voipms.url },
    typing: [
      { after: /address: /, type: `${username}\r` },
      { after: /hidden: /, type: `${apiPassword}\r` },
    ],
  });
  expect(shown).toContain('current_balance');
  expect(code).toBe(0);
});

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s where something is asked ends it: 130, and nothing is sent', async (_, key) => {
  sandbox.voxolib.clearRequests();
  const typing = [{ after: /hidden: /, type: key }];
  const { code, shown } = await atTerminal(['dids'], { env: { VOXOLIB_API_URL: sandbox.voxolib.url }, typing });
  expect([code, shown.trim()]).toEqual([130, 'Voxolib access token, hidden:']);
  expect(sandbox.voxolib.requests).toEqual([]);
});

test('a parameter that is a secret is asked for', async () => {
  const { username, apiPassword } = sandbox.voipms.accounts.demo;
  const { shown, code } = await atTerminal(['voipms', 'setSubAccount', 'id=1', 'password=-', '--dry-run'], {
    env: { VOIPMS_API_URL: sandbox.voipms.url, VOIPMS_API_USERNAME: username, VOIPMS_API_PASSWORD: apiPassword },
    typing: [{ after: /password, hidden: /, type: 'secret-canary\r' }],
  });
  expect(shown).toMatch(/password +\[redacted\]/);
  expect(code).toBe(0);
});

test("a vendor's text cannot steer the terminal", async () => {
  const { username, apiPassword } = sandbox.voipms.accounts.demo;
  const variables = {
    VOIPMS_API_URL: sandbox.voipms.url,
    VOIPMS_API_USERNAME: username,
    VOIPMS_API_PASSWORD: apiPassword,
  };
  const name = 'name=\u202eevil';
  const write = ['voipms', 'setPhonebook', name, 'number=5145550199', 'group=9310', '--yes'];
  expect((await voxolib(write, { env: variables })).code).toBe(0);
  for (const format of ['pretty', 'json', 'raw', 'csv']) {
    const { shown } = await atTerminal(['voipms', 'getPhonebook', '--format', format], {
      env: { ...variables, NO_COLOR: '1' },
    });
    expect(shown).toContain('evil');
    expect(shown, format).not.toContain('\u202e');
  }
  const { out } = await voxolib(['voipms', 'getPhonebook', '--format', 'json'], { env: variables });
  const names = JSON.parse(out).phonebooks.map((row: { name: string }) => row.name);
  expect(names).toContain('\u202eevil');
});

test('interrupted while the vendor is silent: 130, at once and without a word', async () => {
  sandbox.voxolib.setFault('black-hole');
  sandbox.voxolib.clearRequests();
  try {
    const child = spawn(process.execPath, [program(), 'wcb', 'yesterday'], { env: env() });
    let written = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (written += text));
    await expect.poll(() => sandbox.voxolib.requests).toHaveLength(1);
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect([code, written]).toEqual([130, '']);
  } finally {
    sandbox.voxolib.setFault(undefined);
  }
});

test('a reader that has read enough is no failure', async () => {
  const { code, shown } = await inShell(`${command()} did 2025 --format csv | head -n 1`);
  expect(shown).toMatch(/^date,/);
  expect([code, shown.trim().split('\n').length]).toEqual([0, 1]);
});

const command = () => `'${process.execPath}' '${program()}'`;

async function inShell(line: string): Promise<{ code: number; shown: string }> {
  const child = spawn('bash', ['--norc', '-o', 'pipefail', '-c', line], { env: { ...env(), PATH: '/usr/bin:/bin' } });
  let shown = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (shown += text));
  const [code] = await once(child, 'close');
  return { code: code as number, shown };
}
