import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { enterWith } from '../src/accounts/enter.ts';
import { judgeOf } from '../src/accounts/judge.ts';
import { accessibilityViolations } from './support/accessibility.ts';
import { launchBrowser, SKIPPED, withoutBrowser } from './support/browser.ts';
import { faintTexts, outsideOfPage } from './support/page-measures.ts';
import { OneSignIn, SIGN_IN_COOKIE, SIGN_IN_PATH, type SignInServer, signInServer } from './support/sign-in-server.ts';
import { watchedPage } from './support/watched-page.ts';

const SECRET_THAT_FITS_NOWHERE = 'canary-sécrèt-7f3a';

describe.skipIf(withoutBrowser)(`signing in, in a real browser (${SKIPPED})`, () => {
  let sandbox: Sandbox;
  let browser: Browser;
  /** The client's own server, of another site than the pages. */
  let client: Server;
  let callback = '';
  const served: SignInServer[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
    browser = await launchBrowser();
    client = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><html lang="en"><title>Client</title><link rel="icon" href="data:,"><p>Back</p>');
    });
    await new Promise<void>((listening) => client.listen(0, 'localhost', listening));
    callback = `http://localhost:${(client.address() as AddressInfo).port}/callback`;
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    for (const { app } of served.splice(0)) await app.close();
  });
  afterAll(async () => {
    await browser?.close();
    client?.close();
    await sandbox?.close();
  });

  function vendors() {
    const daktelaRules = { allowedHosts: [], trustedOrigins: [sandbox.daktela.url] };
    const settings = { voxolib: { baseUrl: sandbox.voxolib.url }, voipms: {}, daktela: daktelaRules };
    const all = { ...settings, sessions: () => undefined };
    const judge = judgeOf(all);
    return { judge, enter: enterWith(judge, all), daktelaRules };
  }

  /** Opens the first page as a client that wants something does. */
  async function begin(options: BrowserContextOptions = {}, changes: ConstructorParameters<typeof OneSignIn>[0] = {}) {
    const signIn = new OneSignIn({ ...changes, client: { redirectUri: callback, ...changes.client } });
    const server = signInServer({
      interactions: signIn,
      ...vendors(),
      publicUrl: new URL('http://127.0.0.1'),
    });
    served.push(server);
    const origin = await server.app.listen({ host: '127.0.0.1', port: 0 });
    const watched = await watchedPage(browser, options);
    await watched.context.addCookies([{ ...SIGN_IN_COOKIE, url: origin }]);
    await watched.page.goto(origin + SIGN_IN_PATH, { waitUntil: 'load' });
    return { ...watched, origin, signIn };
  }

  async function typeKeys(page: Page, keys: { publicKey: string; secretKey: string }) {
    await page.getByLabel(/api_public_key/).fill(keys.publicKey);
    await page.getByLabel(/client_secret_key/).fill(keys.secretKey);
  }

  /** As far as the consent. */
  async function signedIn(
    options: BrowserContextOptions = {},
    changes: ConstructorParameters<typeof OneSignIn>[0] = {},
  ) {
    const begun = await begin(options, changes);
    await typeKeys(begun.page, sandbox.voxolib.accounts.demo);
    await begun.page.locator('#keys button').click();
    await begun.page.waitForURL(/\/consent/);
    return begun;
  }

  it('leads from the two keys to the client, which gets what was allowed, and the secret goes nowhere', async () => {
    const { context, page, requests, complaints, signIn, origin } = await signedIn();
    const { publicKey, secretKey, token } = sandbox.voxolib.accounts.demo;
    expect(await page.locator('.account code').textContent()).toBe(publicKey);
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(3);
    await page.getByLabel('Read your billed minutes').uncheck();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.waitForURL(`${callback}?code=a-code`);

    expect(signIn.answers).toMatchObject([{ credential: token, scopes: ['mcp.stats.read', 'mcp.inventory.read'] }]);
    expect(complaints).toEqual([]);
    const signature = token.slice(-64);
    expect(requests.filter((request) => request.includes(secretKey))).toEqual([]);
    expect(requests.filter((request) => request.includes(signature))).toEqual([
      expect.stringMatching(new RegExp(`^${origin}${SIGN_IN_PATH}\\?lang=en \\{.*\\} csrf=[\\w-]+&token=`)),
    ]);
    const others = requests.filter((request) => !request.startsWith(`${origin}/`) && !request.startsWith('data:'));
    expect(others).toEqual([expect.stringMatching(`^${callback}\\?code=a-code `)]);
    expect(others[0]).not.toContain('referer');
    expect(JSON.stringify(await context.storageState({ indexedDB: true }))).not.toContain(signature);
  });

  it('serves the keyboard alone, with the focus in sight', async () => {
    const { page, signIn } = await begin();
    const { demo } = sandbox.voxolib.accounts;
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content');
    expect((await page.locator('.skip').boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('public-key');
    await page.keyboard.type(demo.publicKey);
    await page.keyboard.press('Tab');
    await page.keyboard.type(demo.secretKey);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/consent/);

    await page.getByRole('checkbox').first().focus();
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(outline).toBe('solid');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Allow' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${callback}?code=a-code`);
    expect(signIn.answers).toMatchObject([{ scopes: ['mcp.inventory.read', 'mcp.billing.read'] }]);
  });

  it('is all in French for those who read it, and changes the language on the way', async () => {
    const { page, complaints } = await signedIn({ locale: 'fr-FR' });
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.locator('h1').textContent()).toMatch(/^Que peut faire Claude/);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('h1').textContent()).toBe('What may Claude do?');
    await page.getByRole('link', { name: 'Français' }).click();
    await page.getByRole('button', { name: 'Autoriser' }).click();
    await page.waitForURL(`${callback}?code=a-code`);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['before signing in', begin, 'Cancel'],
    ['after it', signedIn, 'Deny'],
  ])('can be refused %s, which the client is told', async (_, open, name) => {
    const { page, signIn, complaints } = await open();
    await page.getByRole('button', { name }).click();
    await page.waitForURL(`${callback}?error=access_denied`);
    expect([signIn.answers, complaints]).toEqual([['denied'], []]);
  });

  it('says the same of a wrong secret and of an unknown account, and is ready for another try', async () => {
    const { page, requests } = await begin();
    const { demo } = sandbox.voxolib.accounts;
    const words: (string | null)[] = [];
    for (const keys of [
      { ...demo, secretKey: SECRET_THAT_FITS_NOWHERE },
      { publicKey: 'pk.nobody', secretKey: SECRET_THAT_FITS_NOWHERE },
    ]) {
      await typeKeys(page, keys);
      await Promise.all([page.waitForNavigation(), page.locator('#keys button').click()]);
      words.push(await page.getByRole('alert').textContent());
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem');
      expect(await page.title()).toMatch(/^Problem: /);
      expect(await page.locator('#secret-key').inputValue()).toBe('');
    }
    expect(words[0]).toContain('does not belong to it');
    expect(words[1]).toBe(words[0]);
    expect(requests.filter((request) => /canary|s%C3%A9cr/.test(request))).toEqual([]);
    await typeKeys(page, demo);
    await page.locator('#keys button').click();
    await page.waitForURL(/\/consent/);
  });

  it.each([
    ['', 's', 'public-key', 'Enter your public key.'],
    ['p k', 's', 'public-key', 'contains a space'],
    ['pk', '', 'secret-key', 'Enter your secret key.'],
    ['pk', ' s', 'secret-key', 'starts or ends with a space'],
  ])('says what is wrong with the keys %j and %j without sending anything', async (publicKey, secretKey, id, words) => {
    const { page, requests } = await begin();
    const before = requests.length;
    await typeKeys(page, { publicKey, secretKey });
    await page.locator('#keys button').click();
    const problem = page.locator('#keys-error');
    await problem.waitFor();
    expect(await problem.textContent()).toContain(words);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    expect(await page.locator(`#${id}`).getAttribute('aria-invalid')).toBe('true');
    expect(requests.slice(before)).toEqual([]);
  });

  it('goes back to an empty page', async () => {
    const { page } = await signedIn();
    await page.goBack();
    expect(await page.locator('#secret-key').inputValue()).toBe('');
    expect(await page.locator('#derived-token').inputValue()).toBe('');
  });

  it('takes a ready token without script, and offers nothing that would not work', async () => {
    const { page, signIn } = await begin({ javaScriptEnabled: false });
    expect(await page.locator('#secret-key').isVisible()).toBe(false);
    expect(await page.locator('noscript').textContent()).toContain('needs JavaScript');
    await page.locator('#ready summary').click();
    await page.locator('#token').fill(sandbox.voxolib.accounts.demo.token);
    await page.getByRole('button', { name: 'Sign in with this token' }).click();
    await page.waitForURL(/\/consent/);
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.waitForURL(`${callback}?code=a-code`);
    expect(signIn.answers).toHaveLength(1);
  });

  /** What this server has of a Daktela: the address of an instance, and who may come in. */
  const instance = () => sandbox.daktela.accounts.demo;

  it.each([
    ['with', true],
    ['without', false],
  ])(
    'takes a Daktela account by the keyboard alone, %s script, and says what is wrong where it is',
    async (_, script) => {
      const { page, signIn } = await begin({ javaScriptEnabled: script });
      const { username, password } = instance();
      await page.locator('#daktela summary').focus();
      await page.keyboard.press('Enter');
      const send = async (...values: string[]) => {
        await page.locator('#daktela-url').focus();
        for (const [index, value] of values.entries()) {
          if (index > 0) await page.keyboard.press('Tab');
          await page.keyboard.type(value);
        }
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      };
      await send('https://daktela.com.evil.example', username, password);
      const problem = await page.getByRole('alert').textContent();
      expect(problem).toContain('not an address of a Daktela');
      const address = page.locator('#daktela-url');
      expect(await address.getAttribute('aria-invalid')).toBe('true');
      expect(await address.getAttribute('aria-describedby')).toMatch(/^problem /);
      expect(await page.locator('#daktela').getAttribute('open')).not.toBeNull();
      expect(await page.locator('#daktela-password').inputValue()).toBe('');

      await send(sandbox.daktela.url, username, 'no-such-password');
      expect(await page.getByRole('alert').textContent()).toContain('does not accept');
      expect(await page.locator('#daktela-password').getAttribute('aria-invalid')).toBe('true');

      await send(sandbox.daktela.url, username, password);
      await page.waitForURL(/\/consent/);
      expect(await page.locator('.account code').textContent()).toBe(
        `${username} @ ${new URL(sandbox.daktela.url).host}`,
      );
      await page.getByRole('button', { name: 'Allow' }).click();
      await page.waitForURL(`${callback}?code=a-code`);
      expect(JSON.stringify(signIn.answers)).not.toContain(password);
    },
  );

  it('offers Daktela in French, and takes an access token there', async () => {
    const { page } = await begin({ locale: 'fr-FR' });
    await page.getByText('J’ai un compte Daktela').click();
    await page.getByLabel('Adresse de votre Daktela').fill(sandbox.daktela.url);
    await page.getByLabel('Jeton d’accès Daktela').fill(instance().accessToken);
    await page.getByRole('button', { name: 'Se connecter avec Daktela' }).click();
    await page.waitForURL(/\/consent/);
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  });

  it('asks again when nothing is ticked', async () => {
    const { page, signIn } = await signedIn();
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Allow' }).click()]);
    expect(await page.getByRole('alert').textContent()).toContain('Tick at least one thing');
    expect(signIn.answers).toEqual([]);
  });

  it('cannot be shown inside another page', async () => {
    const { page, context, origin } = await begin();
    await context.route('https://evil.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<iframe src="${origin}${SIGN_IN_PATH}"></iframe>` }),
    );
    await page.goto('https://evil.example/');
    await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
  });

  it('could not send anything by script if it tried', async () => {
    const { page } = await begin();
    await expect(page.evaluate(() => fetch('/healthz').then(() => 'sent'))).rejects.toThrow(/Failed to fetch|Content/);
  });

  const views = [
    ['en', 'light'],
    ['fr', 'dark'],
  ] as const;

  it.each(views)('is accessible and readable in %s and %s colours, whatever it says', async (locale, colorScheme) => {
    const local = { localOnly: true, redirectHost: '127.0.0.1:33418', name: 'x'.repeat(120) };
    const { page, origin } = await begin({ locale, colorScheme }, { client: local });
    const problems = async () => [...(await accessibilityViolations(page)), ...(await page.evaluate(faintTexts, 4.5))];
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await problems()).toEqual([]);
    await page.locator('#keys button').click();
    await page.locator('#keys-error').waitFor();
    expect(await problems()).toEqual([]);
    await page.locator('#token').fill('x');
    await Promise.all([page.waitForNavigation(), page.locator('#ready button').click()]);
    expect(await problems()).toEqual([]);
    await page.locator('#daktela summary').click();
    await page.locator('#daktela-url').fill('acme.example');
    await Promise.all([page.waitForNavigation(), page.locator('#daktela button').click()]);
    expect(await problems()).toEqual([]);
    await typeKeys(page, sandbox.voxolib.accounts.demo);
    await page.locator('#keys button').click();
    await page.waitForURL(/\/consent/);
    expect(await problems()).toEqual([]);
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
    await Promise.all([page.waitForNavigation(), page.locator('button.primary').click()]);
    expect(await problems()).toEqual([]);
    await page.goto(`${origin}/oauth/sign-in/another`);
    expect(await problems()).toEqual([]);
  });

  it.each(['en', 'fr'])('fits a phone of 360 px in %s', async (locale) => {
    const phone = { locale, viewport: { width: 360, height: 740 } };
    const client = {
      name: 'x'.repeat(120),
      redirectHost: `${'very-long-name.'.repeat(6)}example`,
      documentHost: 'y.example',
    };
    const changing = ['mcp.stats.read', 'mcp.routing.write', 'mcp.contactcenter.read'];
    const { page } = await signedIn(phone, { client, scopes: changing });
    const measured = async () => [
      await page.evaluate(() => document.documentElement.scrollWidth),
      await page.evaluate(outsideOfPage),
    ];
    expect(await measured()).toEqual([360, []]);
    await page.goBack();
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await measured()).toEqual([360, []]);
  });
});
