import { readToolsets } from '@voxolib/mcp-tools';
import { type DaktelaLandmarks, type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DaktelaClient, type Data, daktelaClient } from './support/daktela-client.ts';

const now = () => new Date('2026-11-20T14:05:09Z');
const october = { date_from: '2026-10-01', date_to: '2026-10-31' };
const day = { date_from: '2026-11-18', date_to: '2026-11-18 23:59:59' };

let sandbox: Sandbox;
let client: DaktelaClient;
let known: DaktelaLandmarks;
const called = new Set<string>();

beforeAll(async () => {
  sandbox = await startSandbox({ now });
  client = await daktelaClient(sandbox, { now, choice: { toolsets: readToolsets('daktela.classic', 'toolsets') } });
  const landmarks = sandbox.daktela.landmarks('demo');
  if (landmarks === undefined) throw new Error('The demo instance has landmarks');
  known = landmarks;
});
afterAll(() => sandbox.close());

async function answer(name: string, given: Record<string, unknown> = {}): Promise<Data> {
  const { data, text, isError } = await client.call(name, given);
  expect(isError, `${name}: ${text}`).toBe(false);
  called.add(name);
  return data;
}

const values = (rows: Data[], field: string) => [...new Set(rows.map((row) => row[field]))];
const inOctober = (at: string) => at >= '2026-10-01T00:00:00+02:00' && at < '2026-11-01T00:00:00+01:00';

/** Rows of a list, which there are, and which are sorted as they are promised to be. */
function rowsOf(data: Data, list: string, sortedBy?: string): Data[] {
  const rows = data[list] as Data[];
  expect(rows.length).toBeGreaterThan(0);
  if (sortedBy !== undefined) {
    const times = rows.map((row) => Date.parse(row[sortedBy]));
    expect(times).toEqual(times.toSorted((one, other) => other - one));
  }
  return rows;
}

