import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { createSharing } from '@voxolib/daktela';
import { eras } from '@voxolib/test-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { answerOf, callTool, dataOf, type RpcOptions, type RpcReply, rpc, rpcRequest } from './support/rpc.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({}, {}, { daktela: { sharing: createSharing() } });
});
afterAll(() => gateway.close());
beforeEach(() => gateway.sandbox.daktela.clearRequests());
afterEach(() => gateway.sandbox.daktela.setFault(undefined));

type Account = keyof Gateway['sandbox']['daktela']['accounts'];
type Headers = Record<string, string>;
const at = () => ({ 'x-daktela-url': gateway.sandbox.daktela.url });
function byPassword(account: Account, password?: string): Headers {
  const { username, password: own } = gateway.sandbox.daktela.accounts[account];
  return { ...at(), 'x-daktela-username': username, 'x-daktela-password': password ?? own };
}
function byToken(account: Account): Headers {
  return { ...at(), 'x-daktela-access-token': gateway.sandbox.daktela.accounts[account].accessToken };
}
const voxolibToken = () => gateway.sandbox.voxolib.accounts.demo.token;
function voipms(): Headers {
  const { username, apiPassword } = gateway.sandbox.voipms.accounts.demo;
  return { 'x-voipms-username': username, 'x-voipms-password': apiPassword };
}

const days = { start_date: '2026-10-05', end_date: '2026-10-11', group_by: [], fresh: true };
const stats = (options: RpcOptions, origin = gateway.origin) => callTool(origin, 'call_stats', days, options);
const list = (headers: Headers, options: RpcOptions = {}) =>
  rpc(gateway.origin, 'tools/list', {}, { ...options, headers });
const names = ({ message }: RpcReply) => {
  const tools = message.result?.tools as { name: string }[] | undefined;
  return tools?.map(({ name }) => name) ?? [];
};
const vendors = (reply: RpcReply) =>
  ['voxolib_', 'voipms_', 'daktela_'].map((vendor) => names(reply).some((name) => name.startsWith(vendor)));
const sent = () => gateway.sandbox.daktela.requests.length;

describe.each(eras)('an account of Daktela in headers, in the era of %s', (era) => {
  test('shows its toolsets, alone or beside those of others', async () => {
    const token = voxolibToken();
    expect(vendors(await list(byPassword('demo'), { era }))).toEqual([false, false, true]);
    expect(vendors(await list(byToken('demo'), { era }))).toEqual([false, false, true]);
    expect(vendors(await list(byToken('demo'), { era, token }))).toEqual([true, false, true]);
    expect(vendors(await list({ ...byPassword('demo'), ...voipms() }, { era, token }))).toEqual([true, true, true]);
    expect(names(await list(byToken('demo'), { era }))).toContain('call_stats');
  });

  test.each([
    ['a password', byPassword],
    ['a token', byToken],
  ])('answers by %s, from the instance of that account', async (_, headers) => {
    const reply = await stats({ era, headers: headers('demo') });
    expect(dataOf<{ source: { provider: string } }>(reply).source.provider).toBe('daktela');
    expect(sent()).toBeGreaterThan(0);
    for (const { path } of gateway.sandbox.daktela.requests) expect(path).not.toMatch(/password|token/i);
  });

  test.each<[string, () => Headers]>([
    ['a wrong password', () => byPassword('demo', 'no-such-password')],
    ['a user who may not log in any more', () => byPassword('disabled')],
    ['a token of nobody', () => ({ ...at(), 'x-daktela-access-token': '0'.repeat(40) })],
    ['a token that cannot be one', () => ({ ...at(), 'x-daktela-access-token': 'a b' })],
  ])('%s is a 401, alone and beside a good token of Voxolib', async (_, headers) => {
    for (const token of [undefined, voxolibToken()]) {
      const refused = await list(headers(), { era, ...(token && { token }) });
      expect(refused.status).toBe(401);
      expect(refused.message.error?.message).toContain('Daktela does not accept');
    }
  });
});

describe('log-ins', () => {
  test('are one for many calls, while the session lasts', async () => {
    const { daktela } = gateway.sandbox;
    const headers = byPassword('empty');
    const before = daktela.logins;
    await Promise.all([1, 2, 3].map(() => stats({ headers })));
    await stats({ headers });
    await list(headers);
    expect(daktela.logins - before).toBe(1);
  });

  test('are not repeated with a password that was refused', async () => {
    const { daktela } = gateway.sandbox;
    const before = daktela.logins;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect((await stats({ headers: byPassword('overseas', 'refused-once') })).status).toBe(401);
    }
    expect(daktela.logins - before).toBe(1);
    expect((await stats({ headers: byPassword('overseas') })).status).toBe(200);
  });

  test('are another one where Daktela has ended the session and its refresh token', async () => {
    const { daktela } = gateway.sandbox;
    const headers = byPassword('busy');
    await list(headers);
    const before = daktela.logins;
    daktela.endSessions();
    daktela.setFault('status=401', { operation: 'login', times: 1 });
    expect((await stats({ headers })).status).toBe(200);
    expect(daktela.logins - before).toBe(1);
  });
});

