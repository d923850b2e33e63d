import { type DaktelaTicket, type Sandbox, startSandbox } from '@voxolib/sandbox';
import { Ticket } from '@voxolib/telephony/contact-centre';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listOf, Reply, startInstance, whoever } from '../../../test/fake-instance.ts';
import { tokenOptionsFor } from '../../../test/sandbox-options.ts';
import { daktela } from '../index.ts';

const now = () => new Date('2026-11-20T14:05:09Z');
let sandbox: Sandbox;
let all: DaktelaTicket[];

beforeAll(async () => {
  sandbox = await startSandbox({ now });
  all = [...sandbox.daktela.tickets('demo', 0, now().getTime())];
});
afterEach(() => sandbox.daktela.setFault(undefined));
afterAll(() => sandbox.close());

function ticketsOf(account: 'demo' | 'restricted' | 'overseas' = 'demo') {
  return daktela(tokenOptionsFor(sandbox, account, { now, retries: 0 })).contactCentre.tickets;
}

/** What reads, and how many requests it took. */
async function counted<Answer>(read: () => Promise<Answer>): Promise<{ answer: Answer; requests: number }> {
  sandbox.daktela.clearRequests();
  const answer = await read();
  return { answer, requests: sandbox.daktela.requests.length };
}

const ids = ({ records }: { records: readonly { id: string }[] }) => records.map(({ id }) => id);
const largest = () => all.reduce((most, one) => (one.activities.length > most.activities.length ? one : most));

