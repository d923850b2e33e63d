import {
  Account,
  Activity,
  Article,
  CampaignRecord,
  Chat,
  Contact,
  ContactCall,
  CrmRecord,
  Email,
  ReferenceEntry,
  Ticket,
  TranscriptSegment,
} from '@voxolib/telephony/contact-centre';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createInstanceClock } from '../../readers/instance-clock.ts';
import { createReading } from '../reading.ts';
import { toActivity } from './activity.ts';
import { toCall } from './call.ts';
import { toCampaignRecord } from './campaign.ts';
import { toChat, toMessages } from './chat.ts';
import { toAccount, toContact, toCrmRecord } from './crm.ts';
import { toEmail } from './email.ts';
import { toAgentSession, toArticle, toReferenceEntry } from './reference.ts';
import { toTicket } from './ticket.ts';
import { segmentsByActivity, toSegment } from './transcript.ts';

const url = 'https://demo.daktela.test';
const reading = createReading(url, { clock: createInstanceClock('Europe/Prague') });

const ticket = {
  name: 100101,
  title: 'Kettle does not switch off',
  category: { name: 'categories_0001', title: 'Complaints' },
  user: { name: 'alice.demo', title: 'Alice Demo' },
  contact: { name: 'contact_0001', title: 'Jana Vzorová' },
  email: null,
  parentTicket: null,
  id_merge: null,
  stage: 'OPEN',
  priority: 'HIGH',
  description: 'Customer reports…',
  sla_deadtime: '2026-11-21 09:00:00',
  sla_overdue: -300,
  interaction_activity_count: 4,
  created: '2026-11-18 10:12:00',
  first_answer_duration: 2880,
  closed: '0000-00-00 00:00:00',
  unread: '1',
  has_attachment: 0,
  statuses: [{ name: 'statuses_0003', title: 'Waiting for part' }],
  customFields: { order_no: ['A-7731'], empty: [null], none: [] },
};

test('a ticket', () => {
  expect(toTicket(ticket, reading)).toEqual({
    id: '100101',
    url: 'https://demo.daktela.test/tickets/update/100101',
    title: 'Kettle does not switch off',
    stage: 'open',
    priority: 'high',
    category: { id: 'categories_0001', title: 'Complaints' },
    agent: { id: 'alice.demo', title: 'Alice Demo' },
    contact: { id: 'contact_0001', title: 'Jana Vzorová' },
    statuses: [{ id: 'statuses_0003', title: 'Waiting for part' }],
    description: 'Customer reports…',
    created_at: '2026-11-18T09:12:00Z',
    first_answer_s: 2880,
    sla_due_at: '2026-11-21T08:00:00Z',
    sla_overdue_s: -300,
    unread: true,
    has_attachment: false,
    activities: 4,
    custom_fields: { order_no: ['A-7731'] },
  });
});

test.each<[string, unknown, unknown]>([
  [
    'whole',
    { name: 'alice.demo', title: 'Alice Demo', options: { password: 'x' } },
    { id: 'alice.demo', title: 'Alice Demo' },
  ],
  ['a name', 'alice.demo', { id: 'alice.demo' }],
  ['a number', 7, { id: '7' }],
  ['empty', {}, undefined],
  ['an empty list', [], undefined],
  ['nothing', null, undefined],
  ['a title alone', { title: 'Alice Demo', alias: '' }, { id: 'Alice Demo', title: 'Alice Demo' }],
])('a reference may be %s', (_, user, agent) => {
  expect(toTicket({ ...ticket, user }, reading).agent).toEqual(agent);
});

const call = {
  id_call: '1763625600.0042',
  call_time: '2026-07-19 09:15:02',
  direction: 'in',
  answered: true,
  did: '420200000002',
  clid: '420600000001',
};

