import { connect, fakeDaktela } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { type Caller, type Choice, readToolsets, tools } from '../../src/index.ts';
import { classicNames } from '../../src/tools/daktela/classic/index.ts';
import { callerOfDaktela, callerWithAll, gateway } from '../callers.ts';

/** The names as they have been published. */
const PUBLISHED =
  `list_tickets count_tickets get_ticket get_ticket_detail list_account_tickets list_ticket_categories list_activities
get_activity list_calls get_call get_call_transcript list_call_transcripts list_emails get_email list_web_chats get_web_chat list_sms_chats
get_sms list_messenger_chats get_messenger_chat list_instagram_chats get_instagram_chat list_whatsapp_chats get_whatsapp_chat
list_viber_chats get_viber_chat list_contacts get_contact list_accounts get_account list_crm_records list_campaign_records
list_campaign_types list_queues list_users list_groups list_pauses list_statuses list_templates list_realtime_sessions`.split(
    /\s+/,
  );

const names = classicNames.map(({ name }) => name);
const choosing = (text: string): Choice => ({ toolsets: readToolsets(text, 'toolsets') });

function serve(who: Caller) {
  return connect(() => gateway.serve(who));
}

async function asked(name: string, given: Record<string, unknown>) {
  const daktela = fakeDaktela();
  const client = await serve(callerOfDaktela({ daktela }));
  const result = await client.callTool({ name, arguments: given });
  expect(result.isError, JSON.stringify(result.content)).toBeFalsy();
  return { asked: daktela.asked, answer: result.structuredContent as Record<string, unknown> };
}

test('all published names are there, and no tool has one of them', () => {
  expect(names.toSorted()).toEqual(PUBLISHED.toSorted());
  const own = new Set(tools.map(({ name }) => name));
  for (const name of names) expect(own).not.toContain(name);
});

describe('the list', () => {
  const listed = async (choice?: Choice) => {
    const client = await serve({ ...callerWithAll(), ...(choice && { choice }) });
    return (await client.listTools()).tools.map(({ name }) => name);
  };

  test.each([undefined, 'daktela', 'daktela.tickets', 'reports,daktela'])(
    'does not hold them with %s',
    async (text) => {
      const all = await listed(text === undefined ? undefined : choosing(text));
      expect(all.length).toBeGreaterThan(0);
      for (const name of names) expect(all).not.toContain(name);
    },
  );

  test('holds them, and nothing else of Daktela, for who asks for them by name', async () => {
    expect(await listed(choosing('daktela.classic'))).toEqual(names);
    const all = await listed(choosing('daktela,daktela.classic'));
    expect(all).toEqual(expect.arrayContaining(['daktela_list_tickets', ...names]));
  });

  test('describes every argument, and takes no other', async () => {
    const client = await serve({ ...callerWithAll(), choice: choosing('daktela.classic') });
    for (const { name, title, inputSchema, description } of (await client.listTools()).tools) {
      expect(inputSchema.additionalProperties, name).toBe(false);
      expect(title?.length).toBeLessThanOrEqual(60);
      expect(description).toMatch(/\n\nUse it /);
      for (const schema of Object.values(inputSchema.properties ?? {}))
        expect(schema, name).toHaveProperty('description');
    }
  });
});

describe('a name that is not listed', () => {
  test('can be called where its tool is offered, and not elsewhere', async () => {
    const call = async (choice: Choice, name: string) =>
      (await serve({ ...callerWithAll(), choice })).callTool({ name });
    await expect(call(choosing('daktela.tickets'), 'list_tickets')).resolves.not.toHaveProperty('isError', true);
    await expect(call(choosing('daktela.tickets'), 'list_queues')).rejects.toThrow('its toolset was not chosen');
    await expect(call(choosing('daktela.classic'), 'list_queues')).resolves.not.toHaveProperty('isError', true);
    const without = await serve({ ...callerWithAll(), scopes: new Set(['mcp.contactcenter.read']) });
    await expect(without.callTool({ name: 'list_calls' })).rejects.toThrow('mcp.calls.read');
  });

  test('is not in the list of what is available', async () => {
    const client = await serve(callerOfDaktela());
    const refused = client.callTool({ name: 'list_ticket' });
    await expect(refused).rejects.toThrow('daktela_list_tickets');
    await expect(refused).rejects.not.toThrow(/\bcount_tickets\b/);
  });
});

