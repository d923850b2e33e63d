import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashId } from '../../src/sealing/hash-id.ts';
import { describeStorage, type TestStorage } from '../engines.ts';
import { type Gateway, newKeys, startGateway } from './gateway.ts';
import { postForm, refresh, registered, signedIn, type Tokens, token, tokensFor } from './raw-client.ts';

describeStorage('tokens', (open) => {
  let storage: TestStorage;
  let gateway: Gateway;
  let client: string;
  const keys = newKeys();
  beforeAll(async () => {
    storage = await open();
    gateway = await startGateway(storage, { keys });
    client = await registered(gateway);
  });
  afterAll(async () => {
    await gateway.close();
    await storage.close();
    expect(gateway.errors).toEqual([]);
  });

  const answerOf = async (response: Response): Promise<[number, string | undefined]> => [
    response.status,
    ((await response.json()) as { error?: string }).error,
  ];
  const refreshed = async (from: string, tokens: Tokens) => {
    const response = await refresh(gateway, from, tokens.refresh_token);
    return (await response.json()) as Tokens;
  };
  const counts = async (accessToken: string) =>
    (await gateway.server.verifyAccessToken(accessToken)) === undefined ? 'no' : 'yes';
  /** As if it had been used long ago. */
  const age = (refreshToken: string, byMs: number) =>
    storage.db
      .updateTable('oauth_objects')
      .set(({ eb }) => ({ consumed_at: eb('consumed_at', '-', byMs) }))
      .where('id_hash', '=', hashId(refreshToken))
      .execute();

  it('ends the tokens of a code that is used again', async () => {
    const { form } = await signedIn(gateway, client);
    const tokens = (await (await token(gateway, form)).json()) as Tokens;
    expect(await counts(tokens.access_token)).toBe('yes');
    expect(await answerOf(await token(gateway, form))).toEqual([400, 'invalid_grant']);
    expect(await counts(tokens.access_token)).toBe('no');
    expect(await answerOf(await refresh(gateway, client, tokens.refresh_token))).toEqual([400, 'invalid_grant']);
  });

  it('gives tokens to one of those that redeem a code at once, and then to none', async () => {
    const { form } = await signedIn(gateway, client);
    const responses = await Promise.all(Array.from({ length: 5 }, () => token(gateway, form)));
    expect(responses.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    for (const response of responses) {
      if (response.status === 200) expect(await counts(((await response.json()) as Tokens).access_token)).toBe('no');
      else expect(await answerOf(response)).toEqual([400, 'invalid_grant']);
    }
  });

  it('gives nothing for a code of another client, verifier or redirect', async () => {
    const { form } = await signedIn(gateway, client);
    const other = await registered(gateway);
    const { code_verifier, ...withoutVerifier } = form;
    expect(await answerOf(await token(gateway, { ...form, client_id: other }))).toEqual([400, 'invalid_grant']);
    expect(await answerOf(await token(gateway, withoutVerifier))).toEqual([400, 'invalid_grant']);
    const wrong = { ...form, code_verifier: code_verifier.split('').reverse().join('') };
    expect(await answerOf(await token(gateway, wrong))).toEqual([400, 'invalid_grant']);
    const elsewhere = { ...form, redirect_uri: 'http://127.0.0.1:33418/other' };
    expect(await answerOf(await token(gateway, elsewhere))).toEqual([400, 'invalid_grant']);
    expect((await token(gateway, form)).status).toBe(200);
  });

  it('gives no more scopes at a refresh than there were', async () => {
    const tokens = await tokensFor(gateway, client);
    const wider = { scope: 'demo.stats.read demo.numbers.write' };
    expect(await answerOf(await refresh(gateway, client, tokens.refresh_token, wider))).toEqual([400, 'invalid_scope']);
    const same = { scope: 'demo.stats.read offline_access' };
    expect((await refresh(gateway, client, tokens.refresh_token, same)).status).toBe(200);
  });

  it('ends every session of the client and account when a used refresh token comes back too late', async () => {
    const account = { account: 'account-52' };
    const [stolen, elsewhere, others] = [
      await tokensFor(gateway, client, {}, account),
      await tokensFor(gateway, client, {}, account),
      await tokensFor(gateway, client, {}, { account: 'another account' }),
    ];
    const otherClient = await registered(gateway);
    const beside = await tokensFor(gateway, otherClient, {}, account);
    const next = await refreshed(client, stolen);
    await age(stolen.refresh_token, 30_000);
    gateway.events.length = 0;
    expect(await answerOf(await refresh(gateway, client, stolen.refresh_token))).toEqual([400, 'invalid_grant']);
    expect(gateway.events).toEqual([{ type: 'refresh-reuse', clientId: client, grants: 2 }]);
    for (const { access_token, refresh_token } of [stolen, next, elsewhere]) {
      expect(await counts(access_token)).toBe('no');
      expect(await answerOf(await refresh(gateway, client, refresh_token))).toEqual([400, 'invalid_grant']);
    }
    expect(await counts(others.access_token)).toBe('yes');
    expect(await counts(beside.access_token)).toBe('yes');
    expect(await gateway.server.connectedClients('account-52')).toMatchObject([{ clientId: otherClient }]);
  });

  it('knows a used refresh token again after what it held was deleted', async () => {
    const stolen = await tokensFor(gateway, client);
    const next = await refreshed(client, stolen);
    await age(stolen.refresh_token, 30_000);
    await gateway.server.sweep();
    const row = storage.db
      .selectFrom('oauth_objects')
      .select('sealed')
      .where('id_hash', '=', hashId(stolen.refresh_token));
    expect(await row.executeTakeFirst()).toEqual({ sealed: '' });
    expect(await counts(next.access_token)).toBe('yes');
    expect((await refresh(gateway, client, stolen.refresh_token)).status).toBe(400);
    expect(await counts(next.access_token)).toBe('no');
  });

  it('sees a thief within the grace as soon as the successor was used', async () => {
    const stolen = await tokensFor(gateway, client);
    const second = await refreshed(client, stolen);
    const third = await refreshed(client, second);
    expect(await answerOf(await refresh(gateway, client, stolen.refresh_token))).toEqual([400, 'invalid_grant']);
    expect(await counts(third.access_token)).toBe('no');
  });

  it('allows no repetition where the grace is none', async () => {
    const strict = await startGateway(storage, { keys, lifetimes: { refreshGrace: 0 } });
    const own = await registered(strict);
    const tokens = await tokensFor(strict, own);
    expect((await refresh(strict, own, tokens.refresh_token)).status).toBe(200);
    expect((await refresh(strict, own, tokens.refresh_token)).status).toBe(400);
    await strict.close();
  });

  it('gives ten that refresh at once one successor, which goes on', async () => {
    const tokens = await tokensFor(gateway, client);
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => refresh(gateway, client, tokens.refresh_token)),
    );
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const given = (await Promise.all(responses.map((response) => response.json()))) as Tokens[];
    expect(new Set(given.map(({ refresh_token }) => refresh_token)).size).toBe(1);
    for (const { access_token } of given) expect(await counts(access_token)).toBe('yes');
    const [first] = given;
    expect((await refresh(gateway, client, first?.refresh_token ?? '')).status).toBe(200);
  });

  it('ends an access token with its grant, by revocation and by the account', async () => {
    const revoked = await tokensFor(gateway, client);
    const form = { client_id: client, token: revoked.refresh_token };
    const other = await registered(gateway);
    await postForm(`${gateway.origin}/oauth/revoke`, { ...form, client_id: other });
    expect(await counts(revoked.access_token)).toBe('yes');
    expect((await postForm(`${gateway.origin}/oauth/revoke`, form)).status).toBe(200);
    expect(await counts(revoked.access_token)).toBe('no');
    expect((await refresh(gateway, client, revoked.refresh_token)).status).toBe(400);

    const account = { account: 'account-58' };
    const kept = await tokensFor(gateway, client, {}, account);
    const [connected] = await gateway.server.connectedClients('account-58');
    expect(connected).toMatchObject({ clientName: 'A client', scopes: ['demo.stats.read'] });
    const id = connected?.id ?? '';
    expect(await gateway.server.disconnect('another account', id)).toBe(false);
    expect(await counts(kept.access_token)).toBe('yes');
    expect(await gateway.server.disconnect('account-58', id)).toBe(true);
    expect(await counts(kept.access_token)).toBe('no');
    expect(await gateway.server.connectedClients('account-58')).toEqual([]);
    expect((await refresh(gateway, client, kept.refresh_token)).status).toBe(400);
    expect(await gateway.server.disconnect('account-58', id)).toBe(false);
  });

  it('notes when a client last called, and not with every call', async () => {
    const { access_token } = await tokensFor(gateway, client, {}, { account: 'account-use' });
    const used = async () => {
      await gateway.server.verifyAccessToken(access_token);
      await gateway.server.close();
      return (await gateway.server.connectedClients('account-use'))[0]?.lastUsedAt ?? 0;
    };
    const connected = await used();
    expect(connected).toBeGreaterThan(Date.now() - 60_000);
    expect(await used()).toBe(connected);
    await storage.db
      .updateTable('oauth_grants')
      .set({ last_used_at: connected - 61_000 })
      .execute();
    expect(await used()).toBeGreaterThanOrEqual(connected);
  });

  it('counts no token that was made for another resource', async () => {
    const other = await startGateway(storage, { keys });
    const { access_token } = await tokensFor(gateway, client);
    expect(await counts(access_token)).toBe('yes');
    expect(await other.server.verifyAccessToken(access_token)).toBeUndefined();
    await other.close();
  });

  it('counts no refresh token, code, expired token or anything else as an access token', async () => {
    const { form } = await signedIn(gateway, client);
    expect(await counts(form.code)).toBe('no');
    const tokens = (await (await token(gateway, form)).json()) as Tokens;
    expect(await counts(tokens.refresh_token)).toBe('no');
    for (const text of ['', "' OR 1=1--", 'x'.repeat(43), 'x'.repeat(8_000)]) expect(await counts(text)).toBe('no');
    await storage.db
      .updateTable('oauth_objects')
      .set({ expires_at: Date.now() })
      .where('id_hash', '=', hashId(tokens.access_token))
      .execute();
    expect(await counts(tokens.access_token)).toBe('no');
  });

  it('keeps a session that is used longer than one refresh token lives', async () => {
    let tokens = await tokensFor(gateway, client);
    const day = 86_400_000;
    for (let round = 0; round < 3; round += 1) {
      for (const table of ['oauth_objects', 'oauth_grants'] as const) {
        await storage.db
          .updateTable(table)
          .set(({ eb }) => ({ expires_at: eb('expires_at', '-', 29 * day) }))
          .execute();
      }
      await gateway.server.sweep();
      tokens = await refreshed(client, tokens);
      expect(await counts(tokens.access_token)).toBe('yes');
    }
  });
});