describe('a call', () => {
  test('in full', () => {
    const activities = [{ name: 'activities_1', ticket: { name: 100101, title: 'Kettle' } }];
    expect(
      toCall({ ...call, activities, duration: '231', missed_call: null, disposition_cause: 'caller' }, reading),
    ).toEqual({
      id: '1763625600.0042',
      at: '2026-07-19T07:15:02Z',
      direction: 'inbound',
      answered: true,
      status: 'answered',
      number: '420600000001',
      did: '420200000002',
      activity: 'activities_1',
      ticket: { id: '100101', title: 'Kettle' },
      ticket_url: 'https://demo.daktela.test/tickets/update/100101',
      duration_s: 231,
      ended_by: 'caller',
    });
  });

  test.each([
    [1, 'open'],
    ['1', 'open'],
    [0, 'called_back'],
    ['0', 'called_back'],
    [null, undefined],
    ['', undefined],
  ])('with missed_call %j is %s', (missed_call, missed) => {
    expect(toCall({ ...call, missed_call }, reading).missed).toBe(missed);
  });

  test.each([
    [true, '', 'answered'],
    ['1', 'abandon', 'answered'],
    [false, 'abandon', 'abandon'],
    [0, '', 'unanswered'],
    ['0', 'exitwithtimeout', 'exitwithtimeout'],
  ])('answered %j with cause %j counts as %s', (answered, disconnection_cause, status) => {
    expect(toCall({ ...call, answered, disconnection_cause }, reading).status).toBe(status);
  });

  test('that goes out has no number that was called', () => {
    expect(toCall({ ...call, direction: 'out' }, reading)).not.toHaveProperty('did');
  });
});

test('what is said comes in order, from a speaker that is known or not', () => {
  const said = (start: unknown, type: unknown, activity: unknown = 'activities_1') => ({
    start,
    end: '9',
    text: 'x',
    type,
    activity,
  });
  const rows = [
    said('10.5', 'customer'),
    said(2, 'operator', { name: 'activities_1' }),
    said('0.4', 'robot'),
    said(1, null, null),
  ];
  const segments = segmentsByActivity(rows).get('activities_1');
  expect(segments?.map(({ start_s, speaker }) => [start_s, speaker])).toEqual([
    [0.4, 'unknown'],
    [2, 'agent'],
    [10.5, 'customer'],
  ]);
});

test('a mail', async () => {
  const row = {
    name: 'emails_1',
    title: 'Re: Kettle',
    direction: 'in',
    answered: '1',
    text: '<p>It still boils…</p><script>x</script><blockquote>Is it hot?</blockquote>',
    time: '2026-11-20 08:01:30',
    state: '',
    options: {
      headers: {
        from: [{ address: 'jana@example.test', display: 'Jana Vzorová' }],
        to: [{ address: 'help@example.test', display: '' }],
        cc: '',
      },
      password: 'x',
    },
    attachments: [
      { file: 'f1', title: 'photo.jpg', inline: false },
      { file: 'f2', title: 'logo.png', inline: true },
    ],
    files: [],
    activities: ['activities_1'],
  };
  expect(await toEmail(row, reading)).toEqual({
    id: 'emails_1',
    at: '2026-11-20T07:01:30Z',
    title: 'Re: Kettle',
    direction: 'inbound',
    answered: true,
    activity: 'activities_1',
    from: [{ address: 'jana@example.test', name: 'Jana Vzorová' }],
    to: [{ address: 'help@example.test' }],
    attachments: ['photo.jpg'],
    text: 'It still boils…',
    quotes_left_out: true,
  });
  expect((await toEmail(row, reading, true)).text).toBe('It still boils…\n\n> Is it hot?');
});

test.each([
  ['YES', true],
  ['NO', false],
  ['', undefined],
  [null, undefined],
])('a chat with missed %j', (missed, expected) => {
  expect(toChat({ name: 'web_1', missed }, 'web', reading).missed).toBe(expected);
});

test('messages of a chat are in order, whoever wrote them', () => {
  const message = (second: number, direction: string, more: object = {}) => ({
    text: 'x',
    direction,
    time_created: `2026-11-20 08:00:0${second}`,
    ...more,
  });
  const rows = [
    message(3, 'OUT', { user: { name: 'alice', title: 'Alice' } }),
    message(1, 'IN', { from: 'Jana' }),
    message(2, 'BOT', { from: 'bot' }),
    message(4, '', { type: 'PRIVATE' }),
  ];
  expect(toMessages(rows, reading)).toEqual([
    { at: '2026-11-20T07:00:01Z', speaker: 'customer', name: 'Jana', text: 'x' },
    { at: '2026-11-20T07:00:02Z', speaker: 'bot', text: 'x' },
    { at: '2026-11-20T07:00:03Z', speaker: 'agent', name: 'Alice', text: 'x' },
    { at: '2026-11-20T07:00:04Z', speaker: 'unknown', private: true, text: 'x' },
  ]);
});

