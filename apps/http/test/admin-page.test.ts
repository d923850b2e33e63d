import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAudit } from '@voxolib/access';
import { freePort } from '@voxolib/test-kit/programs';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../src/access/store.ts';
import { accessibilityViolations } from './support/accessibility.ts';
import { launchBrowser, SKIPPED, withoutBrowser } from './support/browser.ts';
import { formBrowser, redirectOf } from './support/form-browser.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { type OpenIdProvider, startOpenIdProvider } from './support/openid-provider.ts';
import { faintTexts, outsideOfPage } from './support/page-measures.ts';
import { watchedPage } from './support/watched-page.ts';

const HOUR = 3_600_000;
const ADMIN_TOKEN = `canary-admin-${randomBytes(24).toString('base64url')}`;
const CLIENT = { clientId: 'gateway', clientSecret: `canary-client-${randomBytes(24).toString('base64url')}` };

describe.skipIf(withoutBrowser)(`the page of the administrators, in a real browser (${SKIPPED})`, () => {
  let browser: Browser;
  let gateway: Gateway;
  let provider: OpenIdProvider;
  let dataDir: string;
  let origin: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'admin-'));
    await writeRecord(dataDir);
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const client = { ...CLIENT, redirectUri: `${origin}/admin/oidc/callback` };
    provider = await startOpenIdProvider(client, { alice: ['gateway-admins', 'others'], bob: ['others'] });
    gateway = await startGateway({
      ACCESS: 'true',
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: origin,
      ADMIN_TOKEN,
      ADMIN_OIDC_ISSUER: provider.issuer,
      ADMIN_OIDC_CLIENT_ID: CLIENT.clientId,
      ADMIN_OIDC_CLIENT_SECRET: CLIENT.clientSecret,
      ADMIN_OIDC_GROUP: 'gateway-admins',
    });
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await gateway?.close();
    await provider?.close();
    await rm(dataDir, { recursive: true });
  });

  async function open(path = '/admin', options: BrowserContextOptions = {}) {
    const watched = await watchedPage(browser, options);
    await watched.page.goto(origin + path);
    return watched;
  }

  async function signedIn(path = '/admin', options: BrowserContextOptions = {}) {
    const opened = await open('/admin', options);
    await opened.page.locator('#token').fill(ADMIN_TOKEN);
    await opened.page.locator('form.card button').click();
    await opened.page.waitForURL(/\/admin\?lang=/);
    if (path !== '/admin') await opened.page.goto(origin + path);
    return opened;
  }

  const rows = (page: Page) => page.locator('.call-table time').count();
  const logged = (event: string) => gateway.log.filter((line) => line.includes(`"event":"${event}"`));

  describe('the way in', () => {
    it('is the token of the server, kept where no script reads it and sent to no other page', async () => {
      const { context, page, complaints } = await signedIn();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Overview');
      const cookies = await context.cookies();
      expect(cookies).toEqual([
        expect.objectContaining({ name: 'vx_admin', path: '/admin', httpOnly: true, sameSite: 'Strict' }),
      ]);
      expect(JSON.stringify(cookies)).not.toContain('canary');
      expect(complaints).toEqual([]);
    });

    it('is closed to another token, in words', async () => {
      const { page } = await open();
      await page.locator('#token').fill(`${ADMIN_TOKEN}x`);
      await page.getByRole('button', { name: 'Sign in' }).click();
      expect(await page.getByRole('alert').textContent()).toBe('This is not the token of this server.');
      await page.goto(`${origin}/admin/calls`);
      expect(page.url()).toContain('/admin/sign-in');
    });

    it('leads out again, and nothing of it opens afterwards', async () => {
      const { page } = await signedIn();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(/sign-in/);
      await page.goto(`${origin}/admin/calls/export?format=csv`);
      expect(page.url()).toContain('/admin/sign-in');
    });

    it('leads members of the group through their own sign-in, and back', async () => {
      const { page } = await open('/admin?lang=fr');
      await page.getByRole('link', { name: 'Se connecter avec votre organisation' }).click();
      await signInAt(page, 'alice');
      await page.waitForURL(/\/admin\?lang=fr$/);
      expect(await page.getByText('Connecté en tant que alice@example.com').count()).toBe(1);
      expect(logged('signed-in').at(-1)).toContain('alice@example.com');
    });

    it('is closed to whoever has signed in and is not in the group', async () => {
      const { page, context } = await open();
      await page.getByRole('link', { name: 'Sign in with your organisation' }).click();
      await signInAt(page, 'bob');
      await page.waitForURL(/\/oidc\/callback/);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You may not see this page');
      expect(logged('refused').at(-1)).toContain('bob@example.com');
      await page.goto(`${origin}/admin/calls`);
      expect(page.url()).toContain('/admin/sign-in');
      expect((await context.cookies(`${origin}/admin`)).map(({ name }) => name)).toEqual(['vx_admin']);
    });

    it('takes no answer of the provider that this browser did not ask for', async () => {
      const first = formBrowser();
      const follow = async (from: URL) => redirectOf(await first.get(from), from);
      const submit = async (to: URL, form: Record<string, string>) =>
        redirectOf(await first.post(to, new URLSearchParams(form)), to);
      const signIn = await follow(await follow(new URL('/admin/oidc', origin)));
      const consent = await follow(await submit(signIn, { prompt: 'login', login: 'alice', password: 'anything' }));
      const callback = await follow(await submit(consent, { prompt: 'consent' }));
      const { page: other } = await open();
      await other.goto(callback.href);
      expect(await other.getByRole('heading', { level: 1 }).textContent()).toBe('The sign-in did not work');
      expect((await first.get(callback)).status).toBe(200);
    });
  });

  describe('the calls', () => {
    it('are looked through by every field, in an address that can be kept', async () => {
      const { page } = await signedIn('/admin/calls');
      expect(await rows(page)).toBe(50);
      await page.getByLabel('User', { exact: true }).fill('voxolib:bbbb');
      await page.getByLabel('Outcome').selectOption('Failed');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL(/user=voxolib%3Abbbb/);
      const shown = await rows(page);
      expect(shown).toBeGreaterThan(0);
      expect(await page.locator('.outcome.error').count()).toBe(shown);
      await page.goto(page.url());
      expect(await page.getByLabel('User', { exact: true }).inputValue()).toBe('voxolib:bbbb');
      expect(await rows(page)).toBe(shown);
    });

    it('show their arguments when asked, and strangers’ words as words', async () => {
      const { page, complaints } = await signedIn('/admin/calls?client=%3Cscript%3Ealert%281%29%3C%2Fscript%3E');
      expect(await rows(page)).toBe(1);
      await page.locator('.call-table summary').click();
      expect(await page.locator('.facts pre').textContent()).toContain('"start_date": "2026-03-02"');
      expect(await page.locator('.call-table').textContent()).toContain('<script>alert(1)</script>');
      expect(complaints).toEqual([]);
    });

    it('say what is wrong with an address, field by field', async () => {
      const { page } = await signedIn('/admin/calls?from=2026-02-30&status=fine');
      expect(await page.locator('.error').allTextContents()).toEqual([
        'This is not a day since 2000-01-01. Write it as 2026-03-01.',
        'This is not one of the outcomes. Choose one from the list.',
      ]);
      expect(await accessibilityViolations(page)).toEqual([]);
    });

    it.each([
      ['as CSV', (text: string) => parse(text, { columns: true }) as { subject: string }[]],
      [
        'as JSONL',
        (text: string) =>
          text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line) as { subject: string }),
      ],
    ] as const)('are exported %s with the same conditions, and the log says so', async (name, read) => {
      const { page } = await signedIn('/admin/calls?user=voxolib:bbbb');
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      const calls = read(await readFile(await download.path(), 'utf8'));
      expect(calls.length).toBeGreaterThan(10);
      expect(new Set(calls.map(({ subject }) => subject))).toEqual(new Set(['voxolib:bbbb']));
      const line = JSON.parse(logged('export').at(-1) ?? '{}') as Record<string, string>;
      expect(line).toMatchObject({
        who: 'ADMIN_TOKEN',
        user: 'voxolib:bbbb',
        format: name.split(' ')[1]?.toLowerCase(),
      });
    });
  });

  describe('the overview', () => {
    it('checks the record when asked', async () => {
      const { page } = await signedIn();
      expect(await page.getByText('has not checked the record').count()).toBe(1);
      await page.getByRole('button', { name: 'Check the record' }).click();
      await expect
        .poll(async () => {
          await page.goto(`${origin}/admin`);
          return page.getByText('The record is whole').count();
        })
        .toBe(1);
      expect(logged('verify')).toHaveLength(1);
    });

    it('shows the usage of each tier with what is over and its cost, and the alerts of this process', async () => {
      const { page } = await signedIn();
      const usage = page.locator('section', { has: page.getByRole('heading', { name: 'Usage by tier' }) });
      expect((await usage.locator('tbody tr').allTextContents()).sort()).toEqual([
        'Automate1100,250250€0.125',
        'Discover29,812––',
      ]);
      gateway.app.access?.alerts.report({ kind: 'refresh-reuse', client: '<b>client</b>' });
      await page.reload();
      expect(await page.locator('.alerts li').textContent()).toContain('a refresh token of <b>client</b>');
      expect(await page.getByText('Of this process alone').count()).toBe(1);
    });
  });

  describe.each([
    ['/admin/sign-in', open],
    ['/admin', signedIn],
    ['/admin/calls', signedIn],
  ] as const)('%s', (path, arrive) => {
    it.each(['en', 'fr'])('has nothing for axe to complain of, in %s, light and dark', async (language) => {
      const { page, complaints, requests } = await arrive(`${path}?lang=${language}`);
      await openDetails(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await accessibilityViolations(page)).toEqual([]);
        expect(await page.evaluate(faintTexts, 4.5)).toEqual([]);
      }
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(requests.filter((request) => !request.startsWith(`${origin}/`) && !request.startsWith('data:'))).toEqual(
        [],
      );
      expect(complaints).toEqual([]);
    });

    it('fits a phone', async () => {
      const { page } = await arrive(path, { viewport: { width: 375, height: 800 } });
      await openDetails(page);
      expect(await page.evaluate(outsideOfPage)).toEqual([]);
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    });
  });

  it('leaves no secret in the log', () => {
    expect(gateway.log.length).toBeGreaterThan(0);
    expect(gateway.log.join('\n')).not.toContain('canary');
  });
});

