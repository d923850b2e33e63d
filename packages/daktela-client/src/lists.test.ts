import { expect, test } from 'vitest';
import { expectNoSecret, failureOf, listOf, Reply, startInstance } from '../test/fake-instance.ts';
import type { Endpoint } from './endpoints/endpoints.ts';
import { endpoints } from './endpoints/endpoints.ts';
import { and, field, or } from './query/filter.ts';

const one = { error: [], result: { name: 100101, title: 'Kettle' }, _time: '2026-11-20 14:30:00' };

test('a list is asked for with a sort, the fields, the key, and the token in a header', async () => {
  const { client, asked } = await startInstance(() => listOf([{ name: 7, title: 'Kettle' }], {}, '137'));
  const page = await client().list('tickets', { fields: ['title'], filter: field('stage').eq('OPEN'), take: 1 });
  expect(asked).toEqual([
    {
      method: 'GET',
      path: '/api/v6/tickets.json',
      token: expect.stringContaining('canary'),
      body: undefined,
      query: {
        skip: '0',
        take: '1',
        'sort[0][field]': 'created',
        'sort[0][dir]': 'desc',
        'sort[1][field]': 'name',
        'sort[1][dir]': 'desc',
        'filter[logic]': 'and',
        'filter[filters][0][field]': 'stage',
        'filter[filters][0][operator]': 'eq',
        'filter[filters][0][value]': 'OPEN',
        'fields[0]': 'name',
        'fields[1]': 'title',
      },
    },
  ]);
  expect(page).toEqual({
    rows: [{ name: 7, title: 'Kettle' }],
    skip: 0,
    total: 137,
    more: true,
    cut: [],
    zone: 'Europe/Prague',
    serverTime: '2026-11-20 14:30:00',
    receivedAt: expect.any(Date),
  });
});

test.each(Object.keys(endpoints) as Endpoint[])('%s is never asked for without fields', async (endpoint) => {
  const { client, asked } = await startInstance(({ path }) => (path.endsWith('/x.json') ? one : listOf([])));
  const daktela = client();
  await daktela.list(endpoint);
  await daktela.count(endpoint);
  await daktela.get(endpoint, 'x').catch(() => {});
  expect(asked).toHaveLength(3);
  for (const { query } of asked) {
    const fields = Object.keys(query).filter((name) => name.startsWith('fields['));
    expect(fields.length).toBeGreaterThan(0);
    // Of the options of a mail only its headers come through.
    const asked = fields
      .map((name) => query[name])
      .filter((name) => endpoint !== 'activitiesEmail' || name !== 'options');
    for (const name of asked) expect(name).not.toMatch(/^_|options$|emailAuth|sign$/);
  }
});

test.each<[string, unknown, object]>([
  ['records by name', { error: {}, result: { data: { a: { name: 'a' }, b: { name: 'b' } }, total: 2 } }, { total: 2 }],
  ['no total', listOf([{ name: 'a' }, { name: 'b' }], {}, null), {}],
  ['a text for a total', listOf([{ name: 'a' }, { name: 'b' }], {}, ' 2 '), { total: 2 }],
  ['an empty map for an error', { error: [], result: { data: [{ name: 'a' }, { name: 'b' }] } }, {}],
])('a list may come with %s', async (_, answer, more) => {
  const { client } = await startInstance(() => answer);
  const { rows, total } = await client().list('queues');
  expect({ rows, ...(total !== undefined && { total }) }).toEqual({ rows: [{ name: 'a' }, { name: 'b' }], ...more });
});

test('records by name keep their order, also where names are numbers', async () => {
  const { client } = await startInstance(
    () => '{"error":[],"result":{"data":{"9":{"name":9},"10":{"name":10},"1":{"name":1}},"total":3}}',
  );
  expect((await client().list('tickets', { fields: ['name'] })).rows).toEqual([{ name: 9 }, { name: 10 }, { name: 1 }]);
});

test('an empty list may be an empty map', async () => {
  const { client } = await startInstance(() => ({ error: [], result: [] }));
  expect(await client().list('queues')).toMatchObject({ rows: [], more: false });
});

test('the zone is remembered for answers that do not name it', async () => {
  const answers = [listOf([]), { error: [], result: { data: [], total: 0 } }];
  const { client } = await startInstance(() => answers.shift());
  const daktela = client();
  await daktela.list('queues');
  expect((await daktela.list('queues')).zone).toBe('Europe/Prague');
});

