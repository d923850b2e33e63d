import { describe, expect, test } from 'vitest';
import { failureOf, listOf, Reply, secrets, serve, startInstance } from '../test/fake-instance.ts';
import { createDaktelaClient } from './client.ts';
import type { DaktelaOptions } from './options.ts';
import { createSharing } from './sharing.ts';

const said = (text: unknown) => ({ error: text, result: [] });

describe('a refusal', () => {
  test.each<[number, string, object]>([
    [301, 'BAD_RESPONSE', {}],
    [302, 'BAD_RESPONSE', {}],
    [400, 'INVALID_INPUT', {}],
    [401, 'UNAUTHENTICATED', {}],
    [403, 'FORBIDDEN', {}],
    [404, 'NOT_FOUND', { reason: 'endpoint_not_available' }],
    [405, 'NOT_FOUND', {}],
    [414, 'INVALID_INPUT', {}],
    [418, 'BAD_RESPONSE', {}],
    [422, 'INVALID_INPUT', {}],
    [429, 'RATE_LIMITED', {}],
    [500, 'UNAVAILABLE', {}],
    [502, 'UNAVAILABLE', {}],
    [504, 'UNAVAILABLE', {}],
  ])('with %i is %s', async (status, code, detail) => {
    const { client, asked } = await startInstance(() => new Reply(status, said(['Nope']), { location: '/elsewhere' }));
    const error = await failureOf(client().list('tickets'));
    expect(error).toMatchObject({ code, detail: { endpoint: 'tickets', status, ...detail } });
    expect(asked).toHaveLength(1);
  });

  test('passes on what Daktela says, cleaned', async () => {
    const words = `Pole \u0000"title"\nje pov\u200binn\u00e9 ${secrets.accessToken} 0123456789abcdef0123456789abcdef0123`;
    const { client } = await startInstance(
      () => new Reply(400, said({ form: { title: [words] }, primary: ['Not valid'] })),
    );
    const { message } = await failureOf(client().list('tickets'));
    expect(message).toContain('title: Pole "title" je povinné [redacted] [redacted]; Not valid');
    expect(message).not.toMatch(/\p{Cc}|\p{Cf}/u);
  });

  test('names the endpoint that a role may not read', async () => {
    const { client } = await startInstance(() => new Reply(403, said('Access denied')));
    expect((await failureOf(client().list('crmRecords'))).message).toContain('crmRecords');
  });

  test('of a record that there is not says so', async () => {
    const { client } = await startInstance(() => new Reply(404, said('Object not exist')));
    expect(await failureOf(client().get('tickets', '1'))).toMatchObject({
      code: 'NOT_FOUND',
      field: 'name',
      message: expect.stringMatching(/no record "1" in tickets: "Object not exist"/),
      detail: { reason: 'no_such_record' },
    });
  });

  test.each<[string, unknown]>([
    ['a text', 'Filter not allowed'],
    ['texts', ['Filter not allowed']],
    ['a form', { primary: [], form: { filter: ['Filter not allowed'] } }],
    ['a list of forms', [{ form: { filter: ['Filter not allowed'] }, primary: [] }]],
  ])('may be a 200 with %s', async (_, error) => {
    const { client } = await startInstance(() => ({ error, result: { data: [{ name: 1 }], total: 1 } }));
    expect(await failureOf(client().list('tickets'))).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('Filter not allowed'),
    });
  });

  test.each([
    ['', 200],
    ['<html>canary</html>', 200],
    ['<html>canary</html>', 502],
    ['canary', 200],
    ['{"canary":1}', 200],
    ['[]', 200],
    ['null', 200],
    ['{"result":{"data":[{"name":1', 200],
  ])('that is %j with %i echoes nothing', async (body, status) => {
    const { client } = await startInstance(() => new Reply(status, body));
    const error = await failureOf(client().list('tickets'));
    expect(error.code).toBe(status === 200 ? 'BAD_RESPONSE' : 'UNAVAILABLE');
    expect(error.message).not.toContain('<');
  });

  test('to count is one, as there is no telling how many there are', async () => {
    const { client } = await startInstance(() => listOf([{ name: 1 }], {}, null));
    expect(await failureOf(client().count('tickets'))).toMatchObject({ code: 'BAD_RESPONSE' });
  });
});

