import { afterAll, beforeAll, expect, it } from 'vitest';
import { metadataDocumentFetch } from '../../src/oauth/metadata-document.ts';
import { createPeerLimits } from '../../src/oauth/peer-limits.ts';
import { describeStorage, engines, type TestStorage } from '../engines.ts';
import { Browser } from './browser.ts';
import { type Gateway, newKeys, startGateway } from './gateway.ts';
import { authorizationUrl, challenge, REDIRECT } from './raw-client.ts';

const document = { client_name: 'App', redirect_uris: [REDIRECT, 'https://app.example.com/cb'] };

describeStorage(
  'a client with a document',
  (open) => {
    let storage: TestStorage;
    beforeAll(async () => {
      storage = await open();
    });
    afterAll(() => storage.close());

    const openPage = (gateway: Gateway, clientId: string, browser = new Browser()) =>
      browser.get(authorizationUrl(gateway, clientId, { code_challenge: challenge().challenge }));

    it('is an unknown client where its document may not be fetched', async () => {
      let asked = 0;
      const fetchDocument = metadataDocumentFetch({
        resolve: (_host, done) => {
          asked += 1;
          done(null, [{ address: '10.0.0.1', family: 4 }]);
        },
      });
      const gateway = await startGateway(storage, { fetchDocument });
      for (const clientId of [
        'http://app.example.com/client.json',
        'https://user@app.example.com/client.json',
        'https://app.example.com/../client.json',
        'https://127.0.0.1/client.json',
        'https://localhost/client.json',
        'https://2130706433/client.json',
      ]) {
        const response = await openPage(gateway, clientId);
        expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('invalid_client')]);
      }
      expect(asked).toBe(0);
      expect((await openPage(gateway, 'https://rebinding.example.com/client.json')).status).toBe(400);
      expect(asked).toBe(1);
      await gateway.close();
    });

    it.each([
      ['another id', { client_id: 'https://other.example.com/client.json' }],
      ['a secret', { client_secret: 'secret' }],
      ['a method with a secret', { token_endpoint_auth_method: 'client_secret_post' }],
      ['a redirect that is refused', { redirect_uris: ['http://evil.example/cb'] }],
      ['no redirect', { redirect_uris: undefined }],
    ])('is not served when the document has %s', async (_what, more) => {
      const gateway = await startGateway(storage, {
        fetchDocument: async (client_id) => ({ document: { client_id, ...document, ...more } }),
      });
      const response = await openPage(gateway, 'https://app.example.com/client.json');
      expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('invalid_client')]);
      await gateway.close();
    });

    it('is shown by the host of its document, and by where it wants the answer', async () => {
      const gateway = await startGateway(storage, {
        fetchDocument: async (client_id) => ({ document: { client_id, ...document } }),
      });
      const url = authorizationUrl(gateway, 'https://app.example.com/client.json', {
        code_challenge: challenge().challenge,
        redirect_uri: 'https://app.example.com/cb',
      });
      const { page } = await new Browser().open(url);
      expect(page.client).toMatchObject({
        name: 'App',
        documentHost: 'app.example.com',
        redirectHost: 'app.example.com',
        localOnly: false,
      });
      await gateway.close();
    });

    it('can be answered at a server that has not read its document, at the cost of the one who asks', async () => {
      const fetched: string[] = [];
      const fetchDocument = async (client_id: string) => {
        fetched.push(client_id);
        return { document: { client_id, ...document } };
      };
      const keys = newKeys();
      const gateway = await startGateway(storage, { keys, fetchDocument });
      const other = await startGateway(storage, {
        keys,
        fetchDocument,
        publicUrl: gateway.origin,
        peerLimits: createPeerLimits({ documentsPerMinute: 1 }),
      });
      const clientIds = ['a', 'b'].map((name) => `https://${name}.example.com/client.json`);
      const signIns = await Promise.all(
        clientIds.map(async (clientId) => {
          const browser = new Browser();
          const code_challenge = challenge().challenge;
          const { url, page } = await browser.open(authorizationUrl(gateway, clientId, { code_challenge }));
          return { browser, page, elsewhere: new URL(url.pathname, other.listening) };
        }),
      );
      const [first, second] = signIns;
      if (!first || !second) throw new Error('Nobody signs in');
      expect((await first.browser.answer(first.elsewhere, first.page)).status).toBe(303);
      expect((await second.browser.get(second.elsewhere)).status).toBe(503);
      expect(fetched.sort()).toEqual([...clientIds, clientIds[0]].sort());
      await gateway.close();
      await other.close();
    });

    it('is served by what it can do as well, where it prefers a method that we do not have', async () => {
      const gateway = await startGateway(storage, {
        fetchDocument: async (client_id) => ({
          document: {
            client_id,
            ...document,
            token_endpoint_auth_method: 'private_key_jwt',
            token_endpoint_auth_methods_supported: ['private_key_jwt', 'none'],
          },
        }),
      });
      const url = authorizationUrl(gateway, 'https://app.example.com/client.json', {
        code_challenge: challenge().challenge,
        redirect_uri: 'https://app.example.com/cb',
      });
      expect((await new Browser().open(url)).page.client.name).toBe('App');
      await gateway.close();
    });

    it('cannot make this server fetch without end', async () => {
      let fetched = 0;
      const gateway = await startGateway(storage, {
        peerLimits: createPeerLimits({ documentsPerMinute: 5 }),
        fetchDocument: async () => {
          fetched += 1;
          throw new Error('no document');
        },
      });
      for (let index = 0; index < 10; index += 1) {
        expect((await openPage(gateway, `https://app${index}.example.com/client.json`)).status).toBe(400);
      }
      expect(fetched).toBeLessThanOrEqual(5);
      await gateway.close();
    });
  },
  engines.slice(0, 1),
);