describe('tickets', () => {
  const filters = { stage: 'OPEN', priority: 'HIGH', ...october };

  test('list_tickets: filters hold, the last edited first, and count_tickets counts them all', async () => {
    const data = await answer('list_tickets', { ...filters, take: 200, max_tokens: 24_000 });
    const rows = rowsOf(data, 'tickets', 'edited_at');
    expect(values(rows, 'stage')).toEqual(['open']);
    expect(values(rows, 'priority')).toEqual(['high']);
    for (const { created_at, url, id } of rows) {
      expect(inOctober(created_at)).toBe(true);
      expect(url).toContain(`/tickets/update/${id}`);
    }
    const { total } = await answer('count_tickets', filters);
    expect(total).toBe(data.total);
    expect(total).toBeGreaterThanOrEqual(rows.length);
    expect((await answer('count_tickets')).total).toBeGreaterThan(total);
  });

  test('list_tickets: pages hold every ticket once, in either direction', async () => {
    const page = (more: object) =>
      answer('list_tickets', { stage: 'CLOSE', ...october, sort: 'created', max_tokens: 24_000, ...more });
    const all = rowsOf(await page({ take: 20 }), 'tickets', 'created_at').map(({ id }) => id);
    const [one, other] = [await page({ take: 10 }), await page({ skip: 10, take: 10 })];
    expect(one.next_skip).toBe(10);
    expect([...one.tickets, ...other.tickets].map(({ id }: Data) => id)).toEqual(all);
    const [oldest] = (await page({ sort_dir: 'asc', take: 1 })).tickets;
    expect(Date.parse(oldest.created_at)).toBeLessThanOrEqual(Date.parse(one.tickets[0].created_at));
  });

  test('list_tickets: by category, agent, status and words', async () => {
    const [{ category, agent, agent_id }] = (await answer('list_tickets', { ...filters, take: 1 })).tickets;
    const own = rowsOf(await answer('list_tickets', { category, user: agent_id, ...october }), 'tickets');
    expect(values(own, 'category')).toEqual([category]);
    expect(values(own, 'agent')).toEqual([agent]);
    const offers = rowsOf(await answer('list_tickets', { status: 'S1-Discovery', take: 20 }), 'tickets');
    for (const { statuses } of offers) expect(statuses.join()).toContain('S1-Discovery');
    const found = rowsOf(await answer('list_tickets', { search: 'fakt', take: 20 }), 'tickets');
    for (const { title, description } of found) expect(`${title} ${description}`.toLowerCase()).toContain('fakt');
  });

  test('list_account_tickets: open ones unless told otherwise, of a company by id or name', async () => {
    const open = await answer('list_account_tickets', { account: known.largestAccount, take: 20 });
    expect(values(rowsOf(open, 'tickets', 'edited_at'), 'stage')).toEqual(['open']);
    const all = await answer('list_account_tickets', { account: known.largestAccount, stage: 'ALL', take: 1 });
    expect(all.total).toBeGreaterThan(open.total);
    const [company] = (await answer('list_accounts', { search: 'Konvice Praha' })).records;
    expect((await answer('list_account_tickets', { account: company.title, take: 1 })).total).toBe(open.total);
  });

  test('get_ticket: by its number in either form, without its thread', async () => {
    const plain = await answer('get_ticket', { name: String(known.longTicket) });
    const written = await answer('get_ticket', { name: `TK00${known.longTicket}` });
    expect(plain.ticket.id).toBe(String(known.longTicket));
    expect(written).toEqual(plain);
    expect(plain.activities).toBeUndefined();
  });

  test('get_ticket_detail: oldest first, with the words of mails, chats and calls', async () => {
    const data = await answer('get_ticket_detail', { name: String(known.longTicket), take: 100, max_tokens: 24_000 });
    const times = data.activities.map(({ at }: Data) => Date.parse(at));
    expect(times).toEqual(times.toSorted((one: number, other: number) => one - other));
    const said = JSON.stringify(data.activities);
    expect(values(data.activities, 'kind')).toEqual(expect.arrayContaining(['email', 'call', 'comment']));
    expect(said).toMatch(/"text":"⟦[^⟧]{20,}/);
    expect(said).toMatch(/"transcript":"⟦\d\d:\d\d (?:agent|customer): /);
    expect(data.total).toBe(60);
  });
});

describe('activities', () => {
  test('list_activities: filters hold, newest first', async () => {
    const data = await answer('list_activities', { type: 'EMAIL', action: 'CLOSE', ...october, take: 20 });
    const rows = rowsOf(data, 'activities', 'at');
    expect(values(rows, 'kind')).toEqual(['email']);
    expect(values(rows, 'state')).toEqual(['close']);
    for (const { at } of rows) expect(inOctober(at)).toBe(true);
    const ofTicket = await answer('list_activities', { ticket: String(known.longTicket), take: 5 });
    expect(values(rowsOf(ofTicket, 'activities'), 'ticket_id')).toEqual([String(known.longTicket)]);
  });

  test('get_activity: with its content', async () => {
    const { activity } = await answer('get_activity', { name: known.longMail.activity });
    expect(activity.kind).toBe('email');
    expect(activity.text).toMatch(/^⟦.{200,}/);
  });
});

describe('calls', () => {
  test('list_calls: filters hold, newest first', async () => {
    const data = await answer('list_calls', { direction: 'in', answered: false, ...day, take: 20 });
    const rows = rowsOf(data, 'calls', 'at');
    expect(values(rows, 'direction')).toEqual(['inbound']);
    expect(values(rows, 'answered')).toEqual([false]);
    const from = Date.parse('2026-11-18T00:00:00+01:00');
    const truth = [...sandbox.daktela.calls('demo', from, from + 86_400_000)];
    expect(data.total).toBe(truth.filter(({ direction, answered }) => direction === 'in' && !answered).length);
  });

  test('get_call and get_call_transcript: all that was said, in order, by the call or its activity', async () => {
    const { call } = await answer('get_call', { name: known.longCall.id_call });
    expect(call).toMatchObject({ id: known.longCall.id_call, activity: known.longCall.activity });
    const data = await answer('get_call_transcript', { activity: known.longCall.activity, max_tokens: 24_000 });
    expect(data.total).toBe(250);
    expect(data.segments).toHaveLength(250);
    const starts = data.segments.map(({ start_s }: Data) => start_s);
    expect(starts).toEqual(starts.toSorted((one: number, other: number) => one - other));
    expect(values(data.segments, 'speaker')).toEqual(expect.arrayContaining(['agent', 'customer']));
    const byCall = await answer('get_call_transcript', { activity: known.longCall.id_call, max_tokens: 24_000 });
    expect(byCall.segments).toEqual(data.segments);
  });

  test('list_call_transcripts: answered calls with their words', async () => {
    const rows = rowsOf(await answer('list_call_transcripts', { ...day, take: 5 }), 'calls', 'at');
    expect(values(rows, 'answered')).toEqual([true]);
    expect(rows.some(({ transcript = '' }) => /^⟦\d\d:\d\d /.test(transcript))).toBe(true);
  });
});

describe('mails', () => {
  test('list_emails: filters hold, newest first, with their words', async () => {
    const rows = rowsOf(await answer('list_emails', { direction: 'in', ...october, take: 10 }), 'emails', 'at');
    expect(values(rows, 'direction')).toEqual(['inbound']);
    for (const { text, at } of rows) {
      expect(text).toMatch(/^⟦.+⟧$/);
      expect(inOctober(at)).toBe(true);
    }
  });

  test('get_email: its whole body', async () => {
    const { email } = await answer('get_email', { name: known.longMail.name, max_tokens: 24_000 });
    expect(email.text.length).toBeGreaterThan(2000);
  });
});

test.each([
  ['web', 'list_web_chats', 'get_web_chat', {}],
  ['sms', 'list_sms_chats', 'get_sms', { direction: 'IN' }],
  ['messenger', 'list_messenger_chats', 'get_messenger_chat', { direction: 'OUT' }],
  ['instagram', 'list_instagram_chats', 'get_instagram_chat', { direction: 'IN' }],
  ['whatsapp', 'list_whatsapp_chats', 'get_whatsapp_chat', { direction: 'OUT' }],
  ['viber', 'list_viber_chats', 'get_viber_chat', { direction: 'IN' }],
] as const)('chats by %s: filters hold, newest first, and one has its messages', async (channel, list, get, given) => {
  const rows = rowsOf(await answer(list, { ...given, ...october, take: 20 }), 'chats', 'at');
  expect(values(rows, 'channel')).toEqual([channel]);
  if ('direction' in given)
    expect(values(rows, 'direction')).toEqual([given.direction === 'IN' ? 'inbound' : 'outbound']);
  const { id } = rows.find(({ answered }) => answered) ?? {};
  const data = await answer(get, { name: id });
  expect(data.chat).toMatchObject({ id, channel });
  expect(data.messages.length).toBeGreaterThan(0);
  for (const { said } of data.messages) expect(said).toMatch(/^⟦.+⟧$/);
});

describe('people, companies and records', () => {
  test('list_contacts: of a company, and by words; get_contact', async () => {
    const ofCompany = await answer('list_contacts', { account: known.largestAccount, take: 200, max_tokens: 24_000 });
    expect(ofCompany.total).toBe(1240);
    expect(values(rowsOf(ofCompany, 'records'), 'account_id')).toEqual([known.largestAccount]);
    const [{ id, name }] = ofCompany.records;
    const found = rowsOf(await answer('list_contacts', { search: name }), 'records');
    expect(found.map((one) => one.name)).toContain(name);
    expect((await answer('get_contact', { name: id })).record).toMatchObject({ id, name });
  });

  test('list_accounts: by words, the last edited first; get_account', async () => {
    rowsOf(await answer('list_accounts', { take: 20 }), 'records', 'edited_at');
    const rows = rowsOf(await answer('list_accounts', { search: 'Pekárna' }), 'records');
    for (const { title } of rows) expect(title).toContain('Pekárna');
    const [{ id, title }] = rows as [Data];
    expect((await answer('get_account', { name: id })).record).toMatchObject({ id, title });
  });

  test('list_crm_records: filters hold, the last edited first', async () => {
    const rows = rowsOf(await answer('list_crm_records', { stage: 'OPEN', take: 20 }), 'records', 'edited_at');
    expect(values(rows, 'stage')).toEqual(['open']);
  });

  test('list_campaign_records: of an agent, in the order that is asked for', async () => {
    const [{ agent_id }] = rowsOf(await answer('list_campaign_records', { take: 50 }), 'records').filter(
      (row) => row.agent_id,
    ) as [Data];
    const rows = rowsOf(
      await answer('list_campaign_records', { user: agent_id, sort: 'created' }),
      'records',
      'created_at',
    );
    expect(values(rows, 'agent_id')).toEqual([agent_id]);
  });
});

describe('what there is', () => {
  test.each([
    ['list_ticket_categories', 'Fakturace'],
    ['list_campaign_types', 'Obnova smluv'],
    ['list_queues', 'Hotline'],
    ['list_groups', 'Druhá linie'],
    ['list_pauses', 'Dokončování'],
    ['list_statuses', 'S2-Qualification'],
    ['list_templates', 'Dotazník'],
  ])('%s: whole, with %s in it', async (name, title) => {
    const data = await answer(name);
    expect(data.entries).toHaveLength(data.total);
    expect(values(data.entries, 'title')).toContain(title);
  });

  test('list_users: by words', async () => {
    const rows = rowsOf(await answer('list_users', { search: 'novak' }), 'entries');
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...known.namesakes]));
  });

  test('list_realtime_sessions: in pages', async () => {
    const all = await answer('list_realtime_sessions');
    const page = await answer('list_realtime_sessions', { skip: 2, take: 3 });
    expect(page.sessions.map(({ agent_id }: Data) => agent_id)).toEqual(
      all.sessions.slice(2, 5).map(({ agent_id }: Data) => agent_id),
    );
    expect(page).toMatchObject({ total: all.total, next_skip: 5 });
  });
});

test('a name that two people have is answered with both', async () => {
  const { isError, text } = await client.call('list_tickets', { user: 'Jan Novák' });
  expect(isError).toBe(true);
  for (const login of known.namesakes) expect(text).toContain(login);
});

test('each name was called', async () => {
  expect([...called].toSorted()).toEqual((await client.tools()).toSorted());
});
