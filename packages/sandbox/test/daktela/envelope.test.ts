import { describe, expect, it } from 'vitest';
import { sandboxForTests } from '../harness.ts';
import { askDaktela, envelopeOf, listOf } from './harness.ts';

describe('what answers of Daktela are wrapped in', () => {
  it('tells the time of the instance and its zone, which a header changes', async () => {
    const sandbox = await sandboxForTests();
    expect(await envelopeOf(sandbox, 'queues.json?take=1&fields=name')).toEqual({
      error: [],
      result: { data: [{ name: expect.any(Number) }], total: 21 },
      _serverTime: '2026-11-20 13:34:56',
      _time: '2026-11-20 13:34:56',
      _timezone: 'Europe/Prague',
    });
    const headers = { 'x-timezone-client': 'Europe/London' };
    expect(await envelopeOf(sandbox, 'queues.json', { headers })).toMatchObject({
      _serverTime: '2026-11-20 13:34:56',
      _time: '2026-11-20 12:34:56',
      _timezone: 'Europe/London',
    });
  });

  it('has no zone where the instance is old', async () => {
    const sandbox = await sandboxForTests();
    const body = await envelopeOf(sandbox, 'queues.json', { account: 'overseas' });
    expect(Object.keys(body)).toEqual(['error', 'result', '_time']);
    expect(body._time).toBe('2026-11-20 07:34:56');
  });

  it.each([
    ['nothing.json', 404, 'cs', ['Neznámý model']],
    ['Tickets.json', 404, 'fr', ['Modèle inconnu']],
    ['tickets/1.json', 404, 'cs', 'Object not exist'],
    ['tickets/999999999.json', 404, 'cs', 'Object not exist'],
    ['activitiesCall/99999999999.0001.json', 404, 'cs', 'Object not exist'],
    ['activities/activities_ffffffffffffff.json', 404, 'cs', 'Object not exist'],
    ['tickets/..%2fusers.json', 404, 'en', 'Object not exist'],
    ['tickets/a/b/c.json', 404, 'en', ['Unknown model']],
    ['tickets//activities', 404, 'en', ['Unknown model']],
  ])('names what is wrong with %s', async (path, status, language, error) => {
    const sandbox = await sandboxForTests();
    const reply = await askDaktela(sandbox, path, { headers: { 'accept-language': language } });
    expect([reply.status, await reply.json()]).toEqual([status, expect.objectContaining({ error })]);
  });

  it('refuses what a role may not read, and shows no more than titles of it elsewhere', async () => {
    const sandbox = await sandboxForTests();
    for (const endpoint of ['activitiesEmail', 'users', 'activitiesCallTranscripts']) {
      expect((await askDaktela(sandbox, `${endpoint}.json`, { account: 'restricted' })).status).toBe(403);
    }
    const { data } = await listOf(sandbox, 'tickets.json?take=5&fields=user', { account: 'restricted' });
    expect(data.map(({ user }) => Object.keys(user as object))).toContainEqual(['title', 'alias']);
  });

  it('refuses what cannot be done with an endpoint, and what nobody here may do', async () => {
    const sandbox = await sandboxForTests();
    expect((await askDaktela(sandbox, 'queues.json', { method: 'POST' })).status).toBe(405);
    expect((await askDaktela(sandbox, 'tickets.json', { method: 'POST' })).status).toBe(403);
    expect((await askDaktela(sandbox, 'queues.json?_method=DELETE')).status).toBe(405);
  });
});
