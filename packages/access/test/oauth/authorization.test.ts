import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeStorage, type TestStorage } from '../engines.ts';
import { Browser, locationOf } from './browser.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { authorizationUrl, challenge, REDIRECT, registered, signedIn, type Tokens, token } from './raw-client.ts';

describeStorage('authorization', (open) => {
  let storage: TestStorage;
  let gateway: Gateway;
  let client: string;
  beforeAll(async () => {
    storage = await open();
    gateway = await startGateway(storage);
    client = await registered(gateway, { redirect_uris: [REDIRECT, 'https://app.example/cb'] });
  });
  afterAll(async () => {
    await gateway.close();
    await storage.close();
    expect(gateway.errors).toEqual([]);
  });

  const code_challenge = challenge().challenge;
  /** What the client is told, where it is told anything. */
  async function errorOf(given: Record<string, string | undefined>) {
    const response = await new Browser().get(authorizationUrl(gateway, client, { code_challenge, ...given }));
    if (response.status !== 303) return { status: response.status };
    const url = locationOf(response, gateway.origin);
    const { error, iss } = Object.fromEntries([...url.searchParams, ...new URLSearchParams(url.hash.slice(1))]);
    return { error, iss };
  }

  it('refuses a request without PKCE, with plain PKCE, and with a short challenge', async () => {
    const refused = { error: 'invalid_request', iss: gateway.origin };
    expect(await errorOf({ code_challenge: undefined, code_challenge_method: undefined })).toEqual(refused);
    expect(await errorOf({ code_challenge_method: 'plain' })).toEqual(refused);
    expect(await errorOf({ code_challenge_method: undefined })).toEqual(refused);
    expect(await errorOf({ code_challenge: 'short' })).toEqual(refused);
  });

  it.each([
    'https://evil.example/cb',
    'https://app.example/cb/../evil',
    'https://app.example/CB',
    'https://app.example/cb?x=1',
    'https://app.example.evil.example/cb',
    'http://localhost:33418/callback',
    'http://127.0.0.1:33418/callback/other',
  ])('sends nobody to the unregistered %s', async (redirect_uri) => {
    const response = await new Browser().get(authorizationUrl(gateway, client, { code_challenge, redirect_uri }));
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const page = await response.text();
    expect(page).toContain('redirect_uri');
    expect(page).not.toMatch(/https?:\/\/fonts|<link|<script|at .+\.js:/);
  });

  it('lets a program of this machine take another port', async () => {
    const redirect_uri = 'http://127.0.0.1:40000/callback';
    expect(await errorOf({ redirect_uri })).toEqual({ error: undefined, iss: undefined });
  });

  it('refuses a parameter that stands there twice', async () => {
    const url = authorizationUrl(gateway, client, { code_challenge });
    url.searchParams.append('redirect_uri', 'https://app.example/cb');
    expect((await new Browser().get(url)).status).toBe(400);
    const twice = authorizationUrl(gateway, client, { code_challenge });
    twice.searchParams.append('scope', 'demo.numbers.write');
    const back = locationOf(await new Browser().get(twice), gateway.origin);
    expect(back.searchParams.get('error')).toBe('invalid_request');

    const { form } = await signedIn(gateway, client);
    const doubled = new URLSearchParams(form);
    doubled.append('code', 'another');
    const response = await fetch(`${gateway.origin}/oauth/token`, { method: 'POST', body: doubled });
    expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_request' }]);
  });

  it('refuses another resource', async () => {
    const refused = { error: 'invalid_target', iss: gateway.origin };
    const { origin, resource } = gateway;
    for (const other of [
      'https://other.example/mcp',
      `${origin}/other`,
      `${resource}#part`,
      `${resource}?a=b`,
      'mcp',
    ]) {
      expect(await errorOf({ resource: other }), other).toEqual(refused);
    }
    const { form } = await signedIn(gateway, client);
    const response = await token(gateway, { ...form, resource: 'https://other.example/mcp' });
    expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_target' }]);
  });

  it('knows the resource in every form that clients send', async () => {
    const { origin, resource } = gateway;
    const forms = [`${resource}/`, resource.replace('http:', 'HTTP:'), origin, `${origin}/`, '', undefined];
    for (const asked of forms) {
      const { form } = await signedIn(gateway, client, { resource: asked });
      const response = await token(gateway, { ...form, ...(asked !== undefined && { resource: asked }) });
      expect(response.status, asked).toBe(200);
      const { access_token } = (await response.json()) as Tokens;
      expect(await gateway.server.verifyAccessToken(access_token)).toMatchObject({ subject: 'account-1' });
    }
  });

  it('answers what it does not do by the standard errors', async () => {
    const iss = gateway.origin;
    expect(await errorOf({ response_type: 'token' })).toEqual({ error: 'unsupported_response_type', iss });
    expect(await errorOf({ request: 'e30.e30.' })).toEqual({ error: 'request_not_supported', iss });
    expect(await errorOf({ request_uri: 'https://evil.example/' })).toEqual({
      error: 'request_uri_not_supported',
      iss,
    });
    expect(await errorOf({ prompt: 'none' })).toEqual({ error: 'login_required', iss });
  });

  it('asks for the default scopes when the client asks for none that there are', async () => {
    for (const scope of [undefined, '', 'openid profile', 'unknown']) {
      const { page } = await new Browser().open(authorizationUrl(gateway, client, { code_challenge, scope }));
      expect(page.scopes).toEqual(['demo.stats.read']);
    }
    const scope = 'offline_access demo.numbers.write openid unknown';
    const given = { code_challenge, scope, prompt: 'consent', nonce: 'n', max_age: '1' };
    const { page } = await new Browser().open(authorizationUrl(gateway, client, given));
    expect(page.scopes).toEqual(['demo.numbers.write']);
  });

  it('takes an answer only from the browser that was asked, from its page, and once', async () => {
    const browser = new Browser();
    const { url, page } = await browser.open(authorizationUrl(gateway, client, { code_challenge }));
    const form = new URLSearchParams({ csrf: page.csrf, account: 'a', credential: 'c', scope: 'demo.stats.read' });
    expect((await new Browser().post(url, form)).status).toBe(400);
    const from = async (headers: Record<string, string>) => (await browser.post(url, form, headers)).status;
    expect(await from({ origin: 'https://evil.example' })).toBe(403);
    expect(await from({ origin: 'null' })).toBe(403);
    expect(await from({ origin: gateway.origin, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await from({ 'sec-fetch-site': 'same-site' })).toBe(403);
    const forged = new URLSearchParams({ ...Object.fromEntries(form), csrf: 'x' });
    expect((await browser.post(url, forged)).status).toBe(403);
    const other = new Browser();
    const second = await other.open(authorizationUrl(gateway, client, { code_challenge }));
    expect((await other.answer(second.url, page)).status).toBe(403);

    const first = await browser.answer(url, page);
    expect(first.status).toBe(303);
    expect((await browser.answer(url, page)).status).toBe(400);
    const resume = locationOf(first, url);
    expect((await new Browser().get(resume)).status).toBe(400);
    expect(locationOf(await browser.get(resume), url).searchParams.get('code')).toBeTruthy();
    expect((await browser.get(resume)).status).toBe(400);
    expect((await browser.answer(url, page)).status).toBe(400);
  });

  it('tells the client when the person does not want to, or allows nothing', async () => {
    for (const answer of [{ deny: true }, { scopes: [] }, { scopes: ['demo.numbers.write'] }]) {
      const back = await new Browser().signIn(authorizationUrl(gateway, client, { code_challenge }), answer);
      expect(back.searchParams.get('error')).toBe('access_denied');
      expect(back.searchParams.get('iss')).toBe(gateway.origin);
    }
  });

  it('lets one browser sign in with different accounts, one after the other', async () => {
    const browser = new Browser();
    for (const account of ['first', 'second', 'first']) {
      const back = await browser.signIn(authorizationUrl(gateway, client, { code_challenge }), { account });
      expect(back.searchParams.get('code')).toBeTruthy();
    }
  });

  it('believes no header about where it is', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.0.0.1' };
    const response = await new Browser().get(authorizationUrl(gateway, client, { code_challenge }), headers);
    expect(locationOf(response, gateway.origin).origin).toBe(gateway.origin);
    expect(response.headers.getSetCookie().join()).not.toContain('evil');
  });
});
