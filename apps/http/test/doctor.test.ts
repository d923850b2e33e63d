import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLE_KEY, openStorage } from '@voxolib/access';
import { freePort } from '@voxolib/test-kit/programs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { clientProfiles } from '../src/clients/index.ts';
import { readCommandLine } from '../src/command-line.ts';
import { doctor } from '../src/commands/doctor.ts';
import { readConfig } from '../src/config.ts';
import { type Edge, type EdgeBehaviour, startEdge } from './support/edge.ts';
import { type Gateway, startGateway } from './support/gateway.ts';

const PUBLIC_URL = 'https://mcp.example.com';
const line = readCommandLine(['doctor']);

let gateway: Gateway;
let edge: Edge;
let dataDir: string;
let env: Record<string, string>;
let behaviour: EdgeBehaviour = {};
const printed: string[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'doctor-'));
  env = { ACCESS: 'true', DATA_DIR: dataDir, PUBLIC_URL, TRUST_PROXY: '127.0.0.1' };
  gateway = await startGateway(env);
  env.VOXOLIB_API_URL = gateway.sandbox.voxolib.url;
  edge = await startEdge(gateway.origin, () => behaviour);
});
afterEach(() => {
  behaviour = {};
});
afterAll(async () => {
  await edge?.close();
  await gateway?.close();
  await rm(dataDir, { recursive: true, force: true });
});

interface Diagnosis {
  code: number;
  /** What is not well, by the name of its check; of the clients, only how many. */
  complaints: string[];
  lostClients: number;
  text: string;
}

async function diagnosis(
  given: { url?: string; connectTo?: URL; now?: () => Date; env?: Record<string, string> } = {},
): Promise<Diagnosis> {
  const lines: string[] = [];
  const { env: more, ...options } = given;
  const read = () => readConfig(line, { ...env, ...more });
  const code = await doctor(read, { connectTo: edge.origin, print: (text) => lines.push(text), ...options });
  const text = lines.join('\n');
  printed.push(text);
  const names = new Set(clientProfiles.map(({ name }) => name));
  const marked = [...text.matchAll(/^(PROBLEM|warning) +(.+?): /gm)].map(([, mark, check = '']) => ({ mark, check }));
  return {
    code,
    complaints: marked.filter(({ check }) => !names.has(check)).map(({ mark, check }) => `${mark} ${check}`),
    lostClients: marked.filter(({ check }) => names.has(check)).length,
    text,
  };
}

const without = (headers: IncomingHttpHeaders, ...names: string[]) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

test('a healthy deployment has no complaint, and every client finds its way', async () => {
  const { code, complaints, lostClients, text } = await diagnosis();
  expect([code, complaints, lostClients]).toEqual([0, [], 0]);
  for (const { name } of clientProfiles) expect(text).toContain(`ok       ${name}: It finds the sign-in`);
  for (const check of ['Server keys', 'Database', 'Migrations', 'API reachable', 'Redirects', 'Origins', 'Streams']) {
    expect(text).toMatch(new RegExp(`^ok {7}${check}: `, 'm'));
  }
  expect(text).toMatch(/A request arrives as https:\/\/mcp\.example\.com, from 198\.51\.100\.\d+\.\n/);
});

test('looking registers no client, and changes no key', async () => {
  const kept = async () => {
    const storage = await openStorage({ dataDir });
    const rows = await Promise.all([
      storage.db.selectFrom('oauth_objects').selectAll().execute(),
      storage.db.selectFrom('gateway_keys').selectAll().execute(),
    ]);
    await storage.close();
    return rows;
  };
  const before = await kept();
  await diagnosis({ env: { GATEWAY_KEYS: `new:${randomBytes(32).toString('base64')}` } });
  expect(await kept()).toEqual(before);
});

