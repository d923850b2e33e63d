import { describe, expect, test, vi } from 'vitest';
import {
  type Asked,
  expectNoSecret,
  failureOf,
  type Instance,
  listOf,
  Reply,
  secrets,
  startInstance,
} from '../../test/fake-instance.ts';
import { createDaktelaClient, login } from '../client.ts';
import { createSharing } from '../sharing.ts';

const MINUTE = 60_000;
const { password } = secrets;
const user = { username: 'alice.demo', password };

/** An instance whose tokens live for an hour of `clock`, unless it is told otherwise, and which counts. */
async function startSessions(more: { answer?: (asked: Asked) => unknown } = {}) {
  const clock = { now: Date.parse('2026-11-20T13:30:00Z') };
  const valid = new Set<string>();
  const made = { logIns: 0, refreshes: 0 };
  const refreshTokens = new Set<string>();

  function session() {
    const number = made.logIns + made.refreshes;
    const [accessToken, refreshToken] = [`AT-canary-${number}`, `RT-canary-${number}`];
    valid.add(accessToken);
    refreshTokens.add(refreshToken);
    const result = {
      accessToken,
      refreshToken,
      accessTokenExpirationDate: '2026-11-20 15:30:00',
      user: { name: 'alice.demo' },
    };
    return { error: [], result, _time: '2026-11-20 14:30:00' };
  }

  const instance = await startInstance((asked) => {
    const other = more.answer?.(asked);
    if (other !== undefined) return other;
    const body = (asked.body ?? {}) as Record<string, unknown>;
    if (asked.method === 'POST') {
      if (body.username !== user.username || body.password !== password)
        return new Reply(401, { error: ['Bad login'] });
      made.logIns += 1;
      return session();
    }
    if (asked.method === 'PUT') {
      if (!refreshTokens.delete(String(body.refreshToken))) return new Reply(401, { error: ['Bad token'] });
      made.refreshes += 1;
      return session();
    }
    return valid.has(asked.token ?? '') ? listOf([{ name: 'a' }]) : new Reply(401, { error: ['Not logged in'] });
  });
  return { instance, valid, made, refreshTokens, clock, now: () => new Date(clock.now) };
}

const requests = ({ asked }: Instance) => asked.map(({ method }) => method);