describe('a list', () => {
  test('has every ticket once, page by page', async () => {
    const tickets = ticketsOf();
    const range = { from: '2026-11-01T00:00:00Z', until: '2026-11-08T00:00:00Z' };
    const expected = all.filter(({ created, merged }) => {
      return merged === null && created >= Date.parse(range.from) && created < Date.parse(range.until);
    });
    expect(await tickets.count({ range })).toMatchObject({ total: expected.length });
    const found: string[] = [];
    for (let skip: number | undefined = 0; skip !== undefined; ) {
      const page = await tickets.list({ range }, { skip, take: 17, sort: 'created' });
      expect(page.total).toBe(expected.length);
      for (const record of page.records) Ticket.parse(record);
      found.push(...ids(page));
      skip = page.next_skip;
    }
    const newestFirst = expected.toSorted((one, other) => other.created - one.created || other.name - one.name);
    expect(found).toEqual(newestFirst.map(({ name }) => String(name)));
  });

  test('without tickets says which custom fields there are, when the one that was asked for is none of them', async () => {
    const tickets = ticketsOf();
    const asked = { custom_fields: { monthly: '1' } };
    const words = /^None of the newest 100 tickets has a custom field monthly\. They have: .*mrr/;
    expect(await tickets.list(asked, {})).toMatchObject({ total: 0, warnings: [expect.stringMatching(words)] });
    expect(await tickets.count(asked)).toMatchObject({ total: 0, warnings: [expect.stringMatching(words)] });
    const { answer, requests } = await counted(() => tickets.list({ custom_fields: { mrr: 'no such value' } }, {}));
    expect(answer).toMatchObject({ total: 0 });
    expect(answer).not.toHaveProperty('warnings');
    expect(requests).toBe(2);
  });

  test.each<[string, object, (ticket: DaktelaTicket) => boolean]>([
    ['stages', { stage: ['open', 'wait'] }, ({ stage }) => stage === 'OPEN' || stage === 'WAIT'],
    ['a priority', { priority: ['high'] }, ({ priority }) => priority === 'HIGH'],
    ['a category by its name', { category: ['reklamace'] }, ({ category }) => category === 'categories_0001'],
    ['an agent by login', { agent: ['jan.novak2'] }, ({ user }) => user === 'jan.novak2'],
  ])('can be asked for by %s', async (_, filter, fits) => {
    const expected = all.filter((ticket) => ticket.merged === null && fits(ticket));
    expect(expected.length).toBeGreaterThan(0);
    expect(await ticketsOf().count(filter)).toMatchObject({ total: expected.length });
  });

  test('leaves merged ones out unless they are wanted', async () => {
    const merged = all.filter((ticket) => ticket.merged !== null);
    expect(merged.length).toBeGreaterThan(0);
    const [with_, without] = await Promise.all([ticketsOf().count({ merged: true }), ticketsOf().count({})]);
    expect(with_.total - without.total).toBe(merged.length);
  });

  test('looks for a text in title and description', async () => {
    const { records } = await ticketsOf().list({ text: 'konvic' }, { take: 250 });
    expect(records.length).toBeGreaterThan(0);
    const where = records.map(({ title, description = '' }) =>
      [title, description].map((text) => /konvic/i.test(text)),
    );
    expect(where.every((found) => found.includes(true))).toBe(true);
  });

  test.each([
    [{ skip: -1 }, 'skip'],
    [{ take: 0 }, 'take'],
    [{ take: 251 }, 'take'],
    [{ take: '10' }, 'take'],
    [{ sort: 'colour' }, 'sort'],
    [{ order: 'up' }, 'order'],
  ])('%j is refused before anything is asked', async (request, field) => {
    const { answer, requests } = await counted(() =>
      ticketsOf()
        .list({}, request as object)
        .catch((error) => error),
    );
    expect([answer, requests]).toMatchObject([{ code: 'INVALID_INPUT', field }, 0]);
  });

  test.each([
    [{ stage: [] }, 'stage'],
    [{ text: ' ' }, 'text'],
    [{ custom_fields: { 'a b': 'x' } }, 'custom_fields'],
    [{ range: { from: '2026-11-01' } }, 'from'],
    [{ range: { from: '2026-11-02T00:00:00Z', until: '2026-11-01T00:00:00Z' } }, 'until'],
    [{ agent: ['Nobody At All'] }, 'agent'],
    [{ account: 'No Such Company' }, 'account'],
  ])('%j names the filter that is wrong', async (filter, field) => {
    await expect(ticketsOf().list(filter as object, {})).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
  });

  test.each(['total=text', 'total=null', 'total=absent', 'keyed', 'no-timezone', 'loose'])('%s', async (fault) => {
    const plain = await ticketsOf().list({}, { take: 3 });
    sandbox.daktela.setFault(fault);
    const odd = await ticketsOf().list({}, { take: 3 });
    expect(ids(odd)).toEqual(ids(plain));
    expect(odd.next_skip).toBe(3);
    if (fault === 'total=absent' || fault === 'total=null') expect(odd).not.toHaveProperty('total');
    else expect(odd.total).toBe(plain.total);
    for (const record of odd.records) Ticket.parse(record);
  });

  test('that is not counted has no next page after its last', async () => {
    const range = { from: '2026-11-03T00:00:00Z', until: '2026-11-05T00:00:00Z' };
    const { total = 0 } = await ticketsOf().list({ range }, { take: 250 });
    expect(total).toBeGreaterThan(1);
    sandbox.daktela.setFault('total=absent');
    expect(await ticketsOf().list({ range }, { take: total })).not.toHaveProperty('next_skip');
    expect(await ticketsOf().list({ range }, { take: total - 1 })).toMatchObject({ next_skip: total - 1 });
  });
});

