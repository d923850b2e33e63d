import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@voxolib/test-kit/programs';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { clientProfiles } from '../src/clients/index.ts';
import { accessibilityViolations } from './support/accessibility.ts';
import { launchBrowser, SKIPPED, withoutBrowser } from './support/browser.ts';
import { type Edge, type EdgeBehaviour, startEdge } from './support/edge.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { faintTexts, outsideOfPage } from './support/page-measures.ts';
import { watchedPage } from './support/watched-page.ts';

let gateway: Gateway;
let edge: Edge;
let dataDir: string;
let behaviour: EdgeBehaviour;
let asked: string[];

/** A server of its own for each test: what it has seen of itself is kept for longer than a test takes. */
beforeEach(async () => {
  behaviour = {};
  asked = [];
  dataDir = await mkdtemp(join(tmpdir(), 'connect-'));
  const PORT = String(await freePort());
  edge = await startEdge(`http://127.0.0.1:${PORT}`, () => ({
    ...behaviour,
    answer(path, ...rest) {
      asked.push(path);
      return behaviour.answer?.(path, ...rest);
    },
  }));
  const PUBLIC_URL = edge.origin.origin;
  gateway = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir, PORT, PUBLIC_URL, TRUST_PROXY: '127.0.0.1' });
});
afterEach(async () => {
  await edge.close();
  await gateway.close();
  await rm(dataDir, { recursive: true, force: true });
});

const address = (query = '') => new URL(`/connect${query}`, edge.origin);
const looks = () => asked.filter((path) => path === '/healthz').length;

test('many visitors at once make the server look at itself once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(address())));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await fetch(address());
  expect(looks()).toBe(1);
});

test('what a visitor names is not fetched', async () => {
  const elsewhere: string[] = [];
  const stranger = await startEdge(gateway.origin, () => ({
    answer(path) {
      elsewhere.push(path);
      return { status: 200 };
    },
  }));
  const url = stranger.origin.origin;
  const headers = { 'x-forwarded-host': stranger.origin.host, forwarded: `host=${stranger.origin.host}`, referer: url };
  const query = `?client=${encodeURIComponent(url)}&url=${encodeURIComponent(url)}`;
  const page = await (await fetch(address(query), { headers })).text();
  expect(elsewhere).toEqual([]);
  expect(page).not.toContain(stranger.origin.host);
  await stranger.close();
});

test('database and Redis are only said to answer, and the page is never kept', async () => {
  const response = await fetch(address());
  const page = await response.text();
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page).toContain('Database</p><p>It answers.');
  expect(page).not.toContain('Redis');
  expect(page).not.toContain(dataDir);
  expect(page).not.toContain('gateway.keys');
});

test('where nobody signs in, the page speaks of tokens, and not of signing in', async () => {
  const plain = await startGateway();
  const page = await (await fetch(new URL('/connect?client=claude-code', plain.origin))).text();
  await plain.close();
  expect(page).toContain('Authorization: Bearer');
  expect(page).not.toMatch(/sign in|Database|\/account/i);
});

describe.skipIf(withoutBrowser)(`the page about connecting, in a real browser (${SKIPPED})`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function open(query = '', options: BrowserContextOptions = {}) {
    const watched = await watchedPage(browser, options);
    await watched.page.goto(address(query).href);
    return watched;
  }

  it('says that a healthy deployment works, for each client, and asks nothing of elsewhere', async () => {
    const { page, requests, complaints } = await open();
    expect(await page.locator('.verdict').textContent()).toMatch(/^Yes: /);
    expect(await page.locator('.checks .problem, .checks .warning').count()).toBe(0);
    for (const { name } of clientProfiles) {
      expect(await page.locator('.checks li', { hasText: name }).textContent()).toContain('It finds the sign-in');
    }
    expect(await page.locator('.arrival').textContent()).toMatch(/https.*198\.51\.100\..*one that the server knows/s);
    expect(complaints).toEqual([]);
    expect(
      requests.filter((request) => !request.startsWith(edge.origin.origin) && !request.startsWith('data:')),
    ).toEqual([]);
  });

  it('shows what to do for the chosen client, and how to copy it', async () => {
    const { page, context } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('link', { name: 'Claude Code', exact: true }).click();
    expect(await page.locator('.client h3').allTextContents()).toEqual(['Claude Code']);
    expect(await page.locator('[aria-current]').textContent()).toBe('Claude Code');
    const command = await page.locator('#claude-code-sign-in').textContent();
    expect(command).toBe(`claude mcp add --transport http voxolib-stats ${edge.origin.origin}/mcp`);
    await page.locator('[data-copy="claude-code-sign-in"]').click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(command);
    expect(await page.locator('#claude-code-code').isVisible()).toBe(false);
    await page.getByText('With a token instead of signing in').click();
    expect(await page.locator('#claude-code-code').textContent()).toContain('Authorization: Bearer <access_token>');
    await page.getByRole('link', { name: 'Français' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.locator('.client h3').allTextContents()).toEqual(['Claude Code']);
    await context.close();
  });

  it('says in French what a proxy breaks, who is concerned, and what the operator has to change', async () => {
    behaviour = { answer: (path) => (path.startsWith('/.well-known/') ? { status: 404 } : undefined) };
    const { page } = await open('?lang=fr');
    expect(await page.locator('.verdict').textContent()).toMatch(/^Pas pour tous les clients.*1 à corriger/);
    const metadata = page.locator('.checks .problem', { hasText: 'Métadonnées d’identification' }).first();
    expect(await metadata.textContent()).toContain('Laissez le mandataire transmettre /.well-known/');
    expect(await page.locator('.checks .problem', { hasText: 'ne trouve pas l’identification' }).count()).toBe(
      clientProfiles.length,
    );
  });

  it('says so when its own address does not lead to it', async () => {
    behaviour = { answer: (path) => (path === '/healthz' ? { status: 502 } : undefined) };
    const { page } = await open();
    expect(await page.locator('.checks .problem').textContent()).toContain('it finds no server behind it');
  });

  const telephone = { width: 360, height: 740 };
  const moved: EdgeBehaviour = { answer: (path) => (path === '/mcp' ? { status: 301 } : undefined) };
  it.each([
    ['on a telephone, well', '?client=vs-code', telephone, 'light', {}],
    ['on a telephone at night, broken', '?client=chatgpt&lang=fr', telephone, 'dark', moved],
    ['on a telephone, with reservations', '?client=le-chat&lang=fr', telephone, 'light', { holdsStreams: true }],
    ['on a desk, broken', '?client=copilot-studio', { width: 1280, height: 900 }, 'light', moved],
    ['on a desk at night, with reservations', '', { width: 1280, height: 900 }, 'dark', { holdsStreams: true }],
  ] as const)('can be read and used by everybody %s', async (_, query, viewport, colorScheme, given) => {
    behaviour = given;
    const { page, context } = await open(query, { viewport, colorScheme });
    for (const summary of await page.locator('.with-token summary').all()) await summary.click();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(outsideOfPage)).toEqual([]);
    expect(await page.evaluate(faintTexts, 4.5)).toEqual([]);
    await context.close();
  });
});
