import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failureOf, listOf, Reply, startInstance } from '../test/fake-instance.ts';
import { createSharing } from './sharing.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a minute of 503 costs few requests of any credential, and all is well afterwards', async () => {
  let isDown = true;
  const { asked, client } = await startInstance(() => (isDown ? new Reply(503) : listOf([{ name: '1' }])));
  const sharing = createSharing();
  const clients = [client({ sharing }), client({ sharing, accessToken: 'another' })];
  for (let second = 0; second < 60; second += 1) {
    for (const each of clients) expect((await failureOf(each.list('tickets'))).code).toBe('UNAVAILABLE');
    vi.advanceTimersByTime(1000);
  }
  expect(asked.length).toBeLessThan(12);
  isDown = false;
  vi.advanceTimersByTime(10_000);
  for (const each of clients) await expect(each.list('tickets')).resolves.toMatchObject({ rows: [{ name: '1' }] });
});

test('a login that nobody answers counts as well, and another instance is asked all the same', async () => {
  const down = await startInstance(() => new Reply(503));
  const up = await startInstance(() => listOf([]));
  const sharing = createSharing();
  const user = { username: 'alice.demo', password: 'canary', sharing };
  for (let index = 0; index < 8; index += 1) await failureOf(down.client(user).list('queues'));
  expect(down.asked).toHaveLength(5);
  await expect(up.client({ sharing }).list('queues')).resolves.toMatchObject({ rows: [] });
});

test.each([
  ['a refused credential', 401],
  ['a forbidden model', 403],
  ['too many requests', 429],
])('%s is no outage', async (_, status) => {
  const { asked, client } = await startInstance(() => new Reply(status));
  const daktela = client();
  for (let index = 0; index < 8; index += 1) await failureOf(daktela.list('tickets'));
  expect(asked).toHaveLength(8);
});
