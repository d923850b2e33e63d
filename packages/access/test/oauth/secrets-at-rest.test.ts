import { expect, it } from 'vitest';
import { embeddedKeys } from '../../src/keys/embedded-keys.ts';
import { serverKeys } from '../../src/keys/server-keys.ts';
import { createSealer } from '../../src/sealing/sealer.ts';
import { describeStorage } from '../engines.ts';
import { everythingKept } from '../everything-kept.ts';
import { formsOf } from '../secret-forms.ts';
import { type Gateway, newKeys, startGateway } from './gateway.ts';
import { refresh, register, registered, signedIn, type Tokens, token, tokensFor } from './raw-client.ts';

const CREDENTIAL = 'pk-canary-7f3a.4be1c9d2e8f70615';
const ACCOUNT = 'account-canary-55d0';

describeStorage('what is stored', (open) => {
  it('holds no token, code, credential or account in any form', async () => {
    await using storage = await open();
    const keys = 'dataDir' in storage.options ? await embeddedKeys(storage.options.dataDir) : newKeys();
    const gateway = await startGateway(storage, { keys });
    const secrets = await useEverything(gateway);
    const forms = secrets.flatMap(formsOf);
    const kept = await everythingKept(storage.options);
    expect(kept.length).toBeGreaterThan(1_000);
    if ('dataDir' in storage.options) {
      for (const name of ['gateway.db', 'gateway.db-wal', 'gateway.keys']) expect(kept).toContain(name);
    }
    expect(forms.filter((form) => kept.includes(form))).toEqual([]);
    // The search finds what is there.
    expect(kept.includes('oauth_objects') || kept.includes('RefreshToken')).toBe(true);
    await gateway.close();
  });

  it('opens for nobody who has the database and the server key, but no token', async () => {
    await using storage = await open();
    const keys = newKeys();
    const gateway = await startGateway(storage, { keys });
    await useEverything(gateway);
    await gateway.server.sweep();
    const sealer = createSealer(keys);
    const objects = await storage.db.selectFrom('oauth_objects').selectAll().execute();
    const credentials = await storage.db.selectFrom('upstream_credentials').selectAll().execute();
    expect(credentials.length).toBeGreaterThan(0);
    const found = objects.flatMap((row) => [row.id_hash, row.grant_hash ?? '', row.kind, row.key_id]);
    for (const row of credentials) {
      for (const guess of new Set(found)) {
        const sealed = { keyId: row.key_id, sealed: row.sealed };
        expect(guess === '' ? undefined : sealer.open('oauth/credential', guess, sealed)).toBeUndefined();
      }
    }
    await gateway.close();
  });

  it('opens by old keys, is sealed again by the new one at a refresh, and is lost with its key', async () => {
    await using storage = await open();
    const [older] = newKeys().all;
    const newer = newKeys().current;
    if (!older) throw new TypeError('no key');
    const old = { ...older, id: '2026-01' };
    const first = await startGateway(storage, { keys: serverKeys(old) });
    const client = await registered(first);
    const { port } = new URL(first.origin);
    const tokens = await tokensFor(first, client);
    const lost = await tokensFor(first, client);
    await first.close();

    const second = await startGateway(storage, { keys: serverKeys(newer, old), port: Number(port) });
    expect(await second.server.verifyAccessToken(tokens.access_token)).toMatchObject({ subject: 'account-1' });
    const next = (await (await refresh(second, client, tokens.refresh_token)).json()) as Tokens;
    const again = (await (await refresh(second, client, tokens.refresh_token)).json()) as Tokens;
    expect(again.refresh_token).toBe(next.refresh_token);
    await second.close();

    const third = await startGateway(storage, { keys: serverKeys(newer), port: Number(port) });
    expect(await third.server.verifyAccessToken(next.access_token)).toMatchObject({
      credential: 'secret-of-account-1',
    });
    expect(await third.server.verifyAccessToken(lost.access_token)).toBeUndefined();
    expect((await refresh(third, client, lost.refresh_token)).status).toBe(400);
    await third.close();
  });
});

/** Every kind of object that there is; gives all that must not be found. */
async function useEverything(gateway: Gateway): Promise<string[]> {
  const response = await register(gateway, { token_endpoint_auth_method: 'client_secret_post' });
  const confidential = (await response.json()) as { client_id: string; client_secret: string };
  const answer = { account: ACCOUNT, credential: CREDENTIAL };
  const { client_id, client_secret } = confidential;
  const { form } = await signedIn(gateway, client_id, {}, answer);
  const first = (await (await token(gateway, { ...form, client_secret })).json()) as Tokens;
  const second = (await (await refresh(gateway, client_id, first.refresh_token, { client_secret })).json()) as Tokens;
  const unused = await signedIn(gateway, await registered(gateway), {}, answer);
  expect(await gateway.server.verifyAccessToken(second.access_token)).toMatchObject({ credential: CREDENTIAL });
  const tokens = [first, second].flatMap((given) => [given.access_token, given.refresh_token]);
  return [CREDENTIAL, ACCOUNT, client_secret, form.code, unused.form.code, ...tokens];
}