test('a count asks for one row of one field', async () => {
  const { client, asked } = await startInstance(() => listOf([{ id_call: '1' }], {}, 4711));
  expect(await client().count('activitiesCall', { filter: field('answered').eq(true) })).toMatchObject({ total: 4711 });
  expect(asked[0]?.query).toEqual({
    skip: '0',
    take: '1',
    'filter[logic]': 'and',
    'filter[filters][0][field]': 'answered',
    'filter[filters][0][operator]': 'eq',
    'filter[filters][0][value]': '1',
    'fields[0]': 'id_call',
  });
});

test('a record is asked for by its name, encoded', async () => {
  const { client, asked } = await startInstance(() => one);
  const daktela = client();
  expect(await daktela.get('tickets', '100101')).toMatchObject({ row: { name: 100101, title: 'Kettle' } });
  await daktela.get('activitiesCall', '61ba02b09b3638.15004925').catch(() => {});
  await daktela.get('users', 'alice & bob?#50%').catch(() => {});
  expect(asked.map(({ path }) => path)).toEqual([
    '/api/v6/tickets/100101.json',
    '/api/v6/activitiesCall/61ba02b09b3638.15004925.json',
    '/api/v6/users/alice%20%26%20bob%3F%2350%25.json',
  ]);
});

test.each([
  '../users',
  '..',
  '.',
  '',
  ' ',
  'a/b',
  'a\\b',
  'a\u0000b',
  'a\nb',
  '%2e%2e%2f',
  '%2E%2E',
  '%252e%252e%252fusers',
  '%25252525252525252e',
  '..%5c',
  '\ud800',
  'x'.repeat(300),
])('the name %j is refused before a request', async (name) => {
  const { client, asked } = await startInstance(() => one);
  const daktela = client();
  expect(await failureOf(daktela.get('tickets', name))).toMatchObject({ code: 'INVALID_INPUT', field: 'name' });
  expect(await failureOf(daktela.related('activities', name, 'attachments'))).toMatchObject({ code: 'INVALID_INPUT' });
  expect(asked).toEqual([]);
});

test.each<[string, (endpoint: 'tickets') => object, string]>([
  ['a sort that does not exist', () => ({ sort: [{ field: 'colour', dir: 'asc' }] }), 'sort'],
  ['a direction that does not exist', () => ({ sort: [{ field: 'created', dir: 'up' }] }), 'sort'],
  ['a field that does not exist', () => ({ fields: ['colour'] }), 'fields'],
  ['the part of a record with its tokens', () => ({ fields: ['_sys'] }), 'fields'],
  ['a secret of a related record', () => ({ fields: ['user.emailAuth'] }), 'fields'],
  ['a filter that would guess at a secret', () => ({ filter: field('user.emailAuth').startsWith('a') }), 'filter'],
  ['a name from the prototype', () => ({ fields: ['constructor'] }), 'fields'],
  ['no fields at all', () => ({ fields: [] }), 'fields'],
  ['a page of none', () => ({ take: 0 }), 'take'],
  ['a page of too many', () => ({ take: 1001 }), 'take'],
  ['a page of half a row', () => ({ take: 1.5 }), 'take'],
  ['a text for a number', () => ({ take: '10' }), 'take'],
  ['a negative offset', () => ({ skip: -1 }), 'skip'],
  ['an AND of nothing', () => ({ filter: { logic: 'and', filters: [] } }), 'filter'],
  ['a set of nothing', () => ({ filter: { field: 'stage', operator: 'in', value: [] } }), 'stage'],
  ['half a range', () => ({ filter: { field: 'stage', operator: 'between', value: [1] } }), 'stage'],
  ['a number that is none', () => ({ filter: field('sla_overdue').gt(Number.NaN) }), 'sla_overdue'],
  ['a line break in a text', () => ({ filter: field('title').contains('a\r\nb') }), 'title'],
  ['a search where there is none', () => ({ search: 'kettle' }), 'search'],
  ['a query that is too long', () => ({ filter: field('contact').in(Array(300).fill('contact_0001')) }), 'filter'],
])('%s is refused before a request', async (_, query, name) => {
  const { client, asked } = await startInstance(() => listOf([]));
  const daktela = client();
  const error = await failureOf(daktela.list('tickets', query('tickets')));
  expect(error).toMatchObject({ code: 'INVALID_INPUT', field: name });
  expect(asked).toEqual([]);
});

test('a refused sort is answered with the list of those that exist', async () => {
  const { client } = await startInstance(() => listOf([]));
  const error = await failureOf(client().list('accounts', { sort: [{ field: 'colour', dir: 'asc' }] }));
  expect(error.message).toContain('created, edited, title');
});

test('nothing of a filter is nothing, and a set of nothing is refused where it is made', () => {
  expect(() => or()).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  expect(() => field('stage').in([])).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'stage' }));
  expect(() => field('title').contains('')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'title' }));
  expect(and()).toBeUndefined();
  expect(and(undefined, field('stage').eq('OPEN'))).toEqual(field('stage').eq('OPEN'));
});