describe('a proxy', () => {
  const all = clientProfiles.length;
  const cases: [string, EdgeBehaviour, string[], number, RegExp][] = [
    [
      'that strips Authorization',
      { passOn: (headers) => without(headers, 'authorization') },
      ['PROBLEM Authorization header'],
      0,
      /does not arrive.*\n +Let the proxy pass Authorization on/,
    ],
    [
      'that strips WWW-Authenticate',
      { passBack: (headers) => without(headers, 'www-authenticate') },
      ['PROBLEM Endpoint'],
      0,
      /without WWW-Authenticate.*\n +Let the proxy pass WWW-Authenticate on/,
    ],
    [
      'that answers 404 for /.well-known/',
      { answer: (path) => (path.startsWith('/.well-known/') ? { status: 404 } : undefined) },
      ['PROBLEM Sign-in metadata'],
      all,
      /oauth-protected-resource\/mcp, .*status 404.*\n +Let the proxy pass \/\.well-known\/ on/,
    ],
    [
      'that answers 404 for the addresses with the path of the endpoint',
      { answer: (path) => (path.startsWith('/.well-known/') && path.endsWith('/mcp') ? { status: 404 } : undefined) },
      ['PROBLEM Sign-in metadata'],
      0,
      /: \/\.well-known\/oauth-protected-resource\/mcp: not there \(status 404\)/,
    ],
    [
      'that has a page for every address that it does not know',
      {
        answer: (path) =>
          path.startsWith('/.well-known/') ? { status: 200, body: '<!doctype html><p>Welcome' } : undefined,
      },
      ['PROBLEM Sign-in metadata'],
      all,
      /no JSON.*\n +Let the proxy pass \/\.well-known\/ on/,
    ],
    [
      'that does not say for whom it speaks',
      { passOn: (headers) => without(headers, 'x-forwarded-for', 'x-forwarded-proto') },
      ['warning Proxy'],
      0,
      /every caller has the address 127\.0\.0\.1.*\n +Let the proxy send X-Forwarded-For/,
    ],
    [
      'that does not pass the scheme on',
      { passOn: (headers) => without(headers, 'x-forwarded-proto') },
      ['warning Proxy'],
      0,
      /arrives as http: .*\n +Let the proxy send X-Forwarded-Proto/,
    ],
    [
      'that names the server in Host',
      { passOn: (headers) => ({ ...headers, host: 'gateway.internal:8787' }) },
      ['PROBLEM Proxy'],
      0,
      /for the host gateway\.internal:8787, .*\n +Set PUBLIC_URL=https:\/\/mcp\.example\.com .*ALLOWED_HOSTS/,
    ],
    [
      'that serves every host as this one',
      { passOn: (headers) => ({ ...headers, host: 'mcp.example.com' }) },
      ['warning Hosts'],
      0,
      /another host is answered as one for this.*\n +Let the proxy pass Host on as it came/,
    ],
    [
      'that strips Origin',
      { passOn: (headers) => without(headers, 'origin') },
      ['PROBLEM Origins'],
      0,
      /stranger gets as far as the endpoint \(status 401.*\n +Let the proxy pass Origin on/,
    ],
    [
      'that refuses the Origin of ChatGPT',
      { answer: (_, { origin }) => (origin === 'https://chatgpt.com' ? { status: 403 } : undefined) },
      ['PROBLEM Origins'],
      0,
      /ChatGPT sends https:\/\/chatgpt\.com, and is refused \(status 403\).*\n +Add .* to ALLOWED_ORIGINS/,
    ],
    [
      'that holds streams back',
      { holdsStreams: true },
      ['warning Streams'],
      0,
      /only when they end.*\n +Switch buffering off for \/mcp/,
    ],
    [
      'that redirects the endpoint',
      { answer: (path) => (path === '/mcp' ? { status: 301, headers: { location: '/mcp/' } } : undefined) },
      ['PROBLEM Endpoint'],
      0,
      /leads elsewhere \(status 301, \/mcp\/\).*\n +Let the proxy answer at \/mcp itself/,
    ],
    [
      'that does not pass the endpoint on',
      { answer: (path) => (path === '/mcp' ? { status: 404 } : undefined) },
      ['PROBLEM Endpoint'],
      0,
      /\/mcp is not there \(status 404\).*\n +Let the proxy pass \/mcp on/,
    ],
    [
      'that blocks programs',
      { answer: (path) => (path === '/mcp' ? { status: 403 } : undefined) },
      ['PROBLEM Endpoint'],
      0,
      /refuses a client without an Origin \(status 403\).*\n +Look for a rule/,
    ],
    [
      'that does not pass registrations on',
      { answer: (path) => (path === '/oauth/register' ? { status: 405 } : undefined) },
      ['PROBLEM Redirects'],
      0,
      /registration does not answer as it should \(status 405\).*\n +Let the proxy pass POST \/oauth\/register/,
    ],
    [
      'that refuses the callback of an app',
      {
        answer: (path, _, body) =>
          path === '/oauth/register' && body.includes('cursor://')
            ? { status: 400, body: '{"error":"invalid_redirect_uri"}' }
            : undefined,
      },
      ['PROBLEM Redirects'],
      0,
      /Redirects: Cursor could not be sent back/,
    ],
    [
      'that adds a token of its own, or has a page at /mcp',
      { answer: (path) => (path === '/mcp' ? { status: 200 } : undefined) },
      ['PROBLEM Endpoint'],
      0,
      /answers without a token \(status 200\)/,
    ],
    [
      'that passes on what it knows, and nothing else',
      { answer: (path) => (path.startsWith('/connect') ? { status: 404 } : undefined) },
      ['warning Proxy', 'warning Streams'],
      0,
      /how requests arrive cannot be seen.*\n +Let the proxy pass every path on/,
    ],
    [
      'that limits callers',
      { answer: (path) => (path === '/mcp' ? { status: 429 } : undefined) },
      ['warning Endpoint'],
      0,
      /too much has been asked.*\n +Try again in a minute/i,
    ],
    [
      'that hangs up',
      { hangsUp: true },
      ['PROBLEM Public address'],
      0,
      /does not answer \(ECONNRESET\).*\n +Check PUBLIC_URL/,
    ],
    [
      'that finds no server',
      { answer: () => ({ status: 502 }) },
      ['PROBLEM Public address'],
      0,
      /with status 502: it finds no server behind it.*\n +Start the server/,
    ],
    [
      'of another site',
      { answer: () => ({ status: 200, body: '<!doctype html><p>Welcome' }) },
      ['PROBLEM Public address'],
      0,
      /healthz is not from this server \(status 200\).*\n +Check PUBLIC_URL/,
    ],
    [
      'whose clock is ten minutes behind',
      { passBack: (headers) => ({ ...headers, date: new Date(Date.now() - 600_000).toUTCString() }) },
      ['warning Clock'],
      0,
      /differ by (599|600|601) s.*\n +Set both by NTP/,
    ],
  ];
  test.each(cases)('%s', async (_, given, expected, lost, words) => {
    behaviour = given;
    const { code, complaints, lostClients, text } = await diagnosis();
    expect(complaints).toEqual(expected);
    expect(lostClients).toBe(lost);
    expect(text).toMatch(words);
    expect(code).toBe(expected.some((complaint) => complaint.startsWith('PROBLEM')) ? 1 : 0);
  });
});

describe('a running server', () => {
  async function behindEdge(of: Record<string, string>, given: Parameters<typeof diagnosis>[0] = {}) {
    const other = await startGateway({ ...env, DATA_DIR: await mkdtemp(join(dataDir, 'other-')), ...of });
    const itsEdge = await startEdge(other.origin, () => behaviour);
    try {
      return await diagnosis({ ...given, connectTo: itsEdge.origin });
    } finally {
      await itsEdge.close();
      await other.close();
    }
  }

  test('that takes itself for http on this machine', async () => {
    const PORT = String(await freePort());
    const { complaints, text } = await behindEdge({
      PORT,
      PUBLIC_URL: `http://127.0.0.1:${PORT}`,
      ALLOWED_HOSTS: 'mcp.example.com',
    });
    expect(complaints).toEqual(['PROBLEM Endpoint']);
    expect(text).toMatch(/names http:\/\/127\.0\.0\.1:\d+\/.*: http, .*\n +Set PUBLIC_URL=https:\/\/mcp\.example\.com/);
  });

  test('with the PUBLIC_URL of another deployment', async () => {
    const other = { PUBLIC_URL: 'https://staging.example.com', ALLOWED_HOSTS: 'mcp.example.com' };
    const { complaints, text } = await behindEdge(other);
    expect(complaints).toEqual(['PROBLEM Endpoint']);
    expect(text).toMatch(/names https:\/\/staging\.example\.com\/.*\n +Set PUBLIC_URL=https:\/\/mcp\.example\.com/);
  });

  test('that does not know its proxy', async () => {
    const { complaints, code, text } = await behindEdge({ TRUST_PROXY: '' });
    expect([code, complaints]).toEqual([0, ['warning Proxy']]);
    expect(text).toMatch(/A proxy at 127\.0\.0\.1 .* not believed.*\n +Set TRUST_PROXY=127\.0\.0\.1/);
  });

  test('without sign-in, although it is switched on here', async () => {
    const { complaints, text } = await behindEdge({ ACCESS: 'false' });
    expect(complaints).toEqual(['PROBLEM Sign-in metadata']);
    expect(text).toMatch(/Start the server anew with ACCESS=true/);
  });

  test('without sign-in, as it is meant to be', async () => {
    const { complaints, code, text } = await behindEdge({ ACCESS: 'false' }, { env: { ACCESS: 'false' } });
    expect([code, complaints]).toEqual([0, []]);
    expect(text).toContain('Sign-in is not offered');
  });

  test('that is another than the configured one, by its address alone', async () => {
    const { complaints, code } = await diagnosis({ url: `${PUBLIC_URL}/mcp?x=1`, env: { PUBLIC_URL: '' } });
    expect([code, complaints]).toEqual([0, []]);
    await expect(diagnosis({ url: 'mcp.example.com' })).rejects.toThrow(/^--url: must be/);
  });

  test('whose certificate nobody vouches for', async () => {
    const folder = await mkdtemp(join(dataDir, 'certificate-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=mcp.example.com', '-addext', 'subjectAltName=DNS:mcp.example.com'];
    const files = ['-keyout', key, '-out', cert];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject, ...files], {
      stdio: 'ignore',
    });
    const server = createServer({ key: await readFile(key), cert: await readFile(cert) });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const connectTo = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const { complaints, text } = await diagnosis({ connectTo });
    server.close();
    expect(complaints).toEqual(['PROBLEM Public address']);
    expect(text).toMatch(/certificate of .* is not accepted \(\w+\).*\n +Give the proxy a certificate/);
  });

  test('that is not there', async () => {
    const { complaints, text } = await diagnosis({ connectTo: new URL(`http://127.0.0.1:${await freePort()}`) });
    expect(complaints).toEqual(['PROBLEM Public address']);
    expect(text).toMatch(/Nothing listens at https:\/\/mcp\.example\.com \(ECONNREFUSED\).*\n +Start the server/);
  });
});

