import { describe, expect, test } from 'vitest';
import { clientBefore, credential, expectNoSecret, failureOf } from '../test/fake-vendor.ts';

const success = { status: 'success' };

describe('a request', () => {
  test.each(['post', 'get'] as const)(
    'goes by %s with the credential, the method and the parameters',
    async (transport) => {
      const { client, requests } = clientBefore(() => ({ ...success, balance: {} }), { transport });
      await client.call('getBalance', { advanced: true, client: '', page: 0, none: undefined });
      expect(requests).toEqual([
        {
          http: transport.toUpperCase(),
          method: 'getBalance',
          params: { advanced: '1', page: '0' },
          fields: {
            api_username: credential.username,
            api_password: credential.password,
            method: 'getBalance',
            content_type: 'json',
            advanced: '1',
            page: '0',
          },
        },
      ]);
    },
  );

  test('is a POST when it would be too long for a GET', async () => {
    const { client, requests } = clientBefore(() => success, { transport: 'get' });
    await client.call('sendFaxMessage', {});
    await client.call('setRecording', {});
    await client.call('getBalance', { note: 'x'.repeat(9000) });
    expect(requests.map(({ http }) => http)).toEqual(['POST', 'POST', 'POST']);
  });

  test('of a change sends what is empty, which clears the field', async () => {
    const { client, requests } = clientBefore(() => success);
    await client.call('setPhonebookGroup', { group: '1', name: 'Spam', members: '' });
    expect(requests[0]?.params).toEqual({ group: '1', name: 'Spam', members: '' });
  });

  test.each<[string, Record<string, string>]>([
    ['get Balance', {}],
    ['../getBalance', {}],
    ['getBalance', { 'a b': '1' }],
    ['getBalance', { __proto__x: '1' }],
    ['getBalance', { api_password: 'other' }],
    ['getBalance', { method: 'delPhonebook' }],
    ['setPhonebook', { name: 'a\u0000b' }],
    ['setPhonebook', { name: '\ud800' }],
  ])('%s with %j is refused before it is sent', async (method, params) => {
    const { client, requests } = clientBefore(() => success);
    expect(await failureOf(client.call(method, params))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(requests).toEqual([]);
  });
});

describe('a reply', () => {
  test.each([
    ['invalid_credentials', 'UNAUTHENTICATED'],
    ['ip_not_enabled', 'FORBIDDEN'],
    ['api_limit_exceeded', 'RATE_LIMITED'],
    ['no_callstatus', 'INVALID_INPUT'],
    ['invalid_account', 'NOT_FOUND'],
    ['invalid_daterange', 'INVALID_INPUT'],
    ['method_maintenance', 'UNAVAILABLE'],
    ['something_new', 'FORBIDDEN'],
  ])('of status %s is %s', async (status, code) => {
    const { client } = clientBefore(() => ({ status, message: `canary ${credential.password}` }));
    const error = await failureOf(client.call('getCDR'));
    expect(error).toMatchObject({ code, detail: { method: 'getCDR', vendor_status: status } });
  });

  test.each([
    ['HTML', '<!DOCTYPE html><html>canary</html>', 'BAD_RESPONSE'],
    ['XML', '<?xml version="1.0"?><SOAP-ENV:Envelope>canary</SOAP-ENV:Envelope>', 'BAD_RESPONSE'],
    ['nothing', '', 'BAD_RESPONSE'],
    ['null', 'null', 'BAD_RESPONSE'],
    ['a list', '[{"status":"success"}]', 'BAD_RESPONSE'],
    ['no status', '{"cdr":["canary"]}', 'BAD_RESPONSE'],
    ['a status that is none', '{"status":"canary word"}', 'BAD_RESPONSE'],
    ["Cloudflare's page", new Response('<html>canary', { status: 522 }), 'UNAVAILABLE'],
    ['Cloudflare turning away', new Response('<html>canary', { status: 403 }), 'FORBIDDEN'],
    ['a redirect', new Response(null, { status: 302, headers: { location: 'http://canary' } }), 'BAD_RESPONSE'],
    ['too many', new Response('', { status: 429, headers: { 'retry-after': '3600' } }), 'RATE_LIMITED'],
    ['a broken network', Object.assign(new Error('canary'), { code: 'ECONNRESET' }), 'UNAVAILABLE'],
  ])('of %s', async (_, reply, code) => {
    const { client } = clientBefore(() => reply);
    expect(await failureOf(client.call('getCDR'))).toMatchObject({ code });
  });

  test('without rows is no error', async () => {
    const { client } = clientBefore(() => ({ status: 'no_cdr', message: 'nothing' }));
    expect(await client.rows('getCDR')).toEqual([]);
    expect(await client.call('getCDR')).toMatchObject({ empty: true, data: {} });
  });

  test('of one row may be the row itself, under any key that was seen', async () => {
    const replies = [
      { ...success, phonebooks: { phonebook_group: '1' } },
      { ...success, phonebook_groups: [{ phonebook_group: '1' }] },
      { ...success, unheard_of: [{ phonebook_group: '1' }] },
    ];
    const { client } = clientBefore(() => replies.shift(), { rememberMs: 0 });
    for (let index = 0; index < 3; index += 1) {
      expect(await client.rows('getPhonebookGroups')).toEqual([{ phonebook_group: '1' }]);
    }
  });

  test('holds no secret unless it is asked for by name', async () => {
    const accounts = [{ account: '1_desk', password: 'canary', pin: 'canary', smpp_pass: '', skip_password: '0' }];
    const { client } = clientBefore(() => ({ ...success, accounts }));
    const rows = await client.rows('getSubAccounts');
    expectNoSecret(rows);
    expect(rows).toEqual([
      { account: '1_desk', password: '[redacted]', pin: '[redacted]', smpp_pass: '', skip_password: '0' },
    ]);
    expect(await client.rows('getSubAccounts', {}, { secrets: ['password'] })).toMatchObject([
      { password: 'canary', pin: '[redacted]' },
    ]);
  });
});

describe('a read', () => {
  test('is repeated after a passing failure', async () => {
    const replies = [new Response('', { status: 503 }), new Response('', { status: 522 }), { ...success, cdr: [] }];
    const { client, requests } = clientBefore(() => replies.shift(), { retries: 2 });
    await client.call('getCDR');
    expect(requests).toHaveLength(3);
  });

  test('of a list is remembered until something changes', async () => {
    const { client, requests } = clientBefore(() => ({ ...success, phonebooks: [] }));
    const list = (options = {}) => client.rows('getPhonebook', { group: '1' }, options);
    await list();
    await list();
    expect(requests).toHaveLength(1);
    await list({ fresh: true });
    expect(requests).toHaveLength(2);
    await client.call('setPhonebook', { phonebook: '1', name: 'a', number: '4165550117' });
    await list();
    expect(requests).toHaveLength(4);
  });

  test('of calls is not', async () => {
    const { client, requests } = clientBefore(() => ({ ...success, cdr: [] }));
    await client.rows('getCDR');
    await client.rows('getCDR');
    expect(requests).toHaveLength(2);
  });
});

describe('a change', () => {
  const change = ['setPhonebook', { name: 'a', number: '4165550117' }] as const;

  test.each([
    ['a broken connection', Object.assign(new Error('x'), { code: 'ECONNRESET' }), 'UNKNOWN_OUTCOME'],
    ["Cloudflare's page", new Response('<html>', { status: 522 }), 'UNKNOWN_OUTCOME'],
    ['HTML', '<html>', 'UNKNOWN_OUTCOME'],
    ['a refused connection', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'UNAVAILABLE'],
    ['a refusal', { status: 'used_number' }, 'CONFLICT'],
    ['maintenance', { status: 'method_maintenance' }, 'UNAVAILABLE'],
    ['the limit', { status: 'api_limit_exceeded' }, 'RATE_LIMITED'],
  ])('that meets %s is sent once', async (_, reply, code) => {
    const { client, requests } = clientBefore(() => reply, { retries: 5 });
    expect(await failureOf(client.call(...change))).toMatchObject({ code });
    expect(requests).toHaveLength(1);
  });

  test('that takes too long has an unknown outcome, with the way to check', async () => {
    const { client, requests } = clientBefore(() => new Promise(() => {}), { timeouts: { writeMs: 20 }, retries: 5 });
    const error = await failureOf(client.call(...change));
    expect(error).toMatchObject({ code: 'UNKNOWN_OUTCOME', retryable: false, detail: { check: 'getPhonebook' } });
    expect(requests).toHaveLength(1);
  });

  test('whose caller goes has an unknown outcome too', async () => {
    const caller = new AbortController();
    const { client } = clientBefore(() => {
      caller.abort();
      return new Promise(() => {});
    });
    const failed = failureOf(client.call(...change, { signal: caller.signal }));
    expect(await failed).toMatchObject({ code: 'UNKNOWN_OUTCOME' });
  });

  test('that is answered with nothing was made', async () => {
    const { client } = clientBefore(() => '');
    expect(await client.call('delConference', { conference: '1' })).toMatchObject({ data: {}, empty: false });
  });

  test('can be looked at without being sent', () => {
    const { client, requests } = clientBefore(() => success);
    expect(client.dryRun('setVoicemail', { mailbox: '1001', password: 'canary', skip_password: false })).toEqual({
      method: 'setVoicemail',
      params: { mailbox: '1001', password: '[redacted]', skip_password: '0' },
      changes: true,
      testable: false,
    });
    expect(client.dryRun('orderDID', { did: '5145550142' })).toMatchObject({ testable: true });
    expect(client.dryRun('getCDR')).toMatchObject({ changes: false });
    expect(requests).toEqual([]);
  });
});

test.each([
  ['an empty password', { password: '' }, 'UNAUTHENTICATED'],
  ['a line break in the username', { username: 'a\r\nb' }, 'UNAUTHENTICATED'],
  ['an address without TLS', { baseUrl: 'http://example.com/rest.php' }, 'CONFIGURATION'],
  ['a transport that is none', { transport: 'soap' as 'get' }, 'CONFIGURATION'],
])('%s is refused at once', (_, options, code) => {
  expect(() => clientBefore(() => success, options)).toThrow(expect.objectContaining({ code }));
});
