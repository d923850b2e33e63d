import { randomBytes } from 'node:crypto';
import { exportCalls, openStorage, type StorageOptions } from '@voxolib/access';
import { addDays } from '@voxolib/telephony';
import { eras } from '@voxolib/test-kit';
import { freePort } from '@voxolib/test-kit/programs';
import { createAccessToken } from '@voxolib/token';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { engines } from '../../../packages/access/test/engines.ts';
import { everythingKept } from '../../../packages/access/test/everything-kept.ts';
import { formsOf, secretsIn } from '../../../packages/access/test/secret-forms.ts';
import { credentialsIn } from '../src/accounts/credentials.ts';
import { metricsServer } from '../src/operations/metrics-server.ts';
import { formBrowser } from './support/form-browser.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import {
  allowedSignIn,
  openedSignIn,
  REDIRECT,
  refreshed,
  registered,
  signedIn,
  type Tokens,
} from './support/oauth-client.ts';
import { callTool, rpc, send } from './support/rpc.ts';

const CLIENT = 'Canary client';
/** Nobody can tell these from other words when a model sends them as an argument of some other name. */
const FORMLESS = /^(secret key|cookie|Daktela)/;

interface Reply {
  url: URL;
  text: string;
  location: string;
  /** All but the cookies, and where the reply leads to. */
  headers: string;
}

test('the search finds a secret in every form, wherever it stands in a longer text', () => {
  const secret = 'pk-canary.4be1c9d2e8f7/06+15?';
  const secrets = new Map([['it', secret]]);
  for (const before of ['', 'a', 'ab', 'abc']) {
    const bytes = Buffer.from(`${before}${secret}after`);
    for (const encoding of ['utf8', 'base64', 'base64url', 'hex'] as const) {
      expect(secretsIn(bytes.toString(encoding), secrets), `${before} ${encoding}`).toEqual(['it']);
    }
    expect(secretsIn(encodeURIComponent(bytes.toString()), secrets)).toEqual(['it']);
  }
  expect(secretsIn('nothing of it', secrets)).toEqual([]);
});