describe('arguments say the same to the tool', () => {
  const page = { skip: 0, take: 50 };
  const utc = { from: '2026-02-28T23:00:00.000Z', until: '2026-03-31T22:00:00.000Z' };
  const dates = { date_from: '2026-03-01', date_to: '2026-03-31' };

  test.each([
    [
      'list_tickets',
      {
        category: 'Complaints',
        stage: 'OPEN',
        priority: 'high',
        user: 'Alice Demo',
        contact: 'Jana',
        search: 'kettle',
        status: 'x',
        ...dates,
      },
      {
        category: ['Complaints'],
        stage: ['open'],
        priority: ['high'],
        agent: ['Alice Demo'],
        contact: 'Jana',
        text: 'kettle',
        status: ['x'],
        merged: false,
        range: utc,
      },
      { ...page, sort: 'edited', order: 'desc' },
    ],
    [
      'list_tickets',
      { sort: 'last_activity_operator', sort_dir: 'asc', include_merged: true },
      { merged: true },
      { sort: 'last_activity_by_agent', order: 'asc' },
    ],
    ['list_account_tickets', { account: 'Acme' }, { account: 'Acme', stage: ['open'] }, { sort: 'edited' }],
    [
      'list_account_tickets',
      { account: 'Acme', stage: 'ALL', skip: 50, take: 10 },
      { account: 'Acme' },
      { skip: 50, take: 10 },
    ],
    [
      'list_activities',
      { type: 'FBM', action: 'CLOSE', ticket: '100160' },
      { kind: ['messenger'], state: ['close'], ticket: '100160' },
      { sort: 'time', order: 'desc' },
    ],
    [
      'list_calls',
      { direction: 'in', answered: true, sort: 'waiting_time' },
      { direction: 'inbound', answered: true },
      { sort: 'waiting' },
    ],
    ['list_calls', { date_from: '2026-03-01 08:00:00' }, { range: { from: '2026-03-01T07:00:00.000Z' } }, {}],
    [
      'list_emails',
      { direction: 'OUT', queue: 'Support mail' },
      { direction: 'outbound', queue: ['Support mail'] },
      { sort: 'time' },
    ],
    ['list_whatsapp_chats', { direction: 'IN' }, { channel: 'whatsapp', direction: 'inbound' }, { sort: 'time' }],
    ['list_contacts', { search: 'Jana', account: 'Acme' }, { text: 'Jana', account: 'Acme' }, {}],
    ['list_accounts', { user: 'alice.demo' }, { agent: ['alice.demo'] }, { sort: 'edited' }],
    ['list_crm_records', { stage: 'CLOSE' }, { stage: 'close' }, { sort: 'edited' }],
    ['list_campaign_records', { sort: 'nextcall' }, {}, { sort: 'next_call' }],
  ])('%s %j', async (name, given, filter, request) => {
    const {
      asked: [first],
    } = await asked(name, given);
    expect(first).toMatchObject({ filter, request });
    const said = Object.entries(first?.filter ?? {}).filter(([, value]) => value !== undefined);
    if (!('merged' in filter))
      expect(
        said
          .map(([key]) => key)
          .filter((key) => !['merged', 'time'].includes(key))
          .toSorted(),
      ).toEqual(Object.keys(filter).toSorted());
  });

  test('a ticket in detail has everything; transcripts for who may read calls', async () => {
    const parts = async (scopes?: ('mcp.contactcenter.read' | 'mcp.calls.read')[]) => {
      const daktela = fakeDaktela();
      const client = await serve(callerOfDaktela({ daktela, ...(scopes && { scopes }) }));
      await client.callTool({ name: 'get_ticket_detail', arguments: { name: '100160', take: 5 } });
      return daktela.asked.find(({ operation }) => operation === 'tickets.read')?.request;
    };
    const include = ['thread', 'mails', 'chats', 'transcripts', 'attachments'];
    expect(await parts()).toMatchObject({ id: '100160', include, take: 5, order: 'asc' });
    expect(await parts(['mcp.contactcenter.read'])).toMatchObject({
      include: include.filter((one) => one !== 'transcripts'),
    });
  });

  test.each([
    ['list_tickets', { stage: 'DONE' }, 'stage: "DONE" must be one of OPEN, WAIT, CLOSE, ARCHIVE'],
    ['list_tickets', { sort: 'colour' }, 'sort: "colour" must be one of edited, created'],
    ['list_tickets', { take: 251 }, 'take: "251" is too large: at most 250'],
    ['list_tickets', { agent: 'Alice' }, 'Unknown argument "agent". list_tickets takes category'],
    ['list_web_chats', { direction: 'IN' }, 'Unknown argument "direction"'],
    ['get_ticket', {}, 'name is missing'],
    ['list_account_tickets', {}, 'account is missing'],
    ['list_tickets', { user: 'Novák' }, 'user: "Novák" fits several agents'],
  ])('%s %j is refused', async (name, given, words) => {
    const client = await serve(callerOfDaktela());
    const result = await client.callTool({ name, arguments: given });
    expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining(words) }] });
  });
});
