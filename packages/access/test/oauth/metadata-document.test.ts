import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { isDocumentAddress, metadataDocumentFetch, metadataResponse } from '../../src/oauth/metadata-document.ts';

const ID = 'https://app.example.com/client.json';
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

it('takes only addresses that name a public host by https', () => {
  for (const id of [
    'http://app.example.com/client.json',
    'https://user@app.example.com/client.json',
    'https://@app.example.com/client.json',
    'https://app.example.com/../client.json',
    'https://app.example.com/%2e%2e/client.json',
    'https://app.example.com/client.json#x',
    'https://app.example.com:8443/client.json',
    'https://127.0.0.1/client.json',
    'https://[::1]/client.json',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://127.1/',
    'https://localhost/client.json',
    'https://intranet/client.json',
    'https://APP.example.com/client.json',
    'https://app.example.com',
    'ftp://app.example.com/',
  ]) {
    expect(isDocumentAddress(id), id).toBe(false);
  }
  expect(isDocumentAddress(ID)).toBe(true);
  expect(isDocumentAddress(ID, ['other.example.com'])).toBe(false);
  expect(isDocumentAddress(ID, ['app.example.com'])).toBe(true);
});

it('asks for a name once a minute when it was refused', async () => {
  let asked = 0;
  const fetchDocument = metadataDocumentFetch({
    resolve: (_host, done) => {
      asked += 1;
      done(null, [{ address: '127.0.0.1', family: 4 }]);
    },
  });
  await expect(fetchDocument(ID)).rejects.toMatchObject({ cause: { message: expect.stringContaining('not public') } });
  await expect(fetchDocument(ID)).rejects.toThrow('not fetched');
  expect(asked).toBe(1);
  await expect(fetchDocument('https://127.0.0.1/')).rejects.toThrow('not fetched');
});

describe('a document', () => {
  /** A host that answers like this, reached without its certificate. */
  async function host(answer: RequestListener) {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const plain = buildConnector({});
    const dispatcher = new Agent({
      connect: (options, done) =>
        plain({ ...options, protocol: 'http:', hostname: '127.0.0.1', port: String(port) }, done),
    });
    return metadataDocumentFetch({ dispatcher });
  }

  const json = { 'content-type': 'application/json' };
  const document = { client_id: ID, client_name: 'App', redirect_uris: ['https://app.example.com/cb'] };

  it('comes as it stands there, and is reduced to what we take of it', async () => {
    const sent = { ...document, scope: 'openid', jwks_uri: 'http://10.0.0.1/', logo_uri: 'http://10.0.0.1/' };
    const fetchDocument = await host((_request, response) =>
      response.writeHead(200, { ...json, 'cache-control': 'max-age=60' }).end(JSON.stringify(sent)),
    );
    const answer = await fetchDocument(ID);
    expect(answer).toEqual({ document: sent, cacheControl: 'max-age=60' });
    const reduced = (await metadataResponse(ID, answer).json()) as object;
    expect(reduced).toEqual({
      ...document,
      application_type: 'web',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    });
  });

  it.each<[string, RequestListener]>([
    ['a redirect', (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1/' }).end()],
    ['17 KB', (_request, response) => response.writeHead(200, json).end(JSON.stringify('x'.repeat(17_000)))],
    ['no JSON', (_request, response) => response.writeHead(200, json).end('<html>')],
    ['another type', (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('{}')],
    ['an error', (_request, response) => response.writeHead(500, json).end('{}')],
    [
      'bytes that are no text',
      (_request, response) => response.writeHead(200, json).end(Buffer.from([0x22, 0xff, 0x22])),
    ],
  ])('is refused when it is %s', async (_what, answer) => {
    const fetchDocument = await host(answer);
    await expect(fetchDocument(ID)).rejects.toThrow();
  });

  it('is given up when it comes slowly', async () => {
    const fetchDocument = await host((_request, response) => {
      response.writeHead(200, json);
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drip));
    });
    await expect(fetchDocument(ID)).rejects.toThrow(/timeout|aborted/i);
  });
});