describe.each(engines)('secrets of sign-in, tokens and calls, on $name', (engine) => {
  const secrets = new Map<string, string>();
  const replies: Reply[] = [];
  const serverKey = randomBytes(32).toString('base64');
  const adminToken = randomBytes(32).toString('hex');
  let gateway: Gateway;
  let place: Awaited<ReturnType<typeof engine.place>>;
  let options: StorageOptions;

  beforeAll(async () => {
    if (engine.absent !== undefined) return;
    place = await engine.place();
    options = place.options;
    const PORT = String(await freePort());
    gateway = await startGateway({
      ACCESS: 'true',
      ...('dataDir' in options ? { DATA_DIR: options.dataDir } : { DATABASE_URL: options.databaseUrl }),
      PORT,
      PUBLIC_URL: `http://127.0.0.1:${PORT}`,
      GATEWAY_KEYS: `2026-11:${serverKey}`,
      ALERT_WEBHOOK_URL: `http://127.0.0.1:9/${randomBytes(12).toString('hex')}`,
      ADMIN_TOKEN: adminToken,
      LOG_LEVEL: 'debug',
    });
    record();
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await gateway?.close();
    await place?.[Symbol.asyncDispose]();
  });

  /** Keeps all that this server answers, and knows its cookies for secrets. */
  function record(): void {
    const real = globalThis.fetch;
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (...given) => {
      const response = await real(...given);
      const url = new URL(response.url);
      if (url.origin !== gateway.origin) return response;
      const headers = [...response.headers].filter(([name]) => name !== 'set-cookie' && name !== 'location');
      const location = response.headers.get('location') ?? '';
      replies.push({ url, text: await response.clone().text(), location, headers: JSON.stringify(headers) });
      for (const line of response.headers.getSetCookie()) {
        const value = /^[^=]+=([^;]*)/.exec(line)?.[1] ?? '';
        // The id of a sign-in stands in its address as well; what makes it worth something is the cookie with its signature.
        const named = `${url.pathname} ${location}`.includes(value);
        if (value.length >= 16 && !named) secrets.set(`cookie ${secrets.size}`, value);
      }
      return response;
    });
  }

  const remember = (name: string, { access_token, refresh_token }: Tokens) => {
    secrets.set(`access token ${name}`, access_token);
    secrets.set(`refresh token ${name}`, refresh_token);
  };

  /** From the keys that a person types to the tokens that a client holds. */
  async function signIn(clientId: string): Promise<Tokens> {
    const { publicKey, secretKey } = gateway.sandbox.voxolib.accounts.demo;
    const opened = await openedSignIn(gateway.origin, clientId);
    const wrong = await createAccessToken({ publicKey, secretKey: `${secretKey}-wrong` });
    secrets.set('token of a wrong key', wrong);
    await opened.browser.post(opened.page, new URLSearchParams({ csrf: opened.csrf, token: wrong }));
    const code = await allowedSignIn(opened, await createAccessToken({ publicKey, secretKey }));
    secrets.set('code', code);
    secrets.set('verifier', opened.verifier);
    const form = { grant_type: 'authorization_code', client_id: clientId, code, redirect_uri: REDIRECT };
    const redeem = (code_verifier: string) =>
      fetch(`${gateway.origin}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({ ...form, code_verifier }),
      });
    expect((await redeem('x'.repeat(43))).status).toBe(400);
    const tokens = (await (await redeem(opened.verifier)).json()) as Tokens;
    remember('of the sign-in', tokens);
    return tokens;
  }

  /** The one page that shows a static token, once. */
  async function madeOnThePage(token: string): Promise<string> {
    const browser = formBrowser();
    const csrfOf = async (path: string) => {
      const page = await (await browser.get(new URL(path, gateway.origin))).text();
      return / name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    };
    const csrf = await csrfOf('/account/sign-in');
    await browser.post(new URL('/account/sign-in', gateway.origin), new URLSearchParams({ csrf, token }));
    const fields = {
      csrf: await csrfOf('/account'),
      name: 'Canary',
      scope: 'mcp.stats.read',
      days: '1',
      addresses: '',
    };
    const made = await browser.post(new URL('/account/tokens', gateway.origin), new URLSearchParams(fields));
    const [text] = /vx_mcp_\w+/.exec(await made.text()) ?? [];
    for (const path of ['/account', '/account/calls', '/account/tokens/new']) await csrfOf(path);
    if (text === undefined) throw new Error(`No token was made: ${made.status}`);
    return text;
  }

  /** What an administrator looks at and exports. */
  async function administered(): Promise<void> {
    const browser = formBrowser();
    const at = (path: string) => new URL(path, gateway.origin);
    const page = await (await browser.get(at('/admin/sign-in'))).text();
    const csrf = / name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    await browser.post(at('/admin/sign-in'), new URLSearchParams({ csrf, token: adminToken }));
    for (const path of ['/admin', '/admin/calls', '/admin/calls/export?format=csv']) {
      expect((await browser.get(at(path))).status, path).toBe(200);
    }
  }

  async function callsWithEverythingThatGoesWrong(tokens: string[]): Promise<void> {
    const { voxolib } = gateway.sandbox;
    for (const token of tokens) {
      for (const era of eras) {
        const options = { token, era };
        await rpc(gateway.origin, 'tools/list', {}, options);
        for (const fault of [
          undefined,
          'status=503',
          'html',
          'reset',
          'wrong-types',
          'redirect=https://evil.example/',
        ]) {
          voxolib.setFault(fault);
          // A day that is not kept yet.
          const day = addDays('2026-01-01', replies.length);
          await callTool(gateway.origin, 'voxolib_wcb_calls', { start_date: day, end_date: day }, options);
        }
        voxolib.setFault(undefined);
        const told = [...secrets].filter(([name]) => !FORMLESS.test(name));
        const given = Object.fromEntries(told.map(([, secret], index) => [`field_${index}`, secret]));
        await callTool(gateway.origin, 'voxolib_wcb_calls', { ...given, start_date: token, tz: token }, options);
        await callTool(gateway.origin, 'voxolib_wcb_calls', { [token]: token }, options);
        await callTool(gateway.origin, token, {}, options);
        await callTool(gateway.origin, 'voxolib_minutes_report', {}, options);
        await send(gateway.origin, { headers: { authorization: `Bearer ${token}` }, body: '{' });
      }
    }
    for (const token of tokens) {
      await send(gateway.origin, { headers: { authorization: `Bearer ${token}x` }, body: '{}' });
      await send(gateway.origin, { body: '{}' }, `/mcp?access_token=${token}`);
      await send(gateway.origin, { body: '{}' }, `/mcp/${token}`);
    }
  }

  /** By password and by token: what is typed, what is kept of it, and what Daktela gives for it. */
  async function daktelaWithEverythingThatGoesWrong(clientId: string): Promise<void> {
    const { daktela } = gateway.sandbox;
    const { username, password, accessToken } = daktela.accounts.demo;
    secrets.set('Daktela password', password).set('Daktela token of the user', accessToken);
    const entries = [
      { daktela_username: username, daktela_password: password },
      { daktela_access_token: accessToken },
    ] as const;
    for (const entry of entries) {
      const tokens = await signedIn(gateway.origin, clientId, { ...entry, daktela_url: daktela.url });
      const { access_token: token } = tokens;
      remember(`of ${Object.keys(entry).join()}`, tokens);
      const holder = await gateway.app.access?.authorization.verifyAccessToken(token);
      const { daktela: account } = credentialsIn(holder?.credential ?? '');
      const sessionOf = async (handle: string) => (await gateway.app.access?.sessions.open(handle))?.session;
      const told = async () => {
        const session = account && 'kept' in account ? await sessionOf(account.kept) : undefined;
        for (const secret of Object.values(session ?? {})) {
          if (Number.isNaN(Date.parse(secret ?? ''))) secrets.set(`Daktela session ${secrets.size}`, secret ?? '');
        }
      };
      await told();
      for (const era of eras) {
        for (const fault of [undefined, 'status=503', 'html', 'reset', 'error-200', 'redirect=https://evil.example/']) {
          daktela.setFault(fault);
          for (const tool of ['call_stats', 'daktela_list_tickets', 'daktela_list_contacts']) {
            await callTool(gateway.origin, tool, { fresh: true }, { token, era });
          }
          daktela.setFault(undefined);
        }
        daktela.endSessions();
        await callTool(gateway.origin, 'call_stats', { period: 'last_7_days', fresh: true }, { token, era });
        await told();
        const mine = 'daktela_access_token' in entry ? accessToken : token;
        await callTool(gateway.origin, 'call_stats', { product: mine, [mine]: mine }, { token, era });
      }
    }
    const refused = { daktela_url: `https://${accessToken}.evil.example`, daktela_access_token: accessToken };
    const { browser, page, csrf } = await openedSignIn(gateway.origin, clientId);
    expect((await browser.post(page, new URLSearchParams({ csrf, ...refused }))).status).toBe(400);
  }

  test.skipIf(engine.absent !== undefined)(
    'reach no log, record, export, metric or reply, whatever goes wrong',
    async () => {
      const { access } = gateway.app;
      if (access === undefined) throw new Error('Access is switched off');
      const { token, secretKey } = gateway.sandbox.voxolib.accounts.demo;
      secrets.set('token of the account', token).set('its signature', token.slice(-64)).set('secret key', secretKey);
      secrets.set('server key', serverKey).set('token of the administrators', adminToken);

      const clientId = await registered(gateway.origin, CLIENT);
      const first = await signIn(clientId);
      const fixed = await madeOnThePage(token);
      secrets.set('static token', fixed).set('secret of the static token', fixed.split('_')[3] ?? '');
      const second = await refreshed(gateway.origin, clientId, first.refresh_token);
      remember('of a refresh', second);
      await callsWithEverythingThatGoesWrong([second.access_token, fixed]);

      // A failure of ours whose message has a secret in it.
      vi.spyOn(access.limits, 'admit').mockRejectedValueOnce(new Error(`failed with ${token}`));
      expect((await callTool(gateway.origin, 'voxolib_did_calls', {}, { token: fixed })).status).toBe(500);

      const third = await refreshed(gateway.origin, clientId, second.refresh_token);
      remember('of the next refresh', third);
      await expect(refreshed(gateway.origin, clientId, first.refresh_token)).rejects.toThrow('400');
      expect((await rpc(gateway.origin, 'tools/list', {}, { token: third.access_token })).status).toBe(401);
      await daktelaWithEverythingThatGoesWrong(clientId);
      await access.audit.flush();
      await administered();

      const storage = await openStorage(options);
      let exported = '';
      for (const format of ['csv', 'jsonl'] as const) {
        for await (const piece of exportCalls(storage, { format })) exported += piece;
      }
      await storage.close();
      const kept = await everythingKept(options);
      const metrics = (await metricsServer(gateway.app.metrics).inject('/metrics')).body;
      const log = gateway.log.join('');

      // What was searched is what was written.
      expect(kept).toContain(CLIENT);
      expect(exported).toContain('voxolib_wcb_calls');
      expect(log).toContain('"error":{"name":"Error"');
      expect(metrics).toContain('mcp_tool_calls_total');
      expect(replies.length).toBeGreaterThan(60);
      expect(secrets.size).toBeGreaterThan(12);

      expect(secretsIn(log, secrets)).toEqual([]);
      expect(secretsIn(kept, secrets)).toEqual([]);
      expect(secretsIn(exported, secrets)).toEqual([]);
      expect(secretsIn(metrics, secrets)).toEqual([]);
      for (const reply of replies) {
        const { url, headers } = reply;
        expect(secretsIn(`${headers} ${locationOf(reply)} ${textOf(reply)}`, secrets), url.pathname).toEqual([]);
      }
      // Each has its one place.
      const shown = replies.filter(({ text }) => formsOf(fixed).some((form) => text.includes(form)));
      expect(shown.map(({ url }) => url.pathname)).toEqual(['/account/tokens']);
    },
  );

  /** Without the code, in the one redirect where it belongs, of which the text says the same. */
  function locationOf({ location }: Reply): string {
    return location.startsWith(REDIRECT) ? withoutCode(location) : location;
  }

  /** Without the tokens, in the one place where each of them belongs. */
  function textOf({ url, text, location }: Reply): string {
    if (location.startsWith(REDIRECT)) return withoutCode(text);
    if (url.pathname === '/oauth/token') return text.replace(/(?<="(access|refresh)_token":")[^"]+/g, '');
    return url.pathname === '/account/tokens' ? text.replaceAll(/vx_mcp_\w+/g, '') : text;
  }
});

const withoutCode = (text: string) => text.replaceAll(/(?<=[?&;]code=)[^&"<]+/g, '');
