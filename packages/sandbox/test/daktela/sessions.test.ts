import { describe, expect, it } from 'vitest';
import { NOW, sandboxForTests } from '../harness.ts';
import { askDaktela, envelopeOf, type WireEnvelope } from './harness.ts';

interface Login {
  accessToken: string;
  refreshToken: string;
  accessTokenExpirationDate: string;
  user: { name: string };
}

async function loginWith(url: string, method: string, body: unknown): Promise<{ status: number; result: Login }> {
  const response = await fetch(`${url}/api/v6/login.json`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { result } = (await response.json()) as WireEnvelope;
  return { status: response.status, result: result as Login };
}

describe('a session of Daktela', () => {
  it('opens with a password, says when it ends by the clock of the instance, and ends then', async () => {
    let now = NOW;
    const { daktela, ...sandbox } = await sandboxForTests({ now: () => now });
    const all = { ...sandbox, daktela };
    const { username, password } = daktela.accounts.demo;
    const { status, result } = await loginWith(daktela.url, 'POST', { username, password });
    expect(status).toBe(200);
    expect(result).toMatchObject({ accessTokenExpirationDate: '2026-11-20 14:34:56', user: { name: username } });
    const token = result.accessToken;
    now = new Date(NOW.getTime() + 3_599_000);
    expect((await askDaktela(all, 'tickets.json?take=1&fields=name', { token })).status).toBe(200);
    now = new Date(NOW.getTime() + 3_600_000);
    expect((await askDaktela(all, 'tickets.json?take=1&fields=name', { token })).status).toBe(401);
    const again = await loginWith(daktela.url, 'PUT', { refreshToken: result.refreshToken });
    expect((await askDaktela(all, 'queues.json', { token: again.result.accessToken })).status).toBe(200);
    expect((await loginWith(daktela.url, 'PUT', { refreshToken: result.refreshToken })).status).toBe(401);
    const cookie = `c_refresh_token=${again.result.refreshToken}`;
    const byCookie = await fetch(`${daktela.url}/api/v6/login`, { method: 'PUT', headers: { cookie } });
    expect([byCookie.status, byCookie.headers.getSetCookie().length]).toEqual([200, 2]);
    expect(daktela.logins).toBe(1);
  });

  it('opens by JSON, by form and by query, and may give the token alone', async () => {
    const { daktela } = await sandboxForTests();
    const { username, password } = daktela.accounts.demo;
    const address = `${daktela.url}/api/v6/login.json`;
    const form = new URLSearchParams({ username, password, only_token: '1' });
    const replies = await Promise.all([
      fetch(address, { method: 'POST', body: form }),
      fetch(`${address}?${form}`, { method: 'POST' }),
    ]);
    for (const reply of replies) {
      const { result } = (await reply.json()) as WireEnvelope;
      expect(result).toMatch(/^[0-9a-f]{40}$/);
      expect(reply.headers.getSetCookie().join()).toContain(`c_user=${result}`);
    }
    expect((await fetch(address)).status).toBe(405);
  });

  it.each([
    ['demo', 'wrong'],
    ['nobody', ''],
    ['disabled', undefined],
  ] as const)('does not open for %s with the password %s', async (id, wrong) => {
    const { daktela } = await sandboxForTests();
    const account = id === 'nobody' ? { username: 'nobody', password: '' } : daktela.accounts[id];
    const { username, password } = { ...account, ...(wrong !== undefined && { password: wrong }) };
    expect((await loginWith(daktela.url, 'POST', { username, password })).status).toBe(401);
  });

  it('can end in the middle of something', async () => {
    const { daktela, ...sandbox } = await sandboxForTests();
    const { username, password } = daktela.accounts.demo;
    const { result } = await loginWith(daktela.url, 'POST', { username, password });
    daktela.endSessions(2);
    const statuses: number[] = [];
    for (let page = 0; page < 3; page++) {
      const reply = await askDaktela({ ...sandbox, daktela }, 'queues.json', { token: result.accessToken });
      statuses.push(reply.status);
    }
    expect(statuses).toEqual([200, 200, 401]);
  });

  it('is presented in any of four ways, and never logged', async () => {
    const { daktela, ...sandbox } = await sandboxForTests();
    const { accessToken } = daktela.accounts.demo;
    const all = { ...sandbox, daktela };
    const ways: [string, Record<string, string>][] = [
      ['queues.json', { 'x-auth-token': accessToken }],
      ['queues.json', { authorization: `Bearer ${accessToken}` }],
      ['queues.json', { cookie: `lang=cs; c_user=${accessToken}` }],
      [`queues.json?accessToken=${accessToken}`, {}],
    ];
    for (const [path, headers] of ways) {
      expect((await askDaktela(all, path, { token: undefined, headers })).status).toBe(200);
    }
    expect(daktela.requests).toHaveLength(ways.length);
    expect(JSON.stringify(daktela.requests)).not.toContain(accessToken);
    for (const token of [undefined, 'something', daktela.accounts.disabled.accessToken]) {
      expect((await askDaktela(all, 'queues.json', { token })).status).toBe(401);
    }
  });
});

describe('whoim', () => {
  it('knows nobody without a token, and the caller and their token with one', async () => {
    const sandbox = await sandboxForTests();
    expect((await envelopeOf(sandbox, 'whoim.json', { token: undefined })).result).toEqual({
      version: expect.any(String),
      user: null,
    });
    const { accessToken, username } = sandbox.daktela.accounts.restricted;
    const { result } = await envelopeOf(sandbox, 'whoim.json', { account: 'restricted' });
    expect(result).toMatchObject({ user: { name: username, type: 'CC', _sys: { accessToken } } });
  });
});
