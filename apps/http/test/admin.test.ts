import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';

const ADMIN_TOKEN = 'canary-of-the-administrators-of-this-server';
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

let dataDir: string;
let gateway: Gateway;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'admin-'));
});
afterEach(async () => {
  await gateway.close();
  await rm(dataDir, { recursive: true });
});

async function start(env: Record<string, string> = { ADMIN_TOKEN }) {
  gateway = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir, ...env });
}

function ask(
  path: string,
  { form, cookie = '', headers = {} }: { form?: object; cookie?: string; headers?: object } = {},
) {
  return gateway.app.server.inject({
    url: path,
    headers: { ...(form && FORM), cookie, ...headers },
    ...(form && { method: 'POST', payload: String(new URLSearchParams(Object.entries(form))) }),
  });
}

const cookieOf = (reply: Awaited<ReturnType<typeof ask>>) => String(reply.headers['set-cookie']).split(';')[0] ?? '';
const csrfOf = (html: string) => /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';

/** A browser that has opened the form. */
async function visitor() {
  const reply = await ask('/admin/sign-in');
  return { cookie: cookieOf(reply), csrf: csrfOf(reply.body) };
}

async function administrator() {
  const { cookie, csrf } = await visitor();
  const own = cookieOf(await ask('/admin/sign-in', { cookie, form: { csrf, token: ADMIN_TOKEN } }));
  return { cookie: own, csrf: csrfOf((await ask('/admin', { cookie: own })).body) };
}

const paths = ['/admin', '/admin/calls', '/admin/calls/export?format=csv'];

test.each([...paths, '/admin/sign-in', '/admin/oidc', '/admin/oidc/callback'])(
  'there is no %s where nobody may open it',
  async (path) => {
    await start({});
    expect((await ask(path)).statusCode).toBe(404);
  },
);

test.each(['/admin/oidc', '/admin/oidc/callback'])('there is no %s where there is a token alone', async (path) => {
  await start();
  expect((await ask(path)).statusCode).toBe(404);
});

test.each(paths)('%s leads a stranger to the sign-in, and shows nothing', async (path) => {
  await start();
  for (const cookie of ['', 'vx_admin=x', `vx_admin=${ADMIN_TOKEN}`, (await visitor()).cookie]) {
    const reply = await ask(path, { cookie });
    expect(reply.statusCode).toBe(303);
    expect(reply.headers.location).toMatch(/^\/admin\/sign-in/);
  }
});

describe('a form', () => {
  const forms = [
    ['/admin/sign-in', { token: ADMIN_TOKEN }],
    ['/admin/verify', {}],
    ['/admin/sign-out', {}],
  ] as const;

  test.each(forms)('to %s that our page did not send does nothing', async (path, form) => {
    await start();
    const { cookie, csrf } = path === '/admin/sign-in' ? await visitor() : await administrator();
    const strange = [
      { cookie, form: { ...form, csrf: 'x' } },
      { cookie, form },
      { cookie, form: { ...form, csrf }, headers: { 'sec-fetch-site': 'cross-site' } },
      { cookie, form: { ...form, csrf }, headers: { 'sec-fetch-site': 'same-site' } },
    ];
    for (const request of strange) {
      const reply = await ask(path, request);
      expect(reply.statusCode).toBe(403);
      expect(reply.headers['set-cookie']).toBeUndefined();
    }
    expect((await ask(path, { cookie, form: { ...form, csrf } })).statusCode).toBe(303);
  });
});

test('whoever guesses waits, also with the right token', async () => {
  await start();
  const { cookie, csrf } = await visitor();
  const guess = (token: string) => ask('/admin/sign-in', { cookie, form: { csrf, token } });
  let reply = await guess('x');
  for (let attempt = 0; attempt < 20 && reply.statusCode === 403; attempt++) reply = await guess('x');
  expect(reply.statusCode).toBe(429);
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
  expect((await guess(ADMIN_TOKEN)).statusCode).toBe(429);
});

test('a session ends when the token of the server is another one', async () => {
  await start();
  const { cookie } = await administrator();
  expect((await ask('/admin', { cookie })).statusCode).toBe(200);
  await gateway.close();
  await start({ ADMIN_TOKEN: `${ADMIN_TOKEN}2` });
  expect((await ask('/admin', { cookie })).statusCode).toBe(303);
});

test('no page is kept, framed or listed, and nothing of it holds the token', async () => {
  await start();
  const { cookie } = await administrator();
  for (const path of paths) {
    const reply = await ask(path, { cookie });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    expect(reply.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(reply.body).not.toContain(ADMIN_TOKEN);
  }
  expect(cookie).not.toContain(ADMIN_TOKEN);
  expect(gateway.log.join('\n')).not.toContain(ADMIN_TOKEN);
});

test('an export of what nobody can mean leads to the page that says so', async () => {
  await start();
  const { cookie } = await administrator();
  const reply = await ask('/admin/calls/export?format=csv&from=yesterday', { cookie });
  expect(reply.statusCode).toBe(303);
  expect((await ask(String(reply.headers.location), { cookie })).body).toContain('This is not a day since 2000-01-01');
});
