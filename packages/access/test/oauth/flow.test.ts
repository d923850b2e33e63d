import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeStorage, type TestStorage } from '../engines.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { refresh, registered, signedIn, type Tokens, token, tokensFor } from './raw-client.ts';

describeStorage('sign-in', (open) => {
  let storage: TestStorage;
  let gateway: Gateway;
  beforeAll(async () => {
    storage = await open();
    gateway = await startGateway(storage);
  });
  afterAll(async () => {
    await gateway.close();
    await storage.close();
    expect(gateway.errors).toEqual([]);
  });

  it('ends in tokens that lead to the credential, and in new ones after a refresh', async () => {
    const client = await registered(gateway);
    const { form, back } = await signedIn(gateway, client);
    expect(back.searchParams.get('iss')).toBe(gateway.origin);
    expect(back.searchParams.get('state')).toBe('a-state');
    const response = await token(gateway, form);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const first = (await response.json()) as Tokens;
    expect(first).toMatchObject({ expires_in: 3600, scope: 'demo.stats.read', token_type: 'Bearer' });
    expect(await gateway.server.verifyAccessToken(first.access_token)).toMatchObject({
      subject: 'account-1',
      credential: 'secret-of-account-1',
      scopes: ['demo.stats.read'],
      clientId: client,
      clientName: 'A client',
    });
    const second = (await (await refresh(gateway, client, first.refresh_token)).json()) as Tokens;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await gateway.server.verifyAccessToken(second.access_token)).toMatchObject({ subject: 'account-1' });
  });

  it('gives only what the person allowed', async () => {
    const client = await registered(gateway);
    const asked = { scope: 'demo.stats.read demo.numbers.write' };
    const tokens = await tokensFor(gateway, client, asked, { scopes: ['demo.stats.read', 'demo.inventory.read'] });
    expect(tokens.scope).toBe('demo.stats.read');
    const refreshed = (await (await refresh(gateway, client, tokens.refresh_token)).json()) as Tokens;
    expect(refreshed.scope).toBe('demo.stats.read');
  });
});