describe('the tickets of a company', () => {
  test('are those of all its contacts, asked for at once or contact by contact', async () => {
    const tickets = ticketsOf();
    const request = { take: 250, sort: 'created' } as const;
    const direct = await counted(() => tickets.list({ account: 'account_0001' }, request));
    expect(direct.answer.resolved).toMatchObject({ account: [{ id: 'account_0001' }] });
    sandbox.daktela.setFault('refused', { operation: 'tickets', times: 1 });
    const walked = await counted(() => tickets.list({ account: 'account_0001' }, request));
    expect(walked.requests).toBeGreaterThan(20);
    expect(ids(walked.answer)).toEqual(ids(direct.answer));
    expect(walked.answer).toMatchObject({ total: direct.answer.total, next_skip: 250 });
    sandbox.daktela.setFault('refused', { operation: 'tickets', times: 1 });
    expect(await tickets.count({ account: 'account_0001' })).toMatchObject({ total: direct.answer.total });
  });

  test('are not those of everybody where Daktela passes over what it does not know', async () => {
    const account = { name: 'account_1', title: 'Acme' };
    const { options, asked } = await startInstance(({ path, query }) => {
      if (path.endsWith('/accounts.json')) return listOf([account]);
      if (path.endsWith('/contacts.json')) return listOf([{ name: 'contact_1' }, { name: 'contact_2' }]);
      if (Object.values(query).includes('contact_1')) return listOf([{ name: 7, title: 'Ours' }]);
      return listOf([{ name: 9, title: 'Theirs', contact: { name: 'x', account: { name: 'account_2' } } }]);
    });
    const page = await daktela(options({ now })).contactCentre.tickets.list({ account: 'Acme' }, {});
    expect(page).toMatchObject({ records: [{ id: '7' }], total: 1 });
    expect(asked.at(-1)?.query).toMatchObject({ 'filter[filters][0][value][1]': 'contact_2' });
  });
});