describe('headers that do not fit are a 400, and nothing is sent', () => {
  const name = 'someone';
  test.each<[string, Headers, RegExp]>([
    ['no address', { 'x-daktela-access-token': 'x' }, /X-Daktela-Url is missing/],
    ['an address alone', { 'x-daktela-url': 'https://acme.daktela.com' }, /needs X-Daktela-Username and/],
    [
      'no password',
      { 'x-daktela-url': 'https://acme.daktela.com', 'x-daktela-username': name },
      /X-Daktela-Password is missing/,
    ],
    [
      'no user',
      { 'x-daktela-url': 'https://acme.daktela.com', 'x-daktela-password': 'x' },
      /X-Daktela-Username is missing/,
    ],
    [
      'a token and a password',
      {
        'x-daktela-url': 'https://acme.daktela.com',
        'x-daktela-username': name,
        'x-daktela-password': 'x',
        'x-daktela-access-token': 'x',
      },
      /not both/,
    ],
  ])('%s', async (_, headers, words) => {
    const refused = await list(headers);
    expect(refused.status).toBe(400);
    expect(refused.message.error?.message).toMatch(words);
    expect(sent()).toBe(0);
  });

  test.each(['x-daktela-url', 'x-daktela-username', 'x-daktela-password'])('%s twice', async (header) => {
    const { headers, body } = rpcRequest('tools/list', {});
    const given = Object.entries({ ...headers, ...byPassword('demo') });
    const twice = [...given, ...given.filter(([one]) => one === header)];
    const { status, text } = await raw(twice.flat(), body);
    expect(status).toBe(400);
    expect(text).toMatch(new RegExp(`has ${header} twice`, 'i'));
    expect(sent()).toBe(0);
  });

  test.each([
    'http://169.254.169.254',
    'https://169.254.169.254',
    'https://2852039166',
    'https://[::ffff:169.254.169.254]',
    'https://daktela.com.evil.example',
    'https://daktela.com',
    'https://evildaktela.com',
    'https://acme.daktela.com@evil.example',
    'https://evil.example#.daktela.com',
    'https://evil.example/.daktela.com',
    'https://evil.example\\.daktela.com',
    'https://user:password@acme.daktela.com',
    'https://acme.daktela.com:8443',
    'https://acme.daktela.com/api',
    'https://acme.daktela.com?x=1',
    'http://acme.daktela.com',
    'http://127.0.0.1:1',
    'https://localhost',
    'file:///etc/passwd',
    'acme.daktela.com',
  ])('X-Daktela-Url: %s', async (url) => {
    for (const token of [undefined, voxolibToken()]) {
      const refused = await list({ ...byToken('demo'), 'x-daktela-url': url }, token === undefined ? {} : { token });
      expect(refused.status).toBe(400);
      expect(refused.message.error?.message).toMatch(/^X-Daktela-Url /);
    }
    expect(sent()).toBe(0);
  });
});

test('a name that leads into a private network is refused before a connection is made', async () => {
  let connections = 0;
  const inside = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => inside.listen(0, '127.0.0.1', listening));
  const { port } = inside.address() as { port: number };
  const host = `crm.example.com:${port}`;
  const asked: string[] = [];
  const guarded = await startGateway(
    { DAKTELA_ALLOWED_HOSTS: host },
    {},
    {
      daktela: {
        sharing: createSharing(),
        resolve(name, done) {
          asked.push(name);
          done(null, [{ address: '127.0.0.1', family: 4 }]);
        },
      },
    },
  );
  try {
    for (const headers of [byPassword('demo'), byToken('demo')]) {
      const reply = await stats({ headers: { ...headers, 'x-daktela-url': `https://${host}` } }, guarded.origin);
      expect(answerOf(reply)).toMatch(/private network/);
    }
    expect(asked).toContain('crm.example.com');
    expect(connections).toBe(0);
  } finally {
    await guarded.close();
    inside.close();
  }
});

test('a redirect of the instance is not followed', async () => {
  gateway.sandbox.daktela.setFault('redirect=https://evil.example/');
  const reply = await stats({ headers: byToken('demo') });
  expect(answerOf(reply)).not.toContain('evil.example');
  expect(reply.text).toContain('error');
});

/** A request whose headers are written as they are, also twice. */
function raw(headers: string[], body: string): Promise<{ status: number; text: string }> {
  const { host } = new URL(gateway.origin);
  return new Promise((resolve, reject) => {
    const sending = httpRequest(
      new URL('/mcp', gateway.origin),
      { method: 'POST', headers: ['host', host, ...headers] },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sending.on('error', reject).end(body);
  });
}
