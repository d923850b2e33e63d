import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { freePort } from '@voxolib/test-kit/programs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { launchBrowser, SKIPPED, withoutBrowser } from './support/browser.ts';
import { sdkSignIn } from './support/sdk-sign-in.ts';
import { watchedPage } from './support/watched-page.ts';

describe.skipIf(withoutBrowser)(`a client that knows only the address (${SKIPPED})`, () => {
  let sandbox: Sandbox;
  let app: App;
  let browser: Browser;
  let client: Server;
  let dataDir: string;
  let endpoint: URL;
  let callback = '';
  const log: string[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sign-in-'));
    [sandbox, browser] = await Promise.all([startSandbox(), launchBrowser()]);
    client = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><html lang="en"><title>Client</title><link rel="icon" href="data:,"><p>Back</p>');
    });
    callback = `http://127.0.0.1:${await listening(client)}/callback`;
    const port = await freePort();
    const publicUrl = new URL(`http://localhost:${port}`);
    const config = readConfig(
      { command: 'serve', try: false },
      {
        ACCESS: 'true',
        DATA_DIR: dataDir,
        PUBLIC_URL: publicUrl.origin,
        VOXOLIB_ADMIN: 'true',
        VOXOLIB_API_URL: sandbox.voxolib.url,
      },
    );
    app = await createApp({ config, version: '0.0.0', publicUrl, logTo: { write: (line) => void log.push(line) } });
    await app.server.listen({ host: 'localhost', port });
    endpoint = new URL('/mcp', publicUrl);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.server.close();
    await sandbox?.close();
    client?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function signIn(page: Page) {
    const { demo } = sandbox.voxolib.accounts;
    await page.getByLabel(/api_public_key/).fill(demo.publicKey);
    await page.getByLabel(/client_secret_key/).fill(demo.secretKey);
    await page.locator('#keys button').click();
    await page.waitForURL(/\/consent/);
  }

  it('is sent to sign in, gets the part that the person allows, and reads the account', async () => {
    const asking = await sdkSignIn(endpoint, callback, 'A <b>client</b>');
    const { page, requests, complaints } = await watchedPage(browser);
    await page.goto(asking.authorizationUrl.href);
    expect(await page.locator('.client-card .host').textContent()).toBe(new URL(callback).host);
    expect(await page.locator('.client-card bdi').textContent()).toBe('A <b>client</b>');
    expect(await page.locator('.note:visible').textContent()).toContain('your own computer');
    await signIn(page);
    await page.getByLabel('See how many numbers you have').uncheck();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.waitForURL(/\/callback\?code=/);
    expect(complaints).toEqual([]);

    const connected = await asking.finish(new URL(page.url()));
    const { tools } = await connected.listTools();
    const names = tools.map(({ name }) => name);
    expect(names).toContain('voxolib_did_calls');
    expect(names).not.toContain('voxolib_dids');
    const week = { start_date: '2026-03-02', end_date: '2026-03-08' };
    const { structuredContent, isError } = await connected.callTool({ name: 'voxolib_did_calls', arguments: week });
    expect(isError).toBeFalsy();
    expect(structuredContent).toMatchObject({ days: expect.arrayContaining([expect.anything()]) });
    await connected.close();

    const { secretKey, token } = sandbox.voxolib.accounts.demo;
    expect(requests.filter((request) => request.includes(secretKey))).toEqual([]);
    expect(log.filter((line) => line.includes(secretKey) || line.includes(token.slice(-64)))).toEqual([]);
  });

  it('is told when the person does not want to', async () => {
    const asking = await sdkSignIn(endpoint, callback, 'A client');
    const { page } = await watchedPage(browser);
    await page.goto(asking.authorizationUrl.href);
    await signIn(page);
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.waitForURL(/\/callback\?error=access_denied/);
    await expect(asking.finish(new URL(page.url()))).rejects.toThrow();
  });

  it('cannot be allowed anything in another browser, or twice', async () => {
    const asking = await sdkSignIn(endpoint, callback, 'A client');
    const { page } = await watchedPage(browser);
    await page.goto(asking.authorizationUrl.href);
    const stranger = (await watchedPage(browser)).page;
    await stranger.goto(page.url());
    expect(await stranger.locator('h1').textContent()).toBe('This sign-in is over');
    await signIn(page);
    const consent = page.url();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.waitForURL(/\/callback\?code=/);
    await page.goto(consent);
    expect(await page.locator('h1').textContent()).toBe('This sign-in is over');
  });
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}
