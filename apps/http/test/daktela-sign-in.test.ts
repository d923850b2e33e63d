import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSharing } from '@voxolib/daktela';
import { freePort } from '@voxolib/test-kit/programs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { credentialsIn } from '../src/accounts/credentials.ts';
import { formBrowser } from './support/form-browser.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { openedSignIn, refreshed, registered, signedIn, type Tokens } from './support/oauth-client.ts';
import { answerOf, callTool, dataOf, type RpcReply, rpc } from './support/rpc.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How far Daktela's clock is ahead of the machine's, and whether the server's own clock goes with it. */
let ahead = 0;
let together = false;
let gateway: Gateway;
/** Another process of the same deployment, as far as one can be in one process: it shares the database and nothing else. */
let replica: Gateway;
let dataDir: string;
let clientId: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'daktela-'));
  const PORT = String(await freePort());
  const env = { ACCESS: 'true', DATA_DIR: dataDir, PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}` };
  const now = () => new Date(Date.now() + ahead);
  const own = () => ({ sharing: createSharing(), now: () => new Date(Date.now() + (together ? ahead : 0)) });
  gateway = await startGateway(env, { now }, { daktela: own() });
  replica = await startGateway(
    { ...env, PORT: '0', DAKTELA_TRUSTED_ORIGINS: gateway.sandbox.daktela.url },
    {},
    { daktela: own() },
  );
  clientId = await registered(gateway.origin, 'A client');
});
afterEach(() => {
  [ahead, together] = [0, false];
  gateway.sandbox.daktela.setFault(undefined);
});
afterAll(async () => {
  await gateway.close();
  await replica.close();
  await rm(dataDir, { recursive: true });
});

type Account = keyof Gateway['sandbox']['daktela']['accounts'];
function typed(account: Account): Record<string, string> {
  const { username, password } = gateway.sandbox.daktela.accounts[account];
  return { daktela_url: gateway.sandbox.daktela.url, daktela_username: username, daktela_password: password };
}
function typedToken(account: Account): Record<string, string> {
  const { accessToken } = gateway.sandbox.daktela.accounts[account];
  return { daktela_url: gateway.sandbox.daktela.url, daktela_access_token: accessToken };
}
const days = { start_date: '2026-10-05', end_date: '2026-10-11', group_by: [], fresh: true };
const stats = ({ access_token: token }: Pick<Tokens, 'access_token'>, at = gateway) =>
  callTool(at.origin, 'call_stats', days, { token });
const isOfDaktela = (reply: RpcReply) =>
  reply.status === 200 && dataOf<{ source: { provider: string } }>(reply).source.provider === 'daktela';
/** Requests for another session in the place of a spent one. */
const renewals = () =>
  gateway.sandbox.daktela.requests.filter(({ method, operation }) => method === 'PUT' && operation === 'login').length;

async function everythingKept(): Promise<string> {
  for (const one of [gateway, replica]) await one.app.access?.audit.flush();
  const kept = await Promise.all((await readdir(dataDir)).map((name) => readFile(join(dataDir, name), 'latin1')));
  return [...kept, ...gateway.log, ...replica.log].join('\n');
}

describe('a person who signs in with Daktela', () => {
  test('types the password once; a client then uses the account, and neither password nor session is kept in any form', async () => {
    const { daktela } = gateway.sandbox;
    const before = daktela.logins;
    const tokens = await signedIn(gateway.origin, clientId, typed('demo'));
    expect(isOfDaktela(await stats(tokens))).toBe(true);
    const listed = await rpc(gateway.origin, 'tools/list', {}, { token: tokens.access_token });
    expect(listed.text).toContain('daktela_list_tickets');
    expect(listed.text).not.toContain('voxolib_');
    expect(daktela.logins - before).toBe(1);
    const kept = await everythingKept();
    const { access_token: token } = tokens;
    const holder = await gateway.app.access?.authorization.verifyAccessToken(token);
    const { daktela: account } = credentialsIn(holder?.credential ?? '');
    if (account === undefined || !('kept' in account)) throw new Error('The session is not kept');
    const { accessToken, refreshToken = '' } = (await gateway.app.access?.sessions.open(account.kept))?.session ?? {};
    for (const secret of [daktela.accounts.demo.password, account.kept, accessToken ?? '', refreshToken]) {
      expect(secret.length).toBeGreaterThan(20);
      for (const form of [
        secret,
        Buffer.from(secret).toString('base64').slice(0, -4),
        Buffer.from(secret).toString('hex'),
      ]) {
        expect(kept).not.toContain(form);
      }
    }
  });

  test('may type an access token instead', async () => {
    const before = gateway.sandbox.daktela.logins;
    const tokens = await signedIn(gateway.origin, clientId, typedToken('demo'));
    expect(isOfDaktela(await stats(tokens))).toBe(true);
    expect(gateway.sandbox.daktela.logins).toBe(before);
    expect(await everythingKept()).not.toContain(gateway.sandbox.daktela.accounts.demo.accessToken);
  });

  test.each<[string, () => Record<string, string>, number, RegExp]>([
    ['a wrong password', () => ({ ...typed('demo'), daktela_password: 'wrong-canary' }), 403, /does not accept/],
    ['a user who may not log in any more', () => typed('disabled'), 403, /does not accept/],
    ['a wrong token', () => ({ ...typedToken('demo'), daktela_access_token: 'wrong-canary' }), 403, /does not accept/],
    ['no password', () => ({ ...typed('demo'), daktela_password: '' }), 400, /Enter the address/],
    ['no address', () => ({ ...typed('demo'), daktela_url: '' }), 400, /Enter the address/],
    ['two ways at once', () => ({ ...typed('demo'), ...typedToken('demo') }), 400, /Enter the address/],
    ['an address elsewhere', () => ({ ...typed('demo'), daktela_url: 'daktela.com.evil.example' }), 400, /not an addr/],
    ['an address inside', () => ({ ...typed('demo'), daktela_url: 'http://169.254.169.254' }), 400, /not an address/],
  ])('is told what to do about %s', async (_, fields, status, words) => {
    const { browser, page, csrf } = await openedSignIn(gateway.origin, clientId);
    gateway.sandbox.daktela.clearRequests();
    const answer = await browser.post(page, new URLSearchParams({ csrf, ...fields() }));
    const html = await answer.text();
    expect([answer.status, html]).toEqual([status, expect.stringMatching(words)]);
    expect(html).not.toMatch(/canary|sandbox-\w+-daktela-password|[0-9a-f]{40}/);
    if (status === 400) expect(gateway.sandbox.daktela.requests).toEqual([]);
  });

  test('is told when the instance does not answer', async () => {
    const { browser, page, csrf } = await openedSignIn(gateway.origin, clientId);
    gateway.sandbox.daktela.setFault('status=503');
    const form = new URLSearchParams({ csrf, ...typed('busy') });
    await expect(browser.post(page, form)).rejects.toThrow(/status was 503: .*Your Daktela does not answer/s);
  });
});

describe('a session that somebody signed in with', () => {
  test.each([
    ['when it soon ends', true],
    ['when Daktela has refused it', false],
  ])('is renewed %s, and nobody is asked', async (_, clock) => {
    together = clock;
    const { daktela } = gateway.sandbox;
    const tokens = await signedIn(gateway.origin, clientId, typed('demo'));
    daktela.clearRequests();
    const before = daktela.logins;
    for (let hour = 0; hour < 3; hour += 1) {
      ahead += 2 * HOUR_MS;
      expect(isOfDaktela(await stats(tokens))).toBe(true);
    }
    expect([renewals(), daktela.logins]).toEqual([3, before]);
  });

  test.each([true, false])(
    'is renewed once by two processes that need it at the same time (clocks agree: %s)',
    async (clock) => {
      together = clock;
      const tokens = await signedIn(gateway.origin, clientId, typed('demo'));
      for (const at of [gateway, replica]) expect(isOfDaktela(await stats(tokens, at))).toBe(true);
      gateway.sandbox.daktela.clearRequests();
      ahead += 2 * HOUR_MS;
      const replies = await Promise.all([gateway, replica, gateway, replica].map((at) => stats(tokens, at)));
      expect(replies.map(isOfDaktela)).toEqual([true, true, true, true]);
      expect(renewals()).toBe(1);
      ahead += 2 * HOUR_MS;
      expect(isOfDaktela(await stats(tokens, replica))).toBe(true);
      expect(isOfDaktela(await stats(tokens, gateway))).toBe(true);
      expect(renewals()).toBe(2);
    },
  );

  test('is what all tokens of one sign-in share', async () => {
    together = true;
    const { access } = gateway.app;
    const tokens = await signedIn(gateway.origin, clientId, typed('demo'));
    const holder = await access?.authorization.verifyAccessToken(tokens.access_token);
    const made = await access?.staticTokens.create({
      account: holder?.subject ?? '',
      name: 'A test',
      scopes: ['mcp.stats.read'],
      tier: 'automate',
      credential: holder?.credential,
    });
    const fixed = { access_token: made?.text ?? '' };
    ahead += 2 * HOUR_MS;
    expect(isOfDaktela(await stats(tokens))).toBe(true);
    ahead += 2 * HOUR_MS;
    expect(isOfDaktela(await stats(fixed, replica))).toBe(true);
    ahead += 2 * HOUR_MS;
    expect(isOfDaktela(await stats(tokens))).toBe(true);
  });

  test('outlives an instance that does not answer for a while', async () => {
    const tokens = await signedIn(gateway.origin, clientId, typed('demo'));
    ahead += 2 * HOUR_MS;
    gateway.sandbox.daktela.setFault('status=503');
    const reply = await stats(tokens);
    expect(reply.status).toBe(200);
    expect(answerOf(reply)).toMatch(/Daktela cannot answer at the moment/);
    gateway.sandbox.daktela.setFault(undefined);
    expect(isOfDaktela(await stats(tokens))).toBe(true);
  });

  test('that Daktela does not renew any more sends the client to sign in again, and ends with its grant', async () => {
    const tokens = await signedIn(gateway.origin, clientId, typed('demo'));
    expect(isOfDaktela(await stats(tokens, replica))).toBe(true);
    ahead += 40 * DAY_MS;
    const refused = await stats(tokens);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer .*error="invalid_token".*resource_metadata=/);
    expect((await stats(tokens, replica)).status).toBe(401);
    await expect(refreshed(gateway.origin, clientId, tokens.refresh_token)).rejects.toThrow('invalid_grant');
    ahead = 0;
    expect(isOfDaktela(await stats(await signedIn(gateway.origin, clientId, typed('demo'))))).toBe(true);
  });

  test('opens /account too, where a token is made that works in every process', async () => {
    const browser = formBrowser();
    const page = new URL('/account/sign-in?lang=en', gateway.origin);
    const csrfIn = (html: string) => / name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const csrf = csrfIn(await (await browser.get(page)).text());
    const entered = await browser.post(page, new URLSearchParams({ csrf, ...typed('demo') }));
    expect(entered.status).toBe(303);
    const overview = await (await browser.get(new URL('/account', gateway.origin))).text();
    expect(overview).toContain(`${typed('demo').daktela_username} @ 127.0.0.1`);
    const make = async (more: Record<string, string>) => {
      const fields = { csrf: csrfIn(overview), name: 'Reports', days: '30', ...more };
      const made = await browser.post(new URL('/account/tokens', gateway.origin), new URLSearchParams(fields));
      return /vx_mcp_[\w-]+/.exec(await made.text())?.[0] ?? '';
    };
    const token = await make({ scope: 'mcp.stats.read' });
    ahead += 2 * HOUR_MS;
    expect(isOfDaktela(await stats({ access_token: token }, replica))).toBe(true);
    expect(isOfDaktela(await stats({ access_token: token }))).toBe(true);

    const customers = async (more: Record<string, string>) => {
      const made = await make({ scope: 'mcp.contactcenter.read', ...more });
      const reply = await callTool(gateway.origin, 'daktela_list_tickets', { take: 10 }, { token: made });
      return dataOf<{ tickets: { contact?: string }[] }>(reply).tickets.flatMap(({ contact }) => contact ?? []);
    };
    const [named, masked] = [await customers({}), await customers({ privacy: 'on' })];
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((contact) => contact.includes('‹'))).toEqual([]);
    expect(masked.filter((contact) => !contact.includes('‹'))).toEqual([]);
  });
});
