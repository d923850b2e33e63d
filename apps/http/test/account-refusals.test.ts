import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@voxolib/test-kit/programs';
import { fingerprint } from '@voxolib/token';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { registered, signedIn } from './support/oauth-client.ts';
import { rpc } from './support/rpc.ts';

let gateway: Gateway;
let replica: Gateway;
let dataDir = '';
let env: Record<string, string> = {};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'account-'));
  const PORT = String(await freePort());
  env = { ACCESS: 'true', DATA_DIR: dataDir, PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}` };
  gateway = await startGateway(env);
  const { url } = gateway.sandbox.voxolib;
  replica = await startGateway({ ...env, PORT: '0', VOXOLIB_API_URL: url });
});
afterAll(async () => {
  await gateway?.close();
  await replica?.close();
  await rm(dataDir, { recursive: true, force: true });
});

type Name = 'demo' | 'busy' | 'empty' | 'didOnly';

const tokenOf = (name: Name) => gateway.sandbox.voxolib.accounts[name].token;
const accountOf = async (name: Name) => `voxolib:${await fingerprint(tokenOf(name))}`;

function get(path: string, cookie = '', from = gateway): Promise<Response> {
  return fetch(new URL(path, from.origin), { redirect: 'manual', headers: { cookie } });
}

interface Form {
  cookie?: string;
  fields?: Record<string, string> | [string, string][];
  headers?: Record<string, string>;
}

function post(path: string, { cookie = '', fields = {}, headers = {} }: Form, from = gateway): Promise<Response> {
  return fetch(new URL(path, from.origin), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'sec-fetch-site': 'same-origin', origin: 'null', ...headers },
    body: new URLSearchParams(fields),
  });
}

const csrfIn = (html: string) => / name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
const headingOf = async (response: Response) => /<h1>([^<]+)/.exec(await response.text())?.[1];

/** The page to sign in, as a browser has it. */
async function form() {
  const page = await get('/account/sign-in?lang=en');
  return { cookie: cookieOf(page), csrf: csrfIn(await page.text()) };
}

async function session(name: Name): Promise<{ cookie: string; csrf: string }> {
  const { cookie: mark, csrf } = await form();
  const entered = await post('/account/sign-in', { cookie: mark, fields: { csrf, token: tokenOf(name) } });
  expect(entered.status).toBe(303);
  const cookie = cookieOf(entered);
  return { cookie, csrf: csrfIn(await (await get('/account', cookie)).text()) };
}

const forms = ['/account/sign-out', '/account/tokens', '/account/tokens/abc/revoke', '/account/clients/abc/disconnect'];
const pages = ['/account', '/account/calls', '/account/tokens/new', '/account/tokens'];

describe('without a session that counts', () => {
  it.each([
    '',
    'vx_account=',
    `vx_account=${'A'.repeat(43)}`,
    "vx_account=' or 1=1--",
    `vx_account=${'x'.repeat(6_000)}`,
  ])('with the cookie %.40s, everybody is led to sign in, and nothing is done', async (cookie) => {
    for (const path of pages) {
      const answer = await get(`${path}?lang=fr`, cookie);
      expect([answer.status, answer.headers.get('location')], path).toEqual([303, '/account/sign-in?lang=fr']);
    }
    for (const path of forms) {
      const answer = await post(path, { cookie, fields: { csrf: 'x' } });
      expect([answer.status, answer.headers.get('location')], path).toEqual([303, '/account/sign-in?lang=en']);
    }
  });

  it('an old cookie is told that it is over, and taken away', async () => {
    const page = await get('/account/sign-in', `vx_account=${'A'.repeat(43)}`);
    expect(page.headers.getSetCookie().join()).toContain('vx_account=; Path=/; Max-Age=0');
    expect(await page.text()).toContain('Some time has passed since you signed in.');
  });
});

describe('signing in', () => {
  it('is refused from another site, without a mark, and with that of another browser', async () => {
    const { cookie, csrf } = await form();
    const fields = { csrf, token: tokenOf('demo') };
    const strange: Form[] = [
      { cookie, fields, headers: { 'sec-fetch-site': 'cross-site' } },
      { cookie, fields, headers: { 'sec-fetch-site': 'same-site' } },
      { cookie, fields: { ...fields, csrf: '' } },
      { cookie: '', fields },
      { cookie: (await form()).cookie, fields },
    ];
    for (const each of strange) {
      const answer = await post('/account/sign-in', each);
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
      expect(await headingOf(answer)).toBe('This form did not come from our page');
    }
    expect((await post('/account/sign-in', { cookie, fields })).status).toBe(303);
  });

  it('says what is wrong with a token, and slows down those who guess', async () => {
    const { cookie, csrf } = await form();
    const attempt = async (token: string) => {
      const answer = await post('/account/sign-in', { cookie, fields: { csrf, token } });
      return { status: answer.status, wait: answer.headers.get('retry-after'), html: await answer.text() };
    };
    expect(await attempt('')).toMatchObject({ status: 400, html: expect.stringContaining('Paste your access token.') });
    expect(await attempt('x')).toMatchObject({ status: 400, html: expect.stringContaining('not an access token') });
    const guessed = `guessed.${'0'.repeat(64)}`;
    expect(await attempt(guessed)).toMatchObject({ status: 403 });
    let last = await attempt(guessed);
    for (let tries = 0; tries < 10 && last.status !== 429; tries++) last = await attempt(guessed);
    expect(last).toMatchObject({ status: 429, wait: expect.stringMatching(/^\d+$/) });
    expect(last.html).not.toContain(guessed);
  });

  it('keeps what it gives to the browser from scripts, other sites and other hosts', async () => {
    const { cookie, csrf } = await form();
    const entered = await post('/account/sign-in', { cookie, fields: { csrf, token: tokenOf('empty') } });
    expect(entered.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^vx_account=[\w-]{43}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax$/),
    ]);
    const secure = await startGateway({
      ...env,
      PORT: String(await freePort()),
      PUBLIC_URL: 'https://mcp.example.com',
    });
    const page = await get('/account/sign-in', '', secure);
    expect(page.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-vx_account_form=[\w-]{43}; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/),
    ]);
    await secure.close();
  });
});

describe('a session', () => {
  it('counts at every replica, until it is ended at one of them', async () => {
    const { cookie, csrf } = await session('empty');
    for (const server of [gateway, replica]) expect((await get('/account', cookie, server)).status).toBe(200);
    const left = await post('/account/sign-out', { cookie, fields: { csrf } }, replica);
    expect(left.headers.getSetCookie().join()).toContain('Max-Age=0');
    for (const server of [gateway, replica]) expect((await get('/account', cookie, server)).status).toBe(303);
  });

  it('is not what it was before signing in again', async () => {
    const before = await session('empty');
    const { cookie, csrf } = await form();
    const again = await post('/account/sign-in', {
      cookie: `${cookie}; ${before.cookie}`,
      fields: { csrf, token: tokenOf('empty') },
    });
    expect(cookieOf(again)).not.toBe(before.cookie);
    expect((await get('/account', before.cookie)).status).toBe(303);
    expect((await get('/account', cookieOf(again))).status).toBe(200);
  });

  it('ends with the keys that it was begun with', async () => {
    const { cookie } = await session('didOnly');
    const account = gateway.sandbox.voxolib.accounts.didOnly;
    const { token } = account;
    Object.assign(account, { token: `${token.slice(0, -64)}${'0'.repeat(64)}` });
    try {
      // This process has just heard from the vendor that the keys are good, and believes it for a minute; the other has not.
      expect((await get('/account', cookie)).status).toBe(200);
      expect((await get('/account', cookie, replica)).status).toBe(303);
      expect((await get('/account', cookie)).status).toBe(303);
    } finally {
      Object.assign(account, { token });
    }
  });

  it.each(pages.slice(0, 3))('%s is kept by nobody, framed by nobody, and leads its forms here', async (path) => {
    const { cookie } = await session('empty');
    const { headers } = await get(path, cookie);
    expect(headers.get('cache-control')).toBe('no-store');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('takes no form from another site, without its mark, or with that of another session', async () => {
    const mine = await session('demo');
    const other = await session('busy');
    for (const path of forms) {
      const strange: Form[] = [
        { cookie: mine.cookie, fields: { csrf: mine.csrf }, headers: { 'sec-fetch-site': 'cross-site' } },
        { cookie: mine.cookie, fields: { csrf: mine.csrf }, headers: { 'sec-fetch-site': 'same-site' } },
        { cookie: mine.cookie, fields: {} },
        { cookie: mine.cookie, fields: { csrf: other.csrf } },
        {
          cookie: mine.cookie,
          fields: [
            ['csrf', mine.csrf],
            ['csrf', other.csrf],
          ],
        },
      ];
      for (const each of strange) expect((await post(path, each)).status, path).toBe(403);
    }
    expect((await get('/account', mine.cookie)).status).toBe(200);
  });

  it('reads no form that is too long or is none', async () => {
    const { cookie, csrf } = await session('empty');
    const long = await post('/account/tokens', { cookie, fields: { csrf, name: 'x'.repeat(9_000) } });
    expect([long.status, await headingOf(long)]).toEqual([413, 'This form could not be read']);
    const json = await fetch(new URL('/account/tokens', gateway.origin), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ csrf }),
    });
    expect(json.status).toBe(415);
  });
});

describe('what belongs to another account', () => {
  it('can be neither seen nor ended', async () => {
    const tokens = gateway.app.access?.staticTokens;
    const access = { scopes: ['mcp.stats.read'], tier: 'discover', credential: tokenOf('demo') };
    const made = await tokens?.create({ account: await accountOf('demo'), name: 'Of the first', ...access });
    const clientId = await registered(gateway.origin, 'Client of the first');
    const { access_token } = await signedIn(gateway.origin, clientId, tokenOf('demo'));
    const owner = await session('demo');
    const html = await (await get('/account', owner.cookie)).text();
    const [grant = ''] = /clients\/[\w-]+\/disconnect/.exec(html) ?? [];
    expect(html).toContain('Of the first');
    expect(grant).not.toBe('');

    const stranger = await session('busy');
    expect(await (await get('/account', stranger.cookie)).text()).not.toContain('of the first');
    const fields = { csrf: stranger.csrf };
    for (const path of [
      `/account/${grant}`,
      `/account/tokens/${made?.token.id}/revoke`,
      '/account/tokens/%27/revoke',
    ]) {
      const answer = await post(path, { cookie: stranger.cookie, fields });
      expect([answer.status, await headingOf(answer)]).toEqual([404, 'That is not in your account']);
    }
    for (const token of [access_token, made?.text ?? '']) {
      expect((await rpc(gateway.origin, 'tools/list', {}, { token })).status).toBe(200);
    }
    expect((await post(`/account/${grant}`, { cookie: owner.cookie, fields: { csrf: owner.csrf } })).status).toBe(303);
    expect((await rpc(gateway.origin, 'tools/list', {}, { token: access_token })).status).toBe(401);
  });
});

describe('a new token', () => {
  const good = { name: 'A token', scope: 'mcp.stats.read', days: '30', addresses: '' };

  it.each([
    ['name', { name: ' ' }, 'Give it a name'],
    ['name', { name: 'x'.repeat(81) }, 'Give it a name'],
    ['scopes', { scope: '' }, 'Tick at least one thing'],
    ['scopes', { scope: 'mcp.numbers.purchase' }, 'Tick at least one thing'],
    ['days', { days: '0' }, 'a whole number from 1 to 366'],
    ['days', { days: '367' }, 'a whole number from 1 to 366'],
    ['days', { days: '1e1' }, 'a whole number from 1 to 366'],
    ['days', { days: '-1' }, 'a whole number from 1 to 366'],
    ['addresses', { addresses: 'localhost' }, 'neither an address nor a range'],
    ['addresses', { addresses: '10.0.0.0/33' }, 'neither an address nor a range'],
  ])('is not made with the %s of %j, and the form says so', async (_, wrong, words) => {
    const { cookie, csrf } = await session('empty');
    const answer = await post('/account/tokens?lang=en', { cookie, fields: { csrf, ...good, ...wrong } });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(/<p id="problem"[^>]*>(.*?)<\/p>/.exec(html)?.[1]).toContain(words);
    expect(html).not.toContain('vx_mcp_');
    expect(await gateway.app.access?.staticTokens.list(await accountOf('empty'))).toEqual([]);
  });

  it('can be given what this deployment offers, and nothing else', async () => {
    const { cookie } = await session('empty');
    const { url } = gateway.sandbox.voxolib;
    const modest = await startGateway({ ...env, PORT: '0', VOXOLIB_ADMIN: 'false', VOXOLIB_API_URL: url });
    const page = await (await get('/account/tokens/new', cookie, modest)).text();
    expect(page).toContain('value="mcp.stats.read"');
    expect(page).not.toContain('mcp.billing.read');
    const fields = { csrf: csrfIn(page), ...good, scope: 'mcp.billing.read' };
    expect((await post('/account/tokens', { cookie, fields }, modest)).status).toBe(400);
    await modest.close();
  });

  it('is of the plan of those who sign in, whatever a form says, and no page shows it a second time', async () => {
    const { cookie, csrf } = await session('busy');
    const name = '"><script>alert(1)</script>';
    const fields = { csrf, ...good, name, tier: 'automate', addresses: '203.0.113.7, 2001:db8::/32' };
    const made = await post('/account/tokens?lang=en', { cookie, fields });
    const html = await made.text();
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const [text = ''] = /vx_mcp_\w+/.exec(html) ?? [];
    expect(html).toContain('&lt;script');
    expect(html).not.toContain('<script>alert');
    const [token] = (await gateway.app.access?.staticTokens.list(await accountOf('busy'))) ?? [];
    expect(token).toMatchObject({ name, tier: 'discover', addresses: ['203.0.113.7/32', '2001:db8::/32'] });
    const days = ((token?.expiresAt ?? 0) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    const page = await (await get('/account', cookie)).text();
    expect(page).toContain(token?.id);
    expect(page).not.toContain(text);
    expect(page).not.toContain('<script>alert');
  });
});

it('is not there where access is switched off', async () => {
  const plain = await startGateway();
  expect((await get('/account', '', plain)).status).toBe(404);
  expect(await (await get('/mcp/docs', '', plain)).text()).not.toContain('/account');
  await plain.close();
});