describe('this machine', () => {
  test('whose clock is ten minutes ahead', async () => {
    const { complaints } = await diagnosis({ now: () => new Date(Date.now() + 600_000) });
    expect(complaints).toEqual(['warning Clock']);
  });

  test('with variables that cannot be read: each is named', async () => {
    const { complaints, code, text } = await diagnosis({ env: { PORT: 'x', LOG_LEVEL: 'loud' } });
    expect([code, complaints]).toEqual([1, ['PROBLEM Configuration', 'PROBLEM Configuration']]);
    expect(text).toMatch(/PORT: must be .*LOG_LEVEL: /s);
  });

  test('that cannot reach the API', async () => {
    const { complaints, text } = await diagnosis({
      env: { VOXOLIB_API_URL: `http://127.0.0.1:${await freePort()}/v2` },
    });
    expect(complaints).toEqual(['PROBLEM API reachable']);
    expect(text).toMatch(/ECONNREFUSED.*\n +Nothing listens at this address/);
  });
});

describe('keys', () => {
  const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

  test.each([
    ['that are the example', `a:${EXAMPLE_KEY}`, /GATEWAY_KEYS key a is the example of the documents/],
    ['that are too short', 'a:c2hvcnQ=', /GATEWAY_KEYS key a has 5 bytes/],
    ['that are no keys', 'none', /GATEWAY_KEYS must be <id>:<key in base64>/],
  ])('%s', async (_, GATEWAY_KEYS, words) => {
    const { complaints, code, text } = await diagnosis({ env: { GATEWAY_KEYS } });
    expect([code, complaints]).toEqual([1, ['PROBLEM Server keys']]);
    expect(text).toMatch(words);
  });

  test('of another database', async () => {
    const { complaints, text } = await diagnosis({ env: { GATEWAY_KEYS: key('other') } });
    expect(complaints).toEqual(['PROBLEM Server keys']);
    expect(text).toMatch(/do not belong to this database: has none of the keys/);
  });

  test.each([
    [0o644, ['PROBLEM Server keys'], /open to every user of this machine \(mode 0644\).*\n +chmod 600/],
    [0o640, ['warning Server keys'], /open to its group \(mode 0640\).*\n +chmod 600/],
  ])('in a file of mode %o', async (mode, expected, words) => {
    const path = join(dataDir, 'gateway.keys');
    await chmod(path, mode);
    const { complaints, text } = await diagnosis();
    await chmod(path, 0o600);
    expect(complaints).toEqual(expected);
    expect(text).toMatch(words);
  });

  test('that are lost', async () => {
    const folder = await mkdtemp(join(dataDir, 'lost-'));
    const other = await startGateway({ ...env, DATA_DIR: folder });
    await other.close();
    await rm(join(folder, 'gateway.keys'));
    const { complaints, text } = await diagnosis({ env: { DATA_DIR: folder } });
    expect(complaints).toEqual(['PROBLEM Server keys']);
    expect(text).toMatch(/gateway\.keys is missing.*\n +Restore it/);
  });

  test('and a database that the first start will make', async () => {
    const folder = join(dataDir, 'new');
    const { complaints, text } = await diagnosis({ env: { DATA_DIR: folder } });
    expect(complaints).toEqual([]);
    expect(text).toMatch(/gateway\.keys is made by the first start.*gateway\.db is made by the first start/s);
  });
});