test('only what may be read comes through of nested records', async () => {
  const queue = {
    name: 4100,
    title: 'Mail',
    options: { oauthToken: 'canary', username: 'canary' },
    _sys: { a: 'canary' },
  };
  const user = {
    name: 'alice',
    title: 'Alice',
    emailAuth: 'canary',
    _sys: { accessToken: 'canary' },
    role: { name: 'canary' },
  };
  const contact = { name: 'c1', title: 'Jana', customFields: { number: ['canary'] }, account: { name: 'a1', user } };
  const item = {
    name: 'e1',
    text: '<p>Hello</p>',
    queue,
    options: { headers: { to: [{ address: 'a@example.test' }] }, password: 'canary' },
  };
  const row = {
    name: 'x',
    queue,
    user,
    contact,
    item,
    statuses: [{ name: 's1', title: 'Open', secret: 'canary' }],
    options: queue.options,
    _sys: 1,
  };
  const { client } = await startInstance(() => listOf([row]));
  const fields = ['queue', 'user', 'contact', 'item', 'statuses'];
  const { rows } = await client().list('activities', { fields });
  expectNoSecret(rows);
  expect(rows).toEqual([
    {
      name: 'x',
      queue: { name: 4100, title: 'Mail' },
      user: { name: 'alice', title: 'Alice' },
      contact: { name: 'c1', title: 'Jana', account: { name: 'a1' } },
      item: {
        name: 'e1',
        text: '<p>Hello</p>',
        queue: { name: 4100, title: 'Mail' },
        options: { headers: { to: [{ address: 'a@example.test' }] } },
      },
      statuses: [{ name: 's1', title: 'Open' }],
    },
  ]);
});

test('what is asked for by its path comes through, nested or under that very name', async () => {
  const rows = [
    {
      name: 1,
      contact: { name: 'c1', title: 'Jana', firstname: 'Jana', customFields: { number: ['1', null], other: ['2'] } },
    },
    { name: 2, 'contact.firstname': 'Petr', 'contact.customFields.number': ['3'] },
  ];
  const { client } = await startInstance(() => listOf(rows));
  const page = await client().list('tickets', { fields: ['contact.firstname', 'contact.customFields.number'] });
  expect(page.rows).toEqual([
    { name: 1, contact: { name: 'c1', title: 'Jana', firstname: 'Jana', customFields: { number: ['1', null] } } },
    { name: 2, contact: { firstname: 'Petr', customFields: { number: ['3'] } } },
  ]);
});

test('a text of 5 MB is cut, and the page says which and how long it is', async () => {
  const { client } = await startInstance(() =>
    listOf([
      { name: 'a', text: 'short' },
      { name: 'b', text: 'x'.repeat(5_000_000) },
    ]),
  );
  const { rows, cut } = await client().list('activitiesEmail', { fields: ['text'] });
  expect(rows.map(({ text }) => String(text).length)).toEqual([5, 1024 * 1024]);
  expect(cut).toEqual([{ row: 1, field: 'text', length: 5_000_000 }]);
});

test('an answer without an end is not read to its end', async () => {
  const { client } = await startInstance((_, response) => {
    const megabyte = 'x'.repeat(1024 * 1024);
    response.writeHead(200);
    const more = () => {
      while (response.write(megabyte));
    };
    response.on('drain', more);
    more();
    return undefined;
  });
  expect(await failureOf(client().list('tickets'))).toMatchObject({ code: 'INVALID_INPUT', field: 'take' });
});

test('what belongs to a record has a path of its own', async () => {
  const { client, asked } = await startInstance(({ path }) =>
    path.includes('Fbm') ? new Reply(404) : listOf([{ file: 'f1', title: 'invoice.pdf', secret: 'canary' }]),
  );
  const daktela = client();
  const { rows } = await daktela.related('activities', 'activities_1', 'attachments', { take: 5 });
  expect(rows).toEqual([{ file: 'f1', title: 'invoice.pdf' }]);
  expect(asked[0]?.path).toBe('/api/v6/activities/activities_1/attachments.json');
  expect(await failureOf(daktela.related('activitiesFbm', 'x', 'messages'))).toMatchObject({
    code: 'NOT_FOUND',
    detail: { reason: 'no_such_relation' },
  });
  expect(await failureOf(daktela.related('activities', 'x', '../users'))).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'relation',
  });
});

test('a record that is none is not found', async () => {
  for (const result of [null, [], {}, 'x']) {
    const { client } = await startInstance(() => ({ error: [], result }));
    expect(await failureOf(client().get('tickets', '1'))).toMatchObject({ code: 'NOT_FOUND' });
  }
});