describe('one ticket', () => {
  const include = ['thread', 'mails', 'transcripts', 'attachments'] as const;

  test('comes with fifty activities and what was said and written in them in three requests', async () => {
    const { name, activities } = largest();
    const { answer, requests } = await counted(() =>
      ticketsOf().read({ id: String(name), include, take: 50, order: 'asc' }),
    );
    expect(requests).toBeLessThanOrEqual(4);
    const { records = [], total, next_skip } = answer.activities ?? {};
    expect(records.map(({ id }) => id)).toEqual(activities.slice(0, 50));
    expect([total, next_skip]).toEqual([activities.length, 50]);
    const kinds = Map.groupBy(records, ({ kind }) => kind);
    for (const { email } of kinds.get('email') ?? []) expect(email?.text).toMatch(/\w/);
    for (const { call, transcript } of kinds.get('call') ?? []) {
      if (call?.answered) expect(transcript?.segments.length).toBeGreaterThan(0);
    }
    expect(kinds.get('email')?.length).toBeGreaterThan(0);
    expect(kinds.get('call')?.length).toBeGreaterThan(0);
  });

  test('comes with everything in four requests, and one more for the messages of each chat', async () => {
    const everything = [...include, 'chats'] as const;
    const { answer } = await counted(() =>
      ticketsOf().read({ id: String(largest().name), include: everything, take: 50, order: 'asc' }),
    );
    const [messages, others] = [true, false].map((wanted) =>
      sandbox.daktela.requests.filter(({ operation }) => operation?.endsWith('/messages') === wanted),
    );
    const chats = answer.activities?.records.filter(({ chat }) => chat !== undefined) ?? [];
    expect(chats.length).toBeGreaterThan(0);
    expect(others?.length).toBeLessThanOrEqual(4);
    expect(messages?.length).toBeLessThanOrEqual(chats.length);
  });

  test('comes with the messages of its chats', async () => {
    const { name } = largest();
    const { activities } = await ticketsOf().read({ id: String(name), include: ['chats'], take: 100 });
    const chats = activities?.records.filter(({ chat }) => chat !== undefined) ?? [];
    expect(chats.length).toBeGreaterThan(0);
    for (const { chat, messages, id } of chats) {
      expect(chat?.activity).toBe(id);
      expect(messages?.length).toBeGreaterThan(0);
    }
    expect(activities?.records.some(({ email, call }) => email !== undefined || call !== undefined)).toBe(false);
  });

  test.each(['100101x', 'TK', '../1', '', 'https://elsewhere.test/tickets/update/1', '1/2'])(
    'is not %j',
    async (id) => {
      await expect(ticketsOf().read({ id })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'id' });
    },
  );

  test('is found by its number, as it is shown, and by its address', async () => {
    const name = String(largest().name);
    for (const id of [name, `TK00${name}`, `tk${name}`, ` ${name} `, `${sandbox.daktela.url}/tickets/update/${name}`]) {
      const { answer, requests } = await counted(() => ticketsOf().read({ id }));
      expect([answer.ticket.id, requests]).toEqual([name, 1]);
    }
    await expect(ticketsOf().read({ id: '1' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is given without what the user may not read, and says what that is', async () => {
    const { name } = largest();
    const answer = await ticketsOf('restricted').read({ id: String(name), include, take: 50 });
    expect(answer.ticket.id).toBe(String(name));
    expect(answer.activities?.records.length).toBe(50);
    expect(answer.warnings?.join(' ')).toMatch(/mails/);
    expect(answer.warnings?.join(' ')).toMatch(/transcripts/);
  });

  test('is given without its activities when these cannot be read', async () => {
    sandbox.daktela.setFault('status=403', { operation: 'activities' });
    const answer = await ticketsOf().read({ id: String(largest().name), include });
    expect(answer).not.toHaveProperty('activities');
    expect(answer.warnings).toEqual([expect.stringContaining('activities')]);
  });

  test('with mails of 5 MB is cut, and says so', async () => {
    sandbox.daktela.setFault('large-text', { operation: 'activities' });
    const answer = await ticketsOf().read({ id: String(largest().name), include: ['mails'], take: 6, order: 'asc' });
    expect(answer.activities?.records).toHaveLength(6);
    const texts = answer.activities?.records.flatMap(({ email }) => email?.text ?? []) ?? [];
    for (const text of texts) expect(text.length).toBeLessThan(2_000_000);
    expect(texts.length).toBeGreaterThan(0);
    expect(answer.warnings?.join(' ')).toContain('cut');
  });

  test('whose activities name their content only is read all the same', async () => {
    const activity = { name: 'activities_1', type: 'EMAIL', item: 'emails_1' };
    const { options, asked } = await startInstance(({ path }) => {
      if (path.endsWith('/activities.json'))
        return listOf([activity, { ...activity, name: 'activities_2', item: 'emails_2' }]);
      if (path.endsWith('/activitiesEmail.json')) return listOf([{ name: 'emails_1', text: 'Hello' }]);
      return { error: [], result: { name: 7, title: 'Kettle' }, _timezone: 'Europe/Prague' };
    });
    const answer = await daktela(options({ now })).contactCentre.tickets.read({ id: '7', include: ['mails'] });
    expect(answer.activities?.records.map(({ email }) => email?.text)).toEqual(['Hello', undefined]);
    expect(answer.warnings).toEqual([expect.stringContaining('mails: 1')]);
    expect(asked).toHaveLength(3);
  });

  test('of an instance that does not give messages has its chats without them', async () => {
    const chat = (place: number) => ({
      name: `activities_${place}`,
      type: 'WAP',
      item: { name: `wap_${place}`, title: 'Jana' },
    });
    const { options } = await startInstance(({ path }) => {
      if (path.includes('/messages')) return new Reply(405, { error: 'Method not allowed' });
      if (path.endsWith('/activities.json')) return listOf([chat(1), chat(2)]);
      return whoever(path) ?? { error: [], result: { name: 7, title: 'Kettle' } };
    });
    const answer = await daktela(options({ now })).contactCentre.tickets.read({ id: '7', include: ['chats'] });
    expect(answer.activities?.records.map(({ chat: one }) => one?.title)).toEqual(['Jana', 'Jana']);
    expect(answer.warnings).toEqual([expect.stringContaining('whatsapp')]);
  });
});
