import {
  Client,
  type OAuthDiscoveryState,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { UnauthorizedError as FirstUnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as FirstTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeStorage, type TestStorage } from '../engines.ts';
import { Browser } from './browser.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { REDIRECT } from './raw-client.ts';

const DOCUMENT = 'https://app.example.com/oauth/client.json';

/** What an application remembers, and the browser that it opens. */
class Application {
  readonly redirectUrl = REDIRECT;
  readonly clientMetadataUrl: string | undefined;
  readonly clientMetadata = {
    client_name: 'An application',
    redirect_uris: [REDIRECT],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    scope: 'demo.stats.read',
  };
  readonly #kept = new Map<string, unknown>();
  back = new URL('about:blank');
  asked: string[] = [];

  constructor(clientMetadataUrl?: string) {
    this.clientMetadataUrl = clientMetadataUrl;
  }

  clientInformation = () => this.#kept.get('client') as { client_id: string } | undefined;
  saveClientInformation = (client: unknown) => void this.#kept.set('client', client);
  tokens = () =>
    this.#kept.get('tokens') as { access_token: string; token_type: string; refresh_token: string } | undefined;
  saveTokens = (tokens: unknown) => void this.#kept.set('tokens', tokens);
  saveCodeVerifier = (verifier: string) => void this.#kept.set('verifier', verifier);
  codeVerifier = () => String(this.#kept.get('verifier'));
  saveDiscoveryState = (state: unknown) => void this.#kept.set('discovery', state);
  discoveryState = () => this.#kept.get('discovery') as OAuthDiscoveryState | undefined;
  async redirectToAuthorization(url: URL) {
    this.asked.push(url.searchParams.get('scope') ?? '');
    this.back = await new Browser().signIn(url);
  }
}

type Call = (application: Application, url: URL, tool: string) => Promise<string>;

const versions: [string, Call][] = [
  [
    'the second SDK',
    async (application, url, tool) => {
      for (let attempts = 3; ; attempts -= 1) {
        const transport = new StreamableHTTPClientTransport(url, { authProvider: application });
        const client = new Client({ name: 'test', version: '1' });
        try {
          await client.connect(transport);
          const result = await client.callTool({ name: tool, arguments: {} });
          return textOf(result.content);
        } catch (error) {
          if (!(error instanceof UnauthorizedError) || attempts === 0) throw error;
          await transport.finishAuth(application.back.searchParams);
        } finally {
          await client.close();
        }
      }
    },
  ],
  [
    'the first SDK',
    async (application, url, tool) => {
      for (let attempts = 3; ; attempts -= 1) {
        const transport = new FirstTransport(url, { authProvider: application });
        const client = new FirstClient({ name: 'test', version: '1' });
        try {
          await client.connect(transport);
          const result = await client.callTool({ name: tool, arguments: {} });
          return textOf(result.content);
        } catch (error) {
          if (!(error instanceof FirstUnauthorizedError) || attempts === 0) throw error;
          await transport.finishAuth(String(application.back.searchParams.get('code')));
        } finally {
          await client.close();
        }
      }
    },
  ],
];

const textOf = (content: unknown) => (content as { text: string }[])[0]?.text ?? '';

describeStorage('a client that knows only the URL', (open) => {
  let storage: TestStorage;
  let gateway: Gateway;
  beforeAll(async () => {
    storage = await open();
    gateway = await startGateway(storage, { fetchDocument });
  });
  afterAll(async () => {
    await gateway.close();
    await storage.close();
    expect(gateway.errors).toEqual([]);
  });

  for (const [version, call] of versions) {
    for (const [way, document] of [
      ['registers', undefined],
      ['has a document', DOCUMENT],
    ] as const) {
      it(`signs in, refreshes and asks for more by ${version} when it ${way}`, async () => {
        const application = new Application(document);
        const url = new URL(gateway.resource);
        expect(await call(application, url, 'demo.stats.read')).toBe('account-1 secret-of-account-1');
        expect(application.asked).toHaveLength(1);
        if (document) expect(application.clientInformation()?.client_id).toBe(document);

        const before = application.tokens();
        application.saveTokens({ ...before, access_token: 'x'.repeat(43) });
        expect(await call(application, url, 'demo.stats.read')).toBe('account-1 secret-of-account-1');
        expect(application.asked).toHaveLength(1);
        expect(application.tokens()?.refresh_token).not.toBe(before?.refresh_token);

        // The first SDK answers a challenge for more by a refresh, if it can, and then gives up.
        if (version === 'the first SDK') application.saveTokens({ ...application.tokens(), refresh_token: undefined });
        expect(await call(application, url, 'demo.numbers.write')).toBe('account-1 secret-of-account-1');
        expect(application.asked).toHaveLength(2);
        expect(application.asked[1]).toContain('demo.numbers.write');
      });
    }
  }
});

async function fetchDocument(clientId: string) {
  return {
    document: {
      client_id: clientId,
      client_name: 'An application with a document',
      redirect_uris: [REDIRECT],
      token_endpoint_auth_method: 'none',
      scope: 'openid something.else',
      jwks_uri: 'http://169.254.169.254/',
    },
  };
}