describe('a passing failure', () => {
  test.each([429, 502, 503, 504])('with %i is repeated', async (status) => {
    const answers = [new Reply(status, '<html>'), new Reply(status, ''), listOf([{ name: 1 }])];
    const { client, asked } = await startInstance(() => answers.shift());
    await client({ retries: 2 }).list('tickets');
    expect(asked).toHaveLength(3);
  });

  test('of 500 is repeated once', async () => {
    const { client, asked } = await startInstance(() => new Reply(500, said('Internal')));
    expect(await failureOf(client({ retries: 3 }).list('tickets'))).toMatchObject({ code: 'UNAVAILABLE' });
    expect(asked).toHaveLength(2);
  });

  test.each(['1', () => new Date(Date.now() + 1_000).toUTCString()])('waits as it is asked to', async (header) => {
    const moments: number[] = [];
    const answers = [
      () => new Reply(429, '', { 'retry-after': typeof header === 'string' ? header : header() }),
      () => listOf([]),
    ];
    const { client } = await startInstance(() => {
      moments.push(Date.now());
      return answers.shift()?.();
    });
    await client({ retries: 1 }).list('tickets');
    expect(moments).toHaveLength(2);
    // A date has whole seconds, so that it may ask for next to no time.
    if (header === '1') expect((moments[1] ?? 0) - (moments[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test('that would last longer than the budget is not waited for', async () => {
    const { client, asked } = await startInstance(() => new Reply(429, '', { 'retry-after': '3600' }));
    const error = await failureOf(client({ retries: 3 }).list('tickets'));
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 3_600_000 });
    expect(asked).toHaveLength(1);
  });

  test('of the connection is repeated', async () => {
    const { client, asked } = await startInstance((_, response) => {
      if (asked.length > 1) return listOf([]);
      response.destroy();
      return undefined;
    });
    await client({ retries: 1 }).list('tickets');
    expect(asked).toHaveLength(2);
  });

  test('of time is one, and a caller who leaves waits for nothing', async () => {
    const { client } = await startInstance(() => new Promise(() => {}));
    const slow = client({ timeouts: { attemptMs: 50, totalMs: 200 } });
    expect(await failureOf(slow.list('tickets'))).toMatchObject({ code: 'UNAVAILABLE', detail: { reason: 'timeout' } });
    const caller = new AbortController();
    const asking = client().list('tickets', {}, { signal: caller.signal });
    caller.abort(new Error('gone'));
    await expect(asking).rejects.toThrow('gone');
  });
});

describe('credentials go nowhere else', () => {
  test('a redirect is not followed', async () => {
    let reached = 0;
    const elsewhere = await serve((_, response) => {
      reached += 1;
      response.end('{}');
    });
    const { client } = await startInstance(() => new Reply(307, '', { location: `${elsewhere}/api/v6/tickets.json` }));
    expect(await failureOf(client().list('tickets'))).toMatchObject({ code: 'BAD_RESPONSE' });
    const options = { username: 'alice', password: secrets.password } as const;
    expect(await failureOf(client(options).list('tickets'))).toMatchObject({ code: 'BAD_RESPONSE' });
    expect(reached).toBe(0);
  });

  test.each([
    'http://acme.daktela.com',
    'https://daktela.com',
    'https://daktela.com.evil.example',
    'https://evildaktela.com',
    'https://acme.daktela.com@evil.example',
    'https://user:canary@acme.daktela.com',
    'https://acme.daktela.com:8443',
    'https://acme.daktela.com/api/v6',
    'https://acme.daktela.com/?x=1',
    'https://acme.daktela.com/#x',
    'https://acme.daktela.com\\.evil.example',
    'https://acme.daktela.com\n.evil.example',
    'https://169.254.169.254',
    'http://169.254.169.254',
    'https://2130706433',
    'https://0x7f.1',
    'https://[::1]',
    'https://[::ffff:7f00:1]',
    'https://localhost',
    'https://.daktela.com',
    'https://-.daktela.com',
    'https://acme.daktela.com.',
    'https://crm.example.com:8444',
    'ftp://acme.daktela.com',
    'acme.daktela.com',
    'javascript:alert(1)',
    '',
  ])('%j is no address', (url) => {
    const options = {
      url,
      accessToken: secrets.accessToken,
      allowedHosts: ['crm.example.com', 'pbx.example.com:8443'],
    };
    expect(() => createDaktelaClient(options)).toThrow(
      expect.objectContaining({ code: 'CONFIGURATION', field: 'url' }),
    );
  });

  test.each([
    ['https://acme.daktela.com', 'https://acme.daktela.com'],
    ['https://ACME.Daktela.com/', 'https://acme.daktela.com'],
    ['https://acme.daktela.com:443', 'https://acme.daktela.com'],
    ['https://eu.acme.daktela.com', 'https://eu.acme.daktela.com'],
    ['https://crm.example.com', 'https://crm.example.com'],
    ['https://pbx.example.com:8443', 'https://pbx.example.com:8443'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
  ])('%s is one', (url, origin) => {
    const client = createDaktelaClient({
      url,
      accessToken: secrets.accessToken,
      allowedHosts: ['crm.example.com', 'pbx.example.com:8443'],
      trustedOrigins: ['http://127.0.0.1:4010'],
    });
    expect(client.url).toBe(origin);
  });

  test.each<[string, Partial<DaktelaOptions>]>([
    ['an allowed host with a path', { allowedHosts: ['crm.example.com/x'] }],
    ['an allowed host that is all', { allowedHosts: ['*'] }],
    ['a trusted origin with a path', { trustedOrigins: ['http://127.0.0.1/x'] }],
    ['an option that is none', { allowHosts: [] } as Partial<DaktelaOptions>],
    ['too many retries', { retries: 100 }],
  ])('%s is refused', (_, options) => {
    const all = { url: 'https://acme.daktela.com', accessToken: 'canary', ...options } as DaktelaOptions;
    expect(() => createDaktelaClient(all)).toThrow(expect.objectContaining({ code: 'CONFIGURATION' }));
  });

  test('a name that leads into a private network is refused before a connection is made, each time that it is looked up', async () => {
    let connections = 0;
    const url = await serve(() => {
      connections += 1;
    });
    const { port } = new URL(url);
    const looked: string[] = [];
    for (const addresses of [
      ['127.0.0.1'],
      ['10.0.0.1'],
      ['169.254.169.254'],
      ['93.184.215.14', '127.0.0.1'],
      ['::1'],
    ]) {
      const daktela = createDaktelaClient({
        url: `https://rebound.example.com:${port}`,
        allowedHosts: [`rebound.example.com:${port}`],
        accessToken: secrets.accessToken,
        sharing: createSharing(),
        retries: 3,
        resolve(host, done) {
          looked.push(host);
          done(
            null,
            addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          );
        },
      });
      const error = await failureOf(daktela.list('tickets'));
      expect(error).toMatchObject({ code: 'CONFIGURATION', field: 'url', detail: { reason: 'ENOTPUBLIC' } });
    }
    expect(looked).toEqual(Array(5).fill('rebound.example.com'));
    expect(connections).toBe(0);
  });
});
