import { describe, expect, test } from 'vitest';
import { createDaktelaClient, login } from '../src/client.ts';
import { type Endpoint, endpoints } from '../src/endpoints/endpoints.ts';
import { and, field, or } from '../src/query/filter.ts';
import { createInstanceClock } from '../src/readers/instance-clock.ts';
import { readRef } from '../src/readers/ref.ts';
import { expectNoSecret, failureOf } from './fake-instance.ts';
import { optionsFor, sandboxForTest } from './sandbox-options.ts';

const DAY = 86_400_000;
const now = Date.parse('2026-11-20T13:30:00Z');

test('every model is read by its own projection, with rows that have its key, and counted', async () => {
  const sandbox = await sandboxForTest();
  const daktela = createDaktelaClient(optionsFor(sandbox, 'demo'));
  for (const endpoint of Object.keys(endpoints) as Endpoint[]) {
    const { rows, total, zone } = await daktela.list(endpoint, { take: 5 });
    expect([endpoint, rows.length > 0]).toEqual([endpoint, true]);
    expect(zone).toBe('Europe/Prague');
    const model = endpoints[endpoint];
    if ('key' in model) expect(rows.every((row) => readRef(row[model.key])?.id !== undefined)).toBe(true);
    expect((await daktela.count(endpoint)).total).toBe(total);
    const text = JSON.stringify(rows);
    expect(text).not.toMatch(/_sys|oauthToken|emailAuth|fcmSettings|accessToken/);
  }
});

test('calls of a week are those that happened, through all pages at any concurrency', async () => {
  const sandbox = await sandboxForTest();
  const daktela = createDaktelaClient(optionsFor(sandbox, 'demo'));
  const clock = createInstanceClock('Europe/Prague');
  const [from, to] = [now - 8 * DAY, now - DAY];
  const truth = [...sandbox.daktela.calls('demo', from, to)].map(({ id_call }) => id_call);
  const filter = and(
    field('call_time').gte(clock.write(new Date(from)).text),
    field('call_time').lt(clock.write(new Date(to)).text),
  );
  for (const concurrency of [1, 8]) {
    const ids: string[] = [];
    for await (const { rows } of daktela.pages(
      'activitiesCall',
      { filter, fields: ['id_call'] },
      { pageSize: 25, concurrency },
    )) {
      ids.push(...rows.map((row) => String(row.id_call)));
    }
    expect(ids.sort()).toEqual([...truth].sort());
  }
  expect((await daktela.count('activitiesCall', { filter })).total).toBe(truth.length);
});

test('filters say what they say', async () => {
  const sandbox = await sandboxForTest();
  const daktela = createDaktelaClient(optionsFor(sandbox, 'demo'));
  const tickets = [...sandbox.daktela.tickets('demo', now - 400 * DAY, now)];
  const counted = async (filter: Parameters<typeof and>[0]) => (await daktela.count('tickets', { filter })).total;
  const of = (test: (ticket: (typeof tickets)[number]) => boolean) => tickets.filter(test).length;
  expect(await counted(field('stage').in(['OPEN', 'WAIT']))).toBe(
    of(({ stage }) => stage === 'OPEN' || stage === 'WAIT'),
  );
  const either = or(field('stage').eq('OPEN'), field('priority').eq('HIGH'));
  expect(await counted(either)).toBe(of(({ stage, priority }) => stage === 'OPEN' || priority === 'HIGH'));
  expect(await counted(and(either, field('id_merge').isNull()))).toBe(
    of(({ stage, priority, merged }) => (stage === 'OPEN' || priority === 'HIGH') && merged === null),
  );
  const calls = [...sandbox.daktela.calls('demo', now - 400 * DAY, now)];
  const answered = await daktela.count('activitiesCall', { filter: field('answered').eq(true) });
  expect(answered.total).toBe(calls.filter((call) => call.answered).length);
});

test('a record is found by its name, a call by one with a dot', async () => {
  const sandbox = await sandboxForTest();
  const daktela = createDaktelaClient(optionsFor(sandbox, 'demo'));
  const [call] = [...sandbox.daktela.calls('demo', now - 2 * DAY, now)];
  expect(call?.id_call).toContain('.');
  const { row } = await daktela.get('activitiesCall', call?.id_call ?? '');
  expect(row).toMatchObject({ id_call: call?.id_call, answered: call?.answered });
  expect(await failureOf(daktela.get('tickets', '999999999'))).toMatchObject({ code: 'NOT_FOUND', field: 'name' });
});

