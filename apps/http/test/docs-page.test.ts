import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { startHttpServer } from '@voxolib/test-kit/programs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SKIPPED, withoutBrowser } from './support/browser.ts';
import { docsPageServer } from './support/docs-page-server.ts';
import { faintTexts, outsideOfPage } from './support/page-measures.ts';

const KEYS = { publicKey: 'pk.demo_1', secretKey: 'canary-sécrèt-7f3a' };
const TOKEN = `${KEYS.publicKey}.${createHmac('sha256', KEYS.secretKey).update(`${KEYS.publicKey}cdr`).digest('hex')}`;

interface Served {
  origin: string;
  /** The address that the page is to show. */
  endpoint: string;
  stop(): Promise<unknown>;
}

async function fromSources(): Promise<Served> {
  const app = docsPageServer({ publicUrl: new URL('https://mcp.example.com') });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return { origin, endpoint: 'https://mcp.example.com/mcp', stop: () => app.close() };
}

/** The program that is deployed, with the files that the build made for the browser. */
async function asBuilt(): Promise<Served> {
  const server = await startHttpServer(fileURLToPath(new URL('../../..', import.meta.url)));
  return { origin: server.endpoint.origin, endpoint: server.endpoint.href, stop: server.stop };
}

describe.skipIf(withoutBrowser).each([
  ['from its sources', fromSources],
  ['as it is built', asBuilt],
])(`the documentation page %s in a real browser (${SKIPPED})`, (_, start) => {
  let served: Served;
  let browser: Browser;
  let origin = '';

  beforeAll(async () => {
    served = await start();
    origin = served.origin;
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  /** Opens the page, with everything that it asks for and complains about. */
  async function open(options: BrowserContextOptions = {}, path = '/mcp/docs') {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
    page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(origin + path, { waitUntil: 'load' });
    return { context, page, requests, complaints };
  }

  /** Shows what is folded away: arguments of tools and, on a server with a sign-in, the ways with a token. */
  function unfold(page: Page) {
    return page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });
  }

  async function compute(page: Page, keys = KEYS) {
    await page.getByLabel(/api_public_key/).fill(keys.publicKey);
    await page.getByLabel(/client_secret_key/).fill(keys.secretKey);
    await page.locator('#compute').click();
  }

  it.each(['en', 'fr'])('loads in %s without a complaint and from its own origin alone', async (language) => {
    const { page, requests, complaints } = await open({}, `/mcp/docs?lang=${language}`);
    expect(await page.title()).toContain('Voxolib MCP');
    expect(complaints).toEqual([]);
    expect(requests.length).toBeGreaterThanOrEqual(3);
    expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([]);
  });

  it('is in the language of the browser, and changes it by a link', async () => {
    const { page } = await open({ locale: 'fr-FR' });
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: 'Français' }).click();
    expect(await page.locator('h1').textContent()).toBe('Interrogez vos appels avec votre IA');
  });

  it('computes the token, and the secret goes nowhere', async () => {
    const { context, page, requests, complaints } = await open();
    const before = requests.length;
    await compute(page);
    await page.locator('#token-result', { hasText: TOKEN }).waitFor();
    expect(await page.locator('#token-result').textContent()).toBe(TOKEN);
    expect(await page.locator('#command-result').textContent()).toBe(
      `claude mcp add --transport http voxolib-stats ${served.endpoint} --header "Authorization: Bearer ${TOKEN}"`,
    );
    expect(requests.slice(before)).toEqual([]);
    expect(page.url()).toBe(`${origin}/mcp/docs`);
    const kept = JSON.stringify([
      await context.storageState({ indexedDB: true }),
      await page.evaluate(() => [{ ...sessionStorage }, history.state, document.documentElement.outerHTML]),
    ]);
    expect(kept).not.toContain(KEYS.secretKey);
    expect(complaints).toEqual([]);
  });

  it('could not send anything if it tried', async () => {
    const { page } = await open();
    const outcome = page.evaluate(() => fetch('/mcp/docs').then(() => 'sent'));
    await expect(outcome).rejects.toThrow(/Failed to fetch|Content Security Policy/);
  });

  it('clears keys and token on demand, when a key changes, and when it is left', async () => {
    const { page } = await open();
    const shown = page.locator('#token-result');
    await compute(page);
    await shown.waitFor();
    await page.locator('#clear').click();
    expect(await page.locator('#result').isHidden()).toBe(true);
    expect(await page.locator('#secret-key').inputValue()).toBe('');
    expect(await page.locator('body').innerHTML()).not.toContain(TOKEN);

    await compute(page);
    await shown.waitFor();
    await page.locator('#public-key').pressSequentially('x');
    expect(await shown.isHidden()).toBe(true);

    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    expect(await page.locator('#secret-key').inputValue()).toBe('');
  });

  it('puts the token into the examples when asked, and takes it out again', async () => {
    const { page } = await open();
    const example = page.locator('#openai-api-code');
    await compute(page);
    expect(await example.textContent()).toContain('Bearer <access_token>');
    await page.locator('#fill').check();
    expect(JSON.parse((await example.textContent()) ?? '').headers).toEqual({ Authorization: `Bearer ${TOKEN}` });
    await page.locator('#clear').click();
    expect(await example.textContent()).toContain('Bearer <access_token>');
  });

  it.each([
    ['en', { ...KEYS, publicKey: '' }, 'public-key', 'Enter your public key.'],
    ['en', { ...KEYS, secretKey: ' s' }, 'secret-key', 'starts or ends with a space'],
    ['fr', { ...KEYS, publicKey: 'p k' }, 'public-key', 'contient un espace'],
    ['fr', { ...KEYS, secretKey: '' }, 'secret-key', 'Saisissez votre clé secrète.'],
  ])('says in %s what is wrong with %j, at the field', async (language, keys, field, words) => {
    const { page } = await open({}, `/mcp/docs?lang=${language}`);
    await compute(page, keys);
    const problem = page.getByRole('alert');
    await problem.waitFor();
    expect(await problem.textContent()).toContain(words);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(field);
    expect(await page.locator(`#${field}`).getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#result').isHidden()).toBe(true);
  });

  it('copies exactly what it shows, by every button', async () => {
    const { page } = await open();
    await unfold(page);
    await compute(page);
    await page.locator('#token-result').waitFor();
    const buttons = await page.locator('button[data-copy]').all();
    expect(buttons.length).toBeGreaterThan(10);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    for (const button of buttons) {
      await button.click();
      const source = await page.locator(`#${await button.getAttribute('data-copy')}`).textContent();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(source);
    }
    expect(await page.locator('#announcement').textContent()).toBe('Copied');
  });

  it('selects the text where there is no clipboard', async () => {
    const { page } = await open();
    await unfold(page);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.locator('button[data-copy="claude-code-code"]').click();
    expect(await page.locator('#announcement').textContent()).toBe('Selected: press Ctrl+C');
    expect(await page.evaluate(() => String(getSelection()))).toBe(
      await page.locator('#claude-code-code').textContent(),
    );
  });

  it('serves the keyboard: skip link, Enter, visible focus, scrollable examples', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content');
    expect((await page.locator('.skip').boundingBox())?.y).toBeGreaterThanOrEqual(0);

    await page.locator('#public-key').focus();
    await page.keyboard.type(KEYS.publicKey);
    await page.keyboard.press('Tab');
    await page.keyboard.type(KEYS.secretKey);
    await page.keyboard.press('Enter');
    await page.locator('#token-result', { hasText: TOKEN }).waitFor();

    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('compute');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(outline).toBe('solid');
    await page.locator('#openai-api-code').focus();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('openai-api-code');
  });

  it.each(['en', 'fr'])('fits a phone of 360 px in %s', async (language) => {
    const { page } = await open({ viewport: { width: 360, height: 740 } }, `/mcp/docs?lang=${language}`);
    await unfold(page);
    await compute(page, { ...KEYS, publicKey: 'k'.repeat(200) });
    await page.locator('#token-result').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await page.evaluate(outsideOfPage)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('is readable in %s colours', async (colorScheme) => {
    const { page } = await open({ colorScheme });
    await unfold(page);
    await compute(page, { ...KEYS, publicKey: '' });
    expect(await page.evaluate(faintTexts, 4.5)).toEqual([]);
  });

  it('follows the colour scheme of the system', async () => {
    const { page } = await open({ colorScheme: 'light' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground()).not.toBe(light);
  });

  it('shows everything without script, and nothing that would not work', async () => {
    const { page, requests } = await open({ javaScriptEnabled: false });
    for (const summary of await page.locator('summary:not(.tool summary)').all()) await summary.click();
    await page.locator('.tool summary').first().click();
    expect(await page.locator('.tool dl').first().isVisible()).toBe(true);
    expect(await page.locator('#claude-code-code').isVisible()).toBe(true);
    expect(await page.locator('button[data-copy]:visible').count()).toBe(0);
    expect(await page.locator('#secret-key').isDisabled()).toBe(true);
    expect(await page.locator('noscript').isVisible()).toBe(true);
    expect(requests.every((request) => request.startsWith(origin))).toBe(true);
  });
});
