import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPeerLimits } from '../../src/oauth/peer-limits.ts';
import { describeStorage, type TestStorage } from '../engines.ts';
import { Browser } from './browser.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { authorizationUrl, challenge, post, REDIRECT, register, registered } from './raw-client.ts';

describeStorage('registration', (open) => {
  let storage: TestStorage;
  let gateway: Gateway;
  beforeAll(async () => {
    storage = await open();
    gateway = await startGateway(storage, { peerLimits: createPeerLimits({ registrationsPerHour: 200 }) });
  });
  afterAll(async () => {
    await gateway.close();
    await storage.close();
    expect(gateway.errors).toEqual([]);
  });

  const refused = async (metadata: object) => {
    const response = await register(gateway, metadata);
    return [response.status, ((await response.json()) as { error: string }).error];
  };

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https://app.example/cb#fragment',
    'https://app.example/cb#',
    'not a url',
    'https://app.example/\\evil.example',
    'https://app.example/ cb',
    '',
  ])('refuses the redirect %j', async (uri) => {
    expect(await refused({ redirect_uris: [uri] })).toEqual([400, 'invalid_redirect_uri']);
  });

  it.each(['http://evil.example/cb', 'http://127.0.0.1.evil.example/cb', 'http://10.0.0.1/cb'])(
    'refuses plain http to another machine, %s',
    async (uri) => {
      expect(await refused({ redirect_uris: [REDIRECT, uri] })).toEqual([400, 'invalid_redirect_uri']);
    },
  );

  it.each([
    'https://claude.ai@evil.example/cb',
    'https://a:b@evil.example/cb',
    'http://localhost@evil.example/',
    'https://@evil.example/',
  ])('refuses a user in %s', async (uri) => {
    expect(await refused({ redirect_uris: [uri] })).toEqual([400, 'invalid_redirect_uri']);
  });

  it('shows a name without what hides, reorders or fills the page', async () => {
    for (const [given, shown] of [
      ['<script>alert(1)</script>', '<script>alert(1)</script>'],
      ['x'.repeat(10_000), 'x'.repeat(120)],
      ['good\u202egnp.exe\u0000\u001b[31m\u200b\n app', 'goodgnp.exe[31m app'],
      ['\u202e\u200b', undefined],
      [{ toString: 'x' }, undefined],
    ]) {
      const client = await registered(gateway, { client_name: given });
      const url = authorizationUrl(gateway, client, { code_challenge: challenge().challenge });
      const { page } = await new Browser().open(url);
      expect(page.client.name).toBe(shown);
      expect(page.client).toMatchObject({ redirectHost: '127.0.0.1:33418', localOnly: true });
    }
  });

  it('refuses a hundred redirects, and a body of 20 KB', async () => {
    const many = Array.from({ length: 100 }, (_, index) => `https://app.example/${index}`);
    expect(await refused({ redirect_uris: many })).toEqual([400, 'invalid_redirect_uri']);
    expect(await refused({ redirect_uris: many.slice(0, 11) })).toEqual([400, 'invalid_redirect_uri']);
    expect((await register(gateway, { redirect_uris: many.slice(0, 10) })).status).toBe(201);
    expect((await register(gateway, { client_name: 'x'.repeat(20_000) })).status).toBe(413);
  });

  it('drops what would make this server fetch, and what would bind the client', async () => {
    const response = await register(gateway, {
      sector_identifier_uri: 'https://169.254.169.254/latest',
      jwks_uri: 'https://169.254.169.254/jwks',
      request_uris: ['https://169.254.169.254/'],
      logo_uri: 'https://169.254.169.254/logo',
      client_id: 'mine',
      client_secret: 'chosen',
      scope: 'demo.stats.read',
    });
    expect(response.status).toBe(201);
    const text = await response.text();
    expect(text).not.toContain('169.254');
    const client = JSON.parse(text) as Record<string, unknown>;
    expect(client).toMatchObject({ token_endpoint_auth_method: 'none', application_type: 'native' });
    for (const name of ['client_secret', 'scope', 'sector_identifier_uri', 'jwks_uri', 'registration_access_token']) {
      expect(client).not.toHaveProperty(name);
    }
    expect(client.client_id).not.toBe('mine');
  });

  it('ends a flood from one address, and forgets clients that nobody signed in with', async () => {
    const strict = await startGateway(storage, { peerLimits: createPeerLimits({ registrationsPerHour: 3 }) });
    const statuses = [];
    for (let index = 0; index < 5; index += 1) statuses.push((await register(strict)).status);
    expect(statuses).toEqual([201, 201, 201, 429, 429]);
    expect(Number((await register(strict)).headers.get('retry-after'))).toBeGreaterThan(0);

    const { db } = storage;
    const clients = () =>
      db.selectFrom('oauth_objects').select(['id_hash', 'expires_at']).where('kind', '=', 'Client').execute();
    const client = await registered(gateway);
    const day = 86_400_000;
    for (const { expires_at } of await clients()) expect(expires_at).toBeLessThanOrEqual(Date.now() + day);
    await db
      .updateTable('oauth_objects')
      .set(({ eb }) => ({ expires_at: eb('expires_at', '-', day) }))
      .execute();
    await gateway.server.sweep();
    expect(await clients()).toEqual([]);
    const answer = await new Browser().get(authorizationUrl(gateway, client));
    expect(answer.status).toBe(400);
    await strict.close();
  });

  it('infers what kind of application it is, and lets a browser register', async () => {
    for (const [uri, kind] of [
      ['https://claude.ai/api/mcp/auth_callback', 'web'],
      ['cursor://anysphere.cursor-retrieval/oauth/callback', 'native'],
      ['http://localhost:1234/cb', 'native'],
      ['http://[::1]/cb', 'native'],
    ]) {
      const response = await register(gateway, { redirect_uris: [uri] });
      expect(await response.json()).toMatchObject({ application_type: kind, redirect_uris: [uri] });
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    }
    const preflight = await fetch(`${gateway.origin}/oauth/register`, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
  });

  it('refuses what is not a registration', async () => {
    const url = `${gateway.origin}/oauth/register`;
    for (const body of ['{', '[]', 'null', '"x"', '{}', '{"redirect_uris":"https://a.example/"}']) {
      expect((await post(url, body)).status, body).toBe(400);
    }
    expect((await post(url, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(400);
    expect(await refused({ grant_types: ['client_credentials'] })).toEqual([400, 'invalid_client_metadata']);
    expect(await refused({ response_types: ['token'] })).toEqual([400, 'invalid_client_metadata']);
    expect(await refused({ token_endpoint_auth_method: 'private_key_jwt' })).toEqual([400, 'invalid_client_metadata']);
  });
});