describe('whatever shape an answer has', () => {
  test.each(['keyed', 'total=text', 'total=null', 'total=absent', 'no-timezone', 'loose'])('%s', async (fault) => {
    const sandbox = await sandboxForTest();
    const daktela = createDaktelaClient(optionsFor(sandbox, 'demo'));
    const fields = ['title', 'user', 'stage', 'customFields'];
    const plain = await daktela.list('tickets', { fields, take: 20 });
    sandbox.daktela.setFault(fault);
    const loose = await daktela.list('tickets', { fields, take: 20 });
    // The order of keys that are numbers is lost on the sandbox's side.
    const namesOf = ({ rows }: typeof plain) => rows.map(({ name }) => String(name)).sort();
    expect(namesOf(loose)).toEqual(namesOf(plain));
    expect(loose.more).toBe(true);
    const names: string[] = [];
    for await (const { rows } of daktela.pages('accounts', { fields: ['name'] }, { pageSize: 20 })) {
      names.push(...rows.map(({ name }) => String(name)));
    }
    expect(new Set(names).size).toBe(60);
  });
});

describe('sessions', () => {
  test('one log-in serves for everything, and a session that ends in the middle goes on', async () => {
    const sandbox = await sandboxForTest();
    const daktela = createDaktelaClient(optionsFor(sandbox, 'demo'));
    await Promise.all([daktela.list('queues'), daktela.list('users'), daktela.whoim()]);
    expect(sandbox.daktela.logins).toBe(1);
    sandbox.daktela.endSessions(3);
    const names = new Set<string>();
    for await (const { rows } of daktela.pages('contacts', { fields: ['name'] }, { pageSize: 200, concurrency: 4 })) {
      for (const { name } of rows) names.add(String(name));
    }
    expect(names.size).toBe((await daktela.count('contacts')).total);
    expect(sandbox.daktela.logins).toBe(1);
  });

  test('a sign-in gives a session that is enough by itself', async () => {
    const sandbox = await sandboxForTest();
    const { username, password } = sandbox.daktela.accounts.demo;
    const { sharing: _, ...options } = optionsFor(sandbox, 'demo');
    const session = await login({ ...options, username, password });
    expect(session.expiresAt).toBe('2026-11-20T14:30:00.000Z');
    const who = await createDaktelaClient(optionsFor(sandbox, 'demo', { session })).whoim();
    expect(who.user.name).toBe(username);
    expectNoSecret(who);
  });

  test('a user who may not log in is refused, and not tried again', async () => {
    const sandbox = await sandboxForTest();
    const daktela = createDaktelaClient(optionsFor(sandbox, 'disabled'));
    expect(await failureOf(daktela.list('queues'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await failureOf(daktela.list('queues'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(sandbox.daktela.logins).toBe(1);
  });
});

test('what a role may not read, and what the vendor says, is passed on', async () => {
  const sandbox = await sandboxForTest();
  const daktela = createDaktelaClient(optionsFor(sandbox, 'restricted'));
  expect(await failureOf(daktela.list('crmRecords'))).toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('Nemáte oprávnění číst crmRecords'),
  });
  sandbox.daktela.setFault('refused');
  expect(await failureOf(daktela.list('tickets'))).toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining('Filtr podle času není povolen'),
  });
});

test('mails of 5 MB are cut, and a page of too many is refused with the way out', async () => {
  const sandbox = await sandboxForTest();
  const daktela = createDaktelaClient(optionsFor(sandbox, 'demo'));
  sandbox.daktela.setFault('large-text');
  const { rows, cut } = await daktela.list('activitiesEmail', { fields: ['title', 'text'], take: 2 });
  expect(rows.map(({ text }) => String(text).length)).toEqual([1_048_576, 1_048_576]);
  expect(cut.map(({ row, field }) => [row, field])).toEqual([
    [0, 'text'],
    [1, 'text'],
  ]);
  expect(await failureOf(daktela.list('activitiesEmail', { fields: ['text'], take: 10 }))).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'take',
  });
});