describe('services', () => {
  const secret = `secret-${randomBytes(8).toString('hex')}`;
  const GATEWAY_KEYS = `a:${randomBytes(32).toString('base64')}`;

  test('a database that is not there', async () => {
    const DATABASE_URL = `postgres://gateway:${secret}@127.0.0.1:${await freePort()}/gateway`;
    const { complaints, text } = await diagnosis({ env: { DATABASE_URL, GATEWAY_KEYS } });
    expect(complaints).toEqual(['PROBLEM Database']);
    expect(text).toMatch(/127\.0\.0\.1:\d+ cannot be opened \(ECONNREFUSED\).*\n +Start PostgreSQL/);
  });

  test('a Redis that is not there', async () => {
    const REDIS_URL = `redis://:${secret}@127.0.0.1:${await freePort()}`;
    const { complaints, text } = await diagnosis({ env: { REDIS_URL } });
    expect(complaints).toEqual(['PROBLEM Redis']);
    expect(text).toMatch(/does not answer.*\n +Start Redis, .*REDIS_URL/);
  });
});

test('no secret was printed', () => {
  const all = printed.join('\n');
  expect(all.length).toBeGreaterThan(10_000);
  expect(all).not.toMatch(/secret-|[0-9a-f]{64}|[A-Za-z0-9+/]{40,}=/);
});