async function openDetails(page: Page) {
  await page.locator('details').evaluateAll((all) => {
    // A few of the many that are alike.
    for (const one of all.slice(0, 4)) one.setAttribute('open', '');
  });
}

/** The pages that the provider has for tries. */
async function signInAt(page: Page, name: string) {
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('anything');
  await page.locator('button[type=submit]').click();
  await page.locator('button[type=submit]').click();
}

/** Three weeks of calls of two accounts. */
async function writeRecord(dataDir: string): Promise<void> {
  const config = { dataDir, databaseUrl: undefined, redisUrl: undefined, gatewayKeys: undefined };
  const settings = { alertWebhookUrl: undefined, retentionDays: undefined, admin: undefined };
  const store = await openStore({ ...config, ...settings });
  let hours = 0;
  const audit = await createAudit({ ...store, keys: store.auditKeys, now: () => Date.now() - hours * HOUR });
  const start = { tool: 'voxolib_did_calls', scope: 'mcp.stats.read', changes: false, tokenId: 'tok_1234' };
  const days = { start_date: '2026-03-02', end_date: '2026-03-08', tz: 'Europe/Paris' };
  const ok = { status: 'ok', rows: 7, vendorCalls: 1, bytes: 1830 } as const;
  for (hours = 500; hours > 1; hours -= 1 + ((hours * 7) % 5)) {
    const subject = hours % 3 === 0 ? 'voxolib:bbbb' : 'voxolib:aaaa';
    const client = { clientId: 'client-1', clientName: 'Claude', clientVersion: '2.4.0' };
    const call = { ...start, ...client, subject, arguments: days };
    if (hours % 11 === 0) await audit.record(call, { status: 'denied', errorCode: 'INSUFFICIENT_SCOPE' });
    else if (hours % 7 === 0) await audit.record(call, { status: 'error', errorCode: 'UNAVAILABLE', vendorCalls: 3 });
    else await audit.record(hours % 2 === 0 ? { ...call, tool: 'voxolib_dids', arguments: {} } : call, ok);
  }
  await audit.record(
    { ...start, subject: 'voxolib:aaaa', clientName: '<script>alert(1)</script>', arguments: days },
    ok,
  );
  await audit.stop();
  const month = new Date().toISOString().slice(0, 7);
  const counter = { month, metered_from: null, over_calls: 0, over_micros: 0, currency: null, micros_per_call: 0 };
  await store.storage.db
    .insertInto('usage_counters')
    .values([
      { ...counter, subject: 'voxolib:aaaa', tier: 'discover', calls: 9_000 },
      { ...counter, subject: 'voxolib:bbbb', tier: 'discover', calls: 812 },
      {
        ...counter,
        subject: 'voxolib:bbbb',
        tier: 'automate',
        calls: 100_250,
        over_calls: 250,
        over_micros: 125_000,
        currency: 'EUR',
      },
    ])
    .execute();
  await store.close();
}
