import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@voxolib/test-kit/programs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { launchBrowser, SKIPPED, withoutBrowser } from './support/browser.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { refreshed, registered, signedIn as signedInClient } from './support/oauth-client.ts';
import { faintTexts, outsideOfPage } from './support/page-measures.ts';
import { callTool, rpc } from './support/rpc.ts';
import { sdkSignIn } from './support/sdk-sign-in.ts';
import { watchedPage } from './support/watched-page.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08' };

describe.skipIf(withoutBrowser)(`the page of the account, in a real browser (${SKIPPED})`, () => {
  let gateway: Gateway;
  let browser: Browser;
  /** The client's own server. */
  let client: Server;
  let callback = '';
  let dataDir = '';

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'account-'));
    browser = await launchBrowser();
    client = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><html lang="en"><title>Client</title><link rel="icon" href="data:,"><p>Back</p>');
    });
    await new Promise<void>((listening) => client.listen(0, '127.0.0.1', listening));
    callback = `http://127.0.0.1:${(client.address() as AddressInfo).port}/callback`;
    const PORT = String(await freePort());
    gateway = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir, PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}` });
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    client?.close();
    await gateway?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function typeKeys(page: Page, account: 'demo' | 'busy' | 'didOnly') {
    const { publicKey, secretKey } = gateway.sandbox.voxolib.accounts[account];
    await page.getByLabel(/api_public_key/).fill(publicKey);
    await page.getByLabel(/client_secret_key/).fill(secretKey);
    await page.locator('#keys button').click();
  }

  /** Signs in at the page of the account. */
  async function visit(account: 'demo' | 'busy' | 'didOnly', options: BrowserContextOptions = {}) {
    const watched = await watchedPage(browser, options);
    await watched.page.goto(`${gateway.origin}/account`);
    await watched.page.waitForURL(/\/account\/sign-in/);
    await typeKeys(watched.page, account);
    await watched.page.waitForURL(/\/account\?lang=/);
    return watched;
  }

  async function makeToken(page: Page, name: string, scopes: string[]): Promise<string> {
    await page.goto(`${gateway.origin}/account/tokens/new`);
    await page.locator('#name').fill(name);
    for (const scope of scopes) await page.locator(`input[value="${scope}"]`).check();
    await page.locator('button.primary').click();
    return (await page.locator('#new-token').textContent()) ?? '';
  }

  async function submit(page: Page, selector: string) {
    await Promise.all([page.waitForNavigation(), page.locator(selector).click()]);
  }

  it('shows a client that signed in, and ends all that it holds at once', async () => {
    const { demo } = gateway.sandbox.voxolib.accounts;
    const asking = await sdkSignIn(new URL('/mcp', gateway.origin), callback, 'A <b>client</b>');
    const signingIn = await watchedPage(browser);
    await signingIn.page.goto(asking.authorizationUrl.href);
    await typeKeys(signingIn.page, 'demo');
    await signingIn.page.waitForURL(/\/consent/);
    await signingIn.page.getByLabel('See how many numbers you have').uncheck();
    expect(await signingIn.page.locator('form.card').textContent()).toContain(
      `${new URL(gateway.origin).host}/account`,
    );
    await signingIn.page.getByRole('button', { name: 'Allow' }).click();
    await signingIn.page.waitForURL(/\/callback\?code=/);
    const connected = await asking.finish(new URL(signingIn.page.url()));
    await connected.callTool({ name: 'voxolib_did_calls', arguments: week });
    const clientId = await registered(gateway.origin, 'Another');
    const others = await signedInClient(gateway.origin, clientId, demo.token);

    const { page, complaints } = await visit('demo');
    const card = page.locator('.connected', { hasText: 'A <b>client</b>' });
    expect(await page.locator('.connected').count()).toBe(2);
    expect(await card.locator('.host').textContent()).toBe(new URL(callback).host);
    expect(await card.locator('.scope-words').textContent()).toContain('Read your call statistics');
    expect(await card.locator('.scope-words').textContent()).not.toContain('how many numbers');
    expect(await card.locator('time').count()).toBe(2);

    const call = () => rpc(gateway.origin, 'tools/list', {}, { token: others.access_token });
    await card.locator('summary').click();
    await submit(page, '.connected:has-text("A <b>client</b>") button');
    expect(await page.getByRole('status').first().textContent()).toContain('The application is disconnected');
    expect(await page.locator('.connected h3').allTextContents()).toEqual(['Another']);
    await expect(connected.callTool({ name: 'voxolib_did_calls', arguments: week })).rejects.toThrow();
    expect((await call()).status).toBe(200);

    await page.locator('.connected summary').click();
    await submit(page, '.connected button');
    expect((await call()).status).toBe(401);
    await expect(refreshed(gateway.origin, clientId, others.refresh_token)).rejects.toThrow(/400.*invalid_grant/s);
    expect(await page.locator('.connected').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('makes a token that is shown once, works, and is refused when it is revoked', async () => {
    const { page, context, requests, complaints } = await visit('didOnly');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const name = '<script>alert(1)</script>';
    const token = await makeToken(page, name, ['mcp.stats.read']);
    expect(token).toMatch(/^vx_mcp_/);
    await page.locator('.snippet button.copy').first().click();
    await page.getByText('Copied').first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);

    expect((await callTool(gateway.origin, 'voxolib_did_calls', week, { token })).status).toBe(200);
    await page.getByRole('link', { name: 'Done, back to the account' }).click();
    expect(await page.content()).not.toContain(token);
    expect(await page.locator('article h3', { hasText: 'alert' }).textContent()).toBe(name);
    await page.locator('.end summary').click();
    await submit(page, '.end button');
    expect(await page.getByRole('status').first().textContent()).toContain('The token has ended');
    expect((await callTool(gateway.origin, 'voxolib_did_calls', week, { token })).status).toBe(401);
    await page.locator('.ended summary').click();
    expect(await page.locator('.ended li').textContent()).toContain('revoked on');

    expect(complaints).toEqual([]);
    const { secretKey } = gateway.sandbox.voxolib.accounts.didOnly;
    expect(requests.filter((request) => request.includes(secretKey))).toEqual([]);
    expect(requests.filter((request) => !/^(data:|http:\/\/127\.0\.0\.1:)/.test(request))).toEqual([]);
    expect(gateway.log.filter((line) => line.includes(token) || line.includes(token.split('_')[3] ?? '-'))).toEqual([]);
  });

  it('shows the calls of this account and of no other, by filters, with a chart and what is used', async () => {
    const mine = await visit('demo');
    const token = await makeToken(mine.page, 'Counted', ['mcp.stats.read', 'mcp.inventory.read']);
    const theirs = await visit('busy');
    const other = await makeToken(theirs.page, 'Not mine', ['mcp.stats.read']);
    for (let call = 0; call < 3; call++) await callTool(gateway.origin, 'voxolib_dids', {}, { token });
    await callTool(gateway.origin, 'voxolib_wcb_calls', week, { token });
    await callTool(gateway.origin, 'voxolib_wcb_calls', week, { token: other });
    await gateway.app.access?.audit.flush();

    const { page, complaints } = mine;
    await page.goto(`${gateway.origin}/account/calls`);
    const before = await page.locator('.call-table tbody').count();
    expect(before).toBeGreaterThanOrEqual(4);
    expect(await page.locator('.day-chart svg').isVisible()).toBe(true);
    await page.locator('#filter-tool').selectOption('voxolib_wcb_calls');
    await submit(page, '.filters button.primary');
    expect(await page.locator('.call-table tbody').count()).toBe(1);
    expect(await page.locator('.call-table tbody').textContent()).toContain('voxolib_wcb_calls');
    await page.getByRole('link', { name: 'Français' }).click();
    expect(await page.locator('h2').textContent()).toBe('Mes appels');
    expect(await page.locator('.call-table tbody').count()).toBe(1);

    await page.goto(`${gateway.origin}/account`);
    await page.getByRole('link', { name: 'Its calls : Counted' }).click();
    expect(await page.locator('.call-table tbody').count()).toBe(4);

    await theirs.page.goto(`${gateway.origin}/account/calls?user=${encodeURIComponent('voxolib:x')}`);
    expect(await theirs.page.locator('.call-table tbody').count()).toBe(1);
    await theirs.page.goto(`${gateway.origin}/account`);
    expect(await theirs.page.locator('.plan').textContent()).toMatch(/1 of 10,000 calls.*1 of 60 calls/);
    expect(complaints).toEqual([]);
  });

  it('says which filter cannot be, and keeps what was typed', async () => {
    const { page } = await visit('demo');
    const answer = await page.goto(`${gateway.origin}/account/calls?from=2026-13-01&status=odd`);
    expect(answer?.status()).toBe(400);
    expect(await page.title()).toMatch(/^Problem: /);
    expect(await page.locator('#filter-from').inputValue()).toBe('2026-13-01');
    expect(await page.locator('#filter-from-problem').textContent()).toContain('not a day');
    expect(await page.locator('#filter-status-problem').textContent()).toContain('not one of the outcomes');
  });

  it('takes a ready token without script, and every other step as well', async () => {
    const { page } = await watchedPage(browser, { javaScriptEnabled: false });
    await page.goto(`${gateway.origin}/account/sign-in`);
    await page.locator('#ready summary').click();
    await page.locator('#token').fill(gateway.sandbox.voxolib.accounts.empty.token);
    await page.getByRole('button', { name: 'Sign in with this token' }).click();
    await page.waitForURL(/\/account\?lang=/);
    expect(await makeToken(page, 'Without script', ['mcp.stats.read'])).toMatch(/^vx_mcp_/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/done=signed-out/);
    expect(await page.getByRole('status').first().textContent()).toBe('You are signed out.');
    await page.goto(`${gateway.origin}/account`);
    expect(new URL(page.url()).pathname).toBe('/account/sign-in');
  });

  /** Each page in turn, also those that say what is wrong. */
  async function eachPage(options: BrowserContextOptions, look: (page: Page, name: string) => Promise<void>) {
    const { demo } = gateway.sandbox.voxolib.accounts;
    const long = 'x'.repeat(80);
    await signedInClient(gateway.origin, await registered(gateway.origin, long), demo.token);
    const { page, complaints, requests } = await watchedPage(browser, options);
    await page.goto(`${gateway.origin}/account/sign-in`);
    await look(page, 'sign-in');
    await typeKeys(page, 'demo');
    await page.waitForURL(/\/account\?lang=/);
    await page.goto(`${gateway.origin}/account/tokens/new`);
    await page.locator('#addresses').fill('somewhere');
    await page.locator('#name').fill(long);
    await page.locator('input[type=checkbox]').first().check();
    await submit(page, 'button.primary');
    expect(await page.locator('#addresses').getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem');
    await look(page, 'new token');
    await page.locator('#addresses').fill('2001:db8::/32\n203.0.113.7');
    await submit(page, 'button.primary');
    await look(page, 'made token');
    const token = (await page.locator('#new-token').textContent()) ?? '';
    await callTool(gateway.origin, 'voxolib_dids', {}, { token });
    await gateway.app.access?.audit.flush();
    await page.goto(`${gateway.origin}/account?done=revoked`);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await look(page, 'overview');
    await page.goto(`${gateway.origin}/account/calls`);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await look(page, 'calls');
    const csrf = await page.locator('input[name=csrf]').first().inputValue();
    await page.evaluate(
      ([text = '']) => {
        const form = document.querySelector<HTMLFormElement>('header form');
        if (form === null) throw new Error('There is no form');
        form.action = `/account/tokens/${'x'.repeat(12)}/revoke`;
        const field = form.querySelector('input');
        if (field !== null) field.value = text;
      },
      [csrf],
    );
    await submit(page, 'header form button');
    await look(page, 'notice');
    // The page that could not do what was asked has a status that the browser tells of.
    expect(complaints.filter((words) => !/status of 40[04]/.test(words))).toEqual([]);
    expect(requests.filter((request) => !/^(data:|http:\/\/127\.0\.0\.1:)/.test(request))).toEqual([]);
  }

  const views = [
    ['en', 'light'],
    ['fr', 'dark'],
  ] as const;

  it.each(views)('is accessible and readable in %s and %s colours on every page', async (locale, colorScheme) => {
    const problems: Record<string, string[]> = {};
    await eachPage({ locale, colorScheme }, async (page, name) => {
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      problems[name] = [...(await accessibilityViolations(page)), ...(await page.evaluate(faintTexts, 4.5))];
    });
    expect(problems).toEqual(Object.fromEntries(Object.keys(problems).map((name) => [name, []])));
    expect(Object.keys(problems)).toHaveLength(6);
  });

  it.each(['en', 'fr'])('fits a phone of 375 px in %s', async (locale) => {
    const wide: Record<string, unknown> = {};
    await eachPage({ locale, viewport: { width: 375, height: 740 } }, async (page, name) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      wide[name] = [width, await page.evaluate(outsideOfPage)];
    });
    expect(wide).toEqual(Object.fromEntries(Object.keys(wide).map((name) => [name, [375, []]])));
  });

  it('is linked from the documentation', async () => {
    const { page } = await watchedPage(browser, { locale: 'fr-FR' });
    await page.goto(`${gateway.origin}/mcp/docs`);
    await page.getByRole('link', { name: 'Votre compte' }).click();
    expect(await page.locator('h1').textContent()).toBe('Votre compte');
    expect(await page.title()).toContain('Connexion à votre compte');
  });
});