test('phones and addresses of a contact are taken from its custom fields', () => {
  const customFields = { number: ['+420600000001', null], email: ['jana@example.test'], vip: ['yes'] };
  const contact = toContact({ name: 'contact_1', firstname: 'Jana', lastname: 'Vzorová', customFields }, reading);
  expect(contact).toEqual({
    id: 'contact_1',
    name: 'Jana Vzorová',
    phones: ['+420600000001'],
    emails: ['jana@example.test'],
    custom_fields: { vip: ['yes'] },
  });
  expect(toContact({ name: 'c', title: 'Vzorová Jana', firstname: 'Jana', customFields: [] }, reading)).toMatchObject({
    name: 'Vzorová Jana',
    phones: [],
    emails: [],
    custom_fields: {},
  });
});

test.each([
  [0, 'not_assigned'],
  ['0', 'not_assigned'],
  [6, 'rescheduled'],
  [17, '17'],
  [null, 'unknown'],
])('action %j of a campaign record is %s', (action, expected) => {
  expect(toCampaignRecord({ name: 'r', action }, reading).action).toBe(expected);
});

test('how long an agent is in a state is told by the clock of the instance', () => {
  const row = {
    id_agent: { name: 'alice' },
    state: 'Paused',
    statetime: '2026-11-20 12:00:00',
    id_pause: { name: 'p', title: 'Lunch' },
  };
  const now = Date.parse('2026-11-20T11:30:05Z');
  expect(toAgentSession(row, reading, now)).toMatchObject({
    state: 'paused',
    in_state_s: 1805,
    pause: { id: 'p', title: 'Lunch' },
  });
  expect(toAgentSession(row, reading, now - 3_600_000).in_state_s).toBe(0);
});

/** What a field may hold, whatever it is called. */
const anything = fc.oneof(
  fc.constantFrom(
    null,
    '',
    '0',
    '1',
    'YES',
    'NO',
    true,
    false,
    0,
    -1,
    1.5,
    [],
    {},
    '0000-00-00 00:00:00',
    '2026-11-20 08:01:30',
    '2026-10-25 02:30:00',
    'text',
    '<p>text</p>',
  ),
  fc.constantFrom<unknown>(
    { title: 'T', alias: '' },
    { name: 5 },
    [null],
    [{ name: 'a', title: 'A' }],
    ['x'],
    { a: { name: 'a' } },
    { headers: { from: '', to: [{}] } },
    { headers: [] },
  ),
);
const fields =
  'name title category user contact email stage priority description statuses customFields id_merge created closed sla_overdue first_answer_duration unread interaction_activity_count id_call call_time direction answered id_queue id_agent clid did duration waiting_time missed_call activities attempts text time state options attachments files queue missed disconnection account firstname number nps_score database sla type status ticket record_type action nextcall call_id activity statetime logintime id_pause exten content folder tags published deactivated role max_duration item start end'.split(
    ' ',
  );
const rows = fc.dictionary(fc.constantFrom(...fields), anything, { maxKeys: 30 });

test('whatever a record holds, what is made of it has the shape that it must have', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (row) => {
      Ticket.parse(toTicket(row, reading));
      ContactCall.parse(toCall(row, reading));
      TranscriptSegment.parse(toSegment(row));
      Email.parse(await toEmail(row, reading));
      Chat.parse(toChat(row, 'viber', reading));
      Activity.parse(await toActivity(row, reading));
      Contact.parse(toContact(row, reading));
      Account.parse(toAccount(row, reading));
      CrmRecord.parse(toCrmRecord(row, reading));
      CampaignRecord.parse(toCampaignRecord(row, reading));
      ReferenceEntry.parse(await toReferenceEntry(row));
      Article.parse(await toArticle(row, reading));
    }),
    { numRuns: 300 },
  );
});