describe('a password', () => {
  test('is used once for all who ask at the same time, and the session by all clients of it', async () => {
    const { instance, made, now } = await startSessions();
    const sharing = createSharing();
    const clients = [1, 2, 3].map(() => instance.client({ ...user, sharing, now }));
    await Promise.all(clients.map((daktela) => daktela.list('queues')));
    await instance.client({ ...user, sharing, now }).list('queues');
    expect(made).toEqual({ logIns: 1, refreshes: 0 });
    expect(instance.asked[0]).toMatchObject({ method: 'POST', path: '/api/v6/login.json', query: {}, body: user });
    await instance.client({ ...user, sharing: createSharing(), now }).list('queues');
    expect(made.logIns).toBe(2);
  });

  test('that is refused is not sent again', async () => {
    const { instance, now } = await startSessions();
    const sharing = createSharing();
    const wrong = { username: 'alice.demo', password: 'other canary', sharing, now };
    const errors = await Promise.all([1, 2, 3].map(() => failureOf(instance.client(wrong).list('queues'))));
    errors.push(await failureOf(instance.client(wrong).list('tickets')));
    for (const error of errors) expect(error).toMatchObject({ code: 'UNAUTHENTICATED', retryable: false });
    expect(requests(instance)).toEqual(['POST']);
    await instance.client({ ...wrong, password }).list('queues');
    expect(requests(instance)).toEqual(['POST', 'POST', 'GET']);
  });

  test('that is refused is tried again after a quarter of an hour, when it may have been set', async () => {
    const { instance, clock, now } = await startSessions();
    const wrong = instance.client({ username: 'alice.demo', password: 'other canary', sharing: createSharing(), now });
    await failureOf(wrong.list('queues'));
    clock.now += 15 * MINUTE - 1;
    expect(await failureOf(wrong.list('queues'))).toMatchObject({ message: expect.stringContaining('1 min') });
    clock.now += 1;
    await failureOf(wrong.list('queues'));
    expect(requests(instance)).toEqual(['POST', 'POST']);
  });

  test.each<[string, unknown]>([
    ['401', new Reply(401, { error: { primary: ['Wrong'], form: [] } })],
    ['a 200 without a token', { error: [], result: { user: null } }],
    ['a 200 with an error', { error: 'Wrong user', result: [] }],
    ['an empty token', { error: [], result: '' }],
  ])('is refused by %s', async (_, answer) => {
    const { instance } = await startSessions({ answer: ({ method }) => (method === 'POST' ? answer : undefined) });
    const daktela = instance.client({ ...user, retries: 3 });
    expect(await failureOf(daktela.list('queues'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await failureOf(daktela.list('queues'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(requests(instance)).toEqual(['POST']);
  });

  test.each<[string, unknown, string]>([
    ['is unreachable', new Reply(503, '<html>canary</html>'), 'UNAVAILABLE'],
    ['asks to slow down', new Reply(429, '', { 'retry-after': '3600' }), 'RATE_LIMITED'],
    ['is another server', '<html>canary</html>', 'BAD_RESPONSE'],
  ])('is not held to be wrong when the instance %s', async (_, answer, code) => {
    const answers = [answer];
    const { instance } = await startSessions({ answer: () => answers.shift() });
    const daktela = instance.client(user);
    expect(await failureOf(daktela.list('queues'))).toMatchObject({ code });
    await daktela.list('queues');
    expect(requests(instance)).toEqual(['POST', 'POST', 'GET']);
  });

  test('may be answered with the token as a bare text', async () => {
    const { instance, valid } = await startSessions({
      answer: ({ method }) => (method === 'POST' ? { error: [], result: 'AT-canary-text' } : undefined),
    });
    valid.add('AT-canary-text');
    await instance.client(user).list('queues');
    expect(instance.asked.at(-1)?.token).toBe('AT-canary-text');
  });
});

describe('a session', () => {
  test('is refreshed a minute before it ends by the clock of the server', async () => {
    const { instance, made, now, clock } = await startSessions();
    const daktela = instance.client({ ...user, now });
    await daktela.list('queues');
    clock.now += 58 * MINUTE;
    await daktela.list('queues');
    expect(made).toEqual({ logIns: 1, refreshes: 0 });
    clock.now += 1 * MINUTE;
    await Promise.all([daktela.list('queues'), daktela.list('users')]);
    expect(made).toEqual({ logIns: 1, refreshes: 1 });
    expect(instance.asked.find(({ method }) => method === 'PUT')?.body).toEqual({ refreshToken: 'RT-canary-1' });
  });

  test('that ends early is renewed once for all, and each request sent once more', async () => {
    const { instance, made, valid, now } = await startSessions();
    const daktela = instance.client({ ...user, now });
    await daktela.list('queues');
    valid.clear();
    await Promise.all([daktela.list('queues'), daktela.list('users'), daktela.list('groups')]);
    expect(made).toEqual({ logIns: 1, refreshes: 1 });
  });

  test('that cannot be refreshed is followed by a log-in', async () => {
    const { instance, made, valid, refreshTokens, now } = await startSessions();
    const daktela = instance.client({ ...user, now });
    await daktela.list('queues');
    valid.clear();
    refreshTokens.clear();
    await daktela.list('queues');
    expect(made).toEqual({ logIns: 2, refreshes: 0 });
  });

  test('that is refused at once again is given up', async () => {
    const { instance } = await startSessions({
      answer: ({ method }) => (method === 'GET' ? new Reply(401, { error: ['No'] }) : undefined),
    });
    const error = await failureOf(instance.client({ ...user, retries: 3 }).list('queues'));
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(requests(instance)).toEqual(['POST', 'GET', 'PUT', 'GET']);
  });

  test('is still used when it cannot be renewed yet and has not ended', async () => {
    let isDown = false;
    const { instance, now, clock } = await startSessions({
      answer: ({ method }) => (isDown && method === 'PUT' ? new Reply(503) : undefined),
    });
    const daktela = instance.client({ ...user, now });
    await daktela.list('queues');
    isDown = true;
    clock.now += 59.5 * MINUTE;
    await daktela.list('queues');
    clock.now += 1 * MINUTE;
    expect(await failureOf(daktela.list('queues'))).toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('may be given in place of a password, and its successor is told of', async () => {
    const { instance, made, now, valid } = await startSessions();
    const session = await login({ ...instance.options(user), ...user, now } as Parameters<typeof login>[0]);
    expect(session).toEqual({
      accessToken: 'AT-canary-1',
      refreshToken: 'RT-canary-1',
      expiresAt: '2026-11-20T14:30:00.000Z',
    });
    const sharing = createSharing();
    const onSession = vi.fn();
    const daktela = instance.client({ session, onSession, sharing, now });
    await daktela.list('queues');
    expect(onSession).not.toHaveBeenCalled();
    valid.clear();
    await daktela.list('queues');
    await daktela.list('queues');
    expect(onSession.mock.calls).toEqual([
      [{ accessToken: 'AT-canary-2', refreshToken: 'RT-canary-2', expiresAt: '2026-11-20T14:30:00.000Z' }],
    ]);
    // Whoever still has the old one, and whoever has the new one, share what came of it.
    const onOther = vi.fn();
    await instance.client({ session, onSession: onOther, sharing, now }).list('queues');
    await instance.client({ session: onSession.mock.calls[0]?.[0], sharing, now }).list('queues');
    expect(onOther).toHaveBeenCalledTimes(1);
    expect(made).toEqual({ logIns: 1, refreshes: 1 });
  });

  test('that has ended for good wants a new sign-in', async () => {
    const { instance, now } = await startSessions();
    for (const session of [{ accessToken: 'old-canary' }, { accessToken: 'old-canary', refreshToken: 'gone-canary' }]) {
      const error = await failureOf(instance.client({ session, now }).list('queues'));
      expect(error).toMatchObject({ code: 'UNAUTHENTICATED', detail: { reason: 'session_ended' } });
    }
    expect(requests(instance)).toEqual(['GET', 'GET', 'PUT']);
  });

  test('may be renewed by the server that keeps it', async () => {
    const { instance, now, valid, made } = await startSessions();
    const kept = { accessToken: 'AT-canary-other-process', refreshToken: 'RT-canary-other-process' };
    valid.add(kept.accessToken);
    const session = { accessToken: 'spent-canary', refreshToken: 'RT-spent-canary' };
    const renewSession = vi.fn(async () => kept);
    await instance.client({ session, renewSession, now }).list('queues');
    expect(renewSession).toHaveBeenCalledWith(session, expect.any(Function));
    expect(made.refreshes).toBe(0);
    const gone = instance.client({ session, now, sharing: createSharing(), renewSession: async () => undefined });
    expect(await failureOf(gone.list('queues'))).toMatchObject({ detail: { reason: 'session_ended' } });
  });

  test('whose caller leaves is renewed all the same', async () => {
    const { instance, made, valid, now } = await startSessions();
    const caller = new AbortController();
    const daktela = instance.client({ ...user, now });
    await daktela.list('queues');
    valid.clear();
    const { asked } = instance;
    const left = daktela.list('queues', {}, { signal: caller.signal }).catch((error: unknown) => error);
    await vi.waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true), { timeout: 15_000 });
    caller.abort();
    await left;
    await daktela.list('queues');
    expect(made).toEqual({ logIns: 1, refreshes: 1 });
  });
});

test('a token that is refused is an error at once', async () => {
  const { instance } = await startSessions();
  expect(await failureOf(instance.client({ retries: 3 }).list('queues'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(requests(instance)).toEqual(['GET']);
});

describe('whoim', () => {
  const whoim = (name: string | null) => ({
    error: [],
    result: {
      version: '6.38.2',
      user: name && { name, title: 'Alice', profile: { title: 'Lead' }, _sys: { accessToken: 'canary' } },
    },
    _timezone: 'Europe/Prague',
  });

  test('says who asks, without the token', async () => {
    const { client } = await startInstance(() => whoim('alice.demo'));
    const who = await client().whoim();
    expectNoSecret(who);
    expect(who).toEqual({
      user: { name: 'alice.demo', title: 'Alice', profile: 'Lead' },
      version: '6.38.2',
      zone: 'Europe/Prague',
      receivedAt: expect.any(Date),
    });
  });

  test('without a user is a token that is not valid', async () => {
    const { instance, valid } = await startSessions({
      answer: ({ path, token }) =>
        path.includes('whoim') ? whoim(valid.has(token ?? '') ? 'alice.demo' : null) : undefined,
    });
    expect(await failureOf(instance.client().whoim())).toMatchObject({ code: 'UNAUTHENTICATED' });
    const daktela = instance.client(user);
    await daktela.whoim();
    valid.clear();
    await daktela.whoim();
    expect(requests(instance)).toEqual(['GET', 'POST', 'GET', 'GET', 'PUT', 'GET']);
  });
});

test.each<[string, object]>([
  ['an empty password', { username: 'alice.demo', password: '' }],
  ['a line break in the token', { accessToken: 'canary\r\nx' }],
  ['a token that is none', { accessToken: 'ka\u010d\u0065r canary' }],
  ['no session', { session: { accessToken: '' } }],
])('%s is no credential', (_, credential) => {
  const options = { url: 'https://acme.daktela.com', ...credential } as Parameters<typeof createDaktelaClient>[0];
  expect(() => createDaktelaClient(options)).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
  try {
    createDaktelaClient(options);
  } catch (error) {
    expectNoSecret(error);
  }
});

test('each request is told before it is sent, those of the log-in among them', async () => {
  const { instance, now } = await startSessions();
  const told: number[] = [];
  const client = instance.client({ ...user, now, onRequest: () => told.push(instance.asked.length) });
  await client.list('tickets');
  await client.list('tickets');
  expect(told).toEqual([0, 1, 2]);
  expect(requests(instance)).toEqual(['POST', 'GET', 'GET']);
});
