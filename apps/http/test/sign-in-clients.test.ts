import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Client,
  type OAuthDiscoveryState,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { UnauthorizedError as FirstUnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as FirstTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { speaking } from '@voxolib/test-kit';
import { freePort } from '@voxolib/test-kit/programs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SKIPPED, withoutBrowser } from './support/browser.ts';
import { type Gateway, startGateway } from './support/gateway.ts';

const DOCUMENT = 'https://app.example.com/oauth/client.json';
const week = { start_date: '2026-03-02', end_date: '2026-03-08' };

describe.skipIf(withoutBrowser)(`a client that knows only the address, in a real browser (${SKIPPED})`, () => {
  let gateway: Gateway;
  let browser: Browser;
  let client: Server;
  let callback = '';
  let dataDir = '';

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sign-in-'));
    browser = await launchBrowser();
    client = createServer((_, response) => {
      response.end('<!doctype html><title>Client</title><link rel="icon" href="data:,">');
    });
    await new Promise<void>((listening) => client.listen(0, '127.0.0.1', listening));
    callback = `http://127.0.0.1:${(client.address() as AddressInfo).port}/callback`;
    const PORT = String(await freePort());
    const document = {
      client_id: DOCUMENT,
      client_name: 'A client with a document',
      redirect_uris: [callback],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    };
    gateway = await startGateway(
      { ACCESS: 'true', DATA_DIR: dataDir, PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}` },
      {},
      { fetchDocument: async () => ({ document }) },
    );
  });
  afterAll(async () => {
    await browser?.close();
    client?.close();
    await gateway?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** What the person does whom the client sends here: signs in, and allows all but the number of DIDs. */
  async function signIn(url: URL): Promise<URL> {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(url.href);
      const { publicKey, secretKey } = gateway.sandbox.voxolib.accounts.demo;
      await page.getByLabel(/api_public_key/).fill(publicKey);
      await page.getByLabel(/client_secret_key/).fill(secretKey);
      await page.locator('#keys button').click();
      await page.waitForURL(/\/consent/);
      await page.locator('input[type=checkbox][value="mcp.inventory.read"]').uncheck();
      await page.getByRole('button', { name: 'Allow' }).click();
      await page.waitForURL(`${callback}**`);
      return new URL(page.url());
    } finally {
      await context.close();
    }
  }

  /** What an AI application remembers of its sign-in. */
  function application(clientMetadataUrl?: string) {
    const kept = new Map<string, unknown>();
    let back = new URL('about:blank');
    return {
      get back() {
        return back;
      },
      redirectUrl: callback,
      clientMetadataUrl,
      clientMetadata: {
        client_name: 'A client that registers',
        redirect_uris: [callback],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      },
      clientInformation: () => kept.get('client') as { client_id: string } | undefined,
      saveClientInformation: (information: unknown) => void kept.set('client', information),
      tokens: () => kept.get('tokens') as { access_token: string; token_type: string } | undefined,
      saveTokens: (tokens: unknown) => void kept.set('tokens', tokens),
      saveCodeVerifier: (verifier: string) => void kept.set('verifier', verifier),
      codeVerifier: () => String(kept.get('verifier')),
      saveDiscoveryState: (state: unknown) => void kept.set('discovery', state),
      discoveryState: () => kept.get('discovery') as OAuthDiscoveryState | undefined,
      async redirectToAuthorization(url: URL) {
        back = await signIn(url);
      },
    };
  }

  it.each([
    ['registers itself', '2025', undefined],
    ['registers itself', '2026', undefined],
    ['has a document', '2025', DOCUMENT],
    ['has a document', '2026', DOCUMENT],
  ] as const)(
    'of the second SDK, which %s, in the era of %s: lists and calls what was allowed',
    async (_, era, document) => {
      const app = application(document);
      const url = new URL('/mcp', gateway.origin);
      const first = new StreamableHTTPClientTransport(url, { authProvider: app });
      const stranger = new Client({ name: 'test', version: '1' }, speaking(era));
      await expect(stranger.connect(first)).rejects.toThrow(UnauthorizedError);
      await first.finishAuth(app.back.searchParams);
      expect(app.clientInformation()?.client_id === DOCUMENT).toBe(document !== undefined);

      const mcp = new Client({ name: 'test', version: '1' }, speaking(era));
      await mcp.connect(new StreamableHTTPClientTransport(url, { authProvider: app }));
      const names = (await mcp.listTools()).tools.map(({ name }) => name);
      expect(names).toContain('voxolib_did_calls');
      expect(names).not.toContain('voxolib_dids');
      const result = await mcp.callTool({ name: 'voxolib_did_calls', arguments: week });
      expect(result.structuredContent).toMatchObject({ period: { days: 7 } });
      await mcp.close();
    },
  );

  it('of the first SDK: lists and calls what was allowed', async () => {
    const app = application();
    const url = new URL('/mcp', gateway.origin);
    const first = new FirstTransport(url, { authProvider: app });
    await expect(new FirstClient({ name: 'test', version: '1' }).connect(first)).rejects.toThrow(
      FirstUnauthorizedError,
    );
    await first.finishAuth(app.back.searchParams.get('code') ?? '');
    const mcp = new FirstClient({ name: 'test', version: '1' });
    await mcp.connect(new FirstTransport(url, { authProvider: app }));
    expect((await mcp.listTools()).tools.map(({ name }) => name)).not.toContain('voxolib_dids');
    const result = await mcp.callTool({ name: 'voxolib_did_calls', arguments: week });
    expect(result.structuredContent).toMatchObject({ period: { days: 7 } });
    await mcp.close();
  });
});
