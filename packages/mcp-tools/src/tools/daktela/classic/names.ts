import { ticketParts } from '@voxolib/telephony/contact-centre';
import {
  account,
  activityAction,
  activityType,
  answer,
  answered,
  callDirection,
  category,
  contact,
  crmStage,
  dates,
  direction,
  include_merged,
  key,
  max_tokens,
  page,
  priority,
  queue,
  recordId,
  requiredAccount,
  search,
  sortedBy,
  stage,
  stageOpenUnlessGiven,
  status,
  ticket,
  user,
} from './arguments.ts';
import type { ClassicName } from './classic-name.ts';

const ticketSort = sortedBy(
  {
    edited: 'edited',
    created: 'created',
    last_activity: 'last_activity',
    last_activity_operator: 'last_activity_by_agent',
    last_activity_client: 'last_activity_by_client',
    sla_deadtime: 'sla_due',
    sla_close_deadline: 'sla_close_due',
    priority: 'priority',
    stage: 'stage',
    title: 'title',
    name: 'id',
    first_answer: 'first_answer',
    closed: 'closed',
  },
  'edited',
);
const timeSort = sortedBy({ time: 'time', duration: 'duration', wait_time: 'waiting' }, 'time');
const editedSort = { edited: 'edited', created: 'created', title: 'title' };

const ticketFilters = { category, stage, priority, user, contact, search, status, ...dates, include_merged };

const tickets: readonly ClassicName[] = [
  {
    name: 'list_tickets',
    title: 'Tickets',
    tool: 'daktela_list_tickets',
    takes: { ...ticketFilters, ...ticketSort, ...page(), ...answer },
  },
  {
    name: 'count_tickets',
    title: 'How many tickets there are',
    tool: 'daktela_list_tickets',
    takes: { ...ticketFilters, ...answer },
    always: { count_only: true },
  },
  {
    name: 'get_ticket',
    title: 'A ticket',
    tool: 'daktela_get_ticket',
    takes: { name: key('ticket', 'Id, as 100101 or TK00100101'), ...answer },
    always: { include: [] },
  },
  {
    name: 'get_ticket_detail',
    title: 'A ticket with all that happened in it',
    tool: 'daktela_get_ticket',
    takes: { name: key('ticket', 'Id, as 100101 or TK00100101'), take: page(50, 100).take, ...answer },
    always: (scopes) => ({
      include: ticketParts.filter((one) => one !== 'transcripts' || scopes.has('mcp.calls.read')),
    }),
  },
  {
    name: 'list_account_tickets',
    title: 'Tickets of all contacts of a company',
    tool: 'daktela_list_tickets',
    takes: {
      account: requiredAccount,
      stage: stageOpenUnlessGiven,
      priority,
      user,
      category,
      ...dates,
      include_merged,
      ...ticketSort,
      ...page(),
      ...answer,
    },
  },
];

const activities: readonly ClassicName[] = [
  {
    name: 'list_activities',
    title: 'What happened',
    tool: 'daktela_list_activities',
    takes: {
      type: activityType,
      action: activityAction,
      queue,
      ticket,
      user,
      ...dates,
      ...sortedBy({ time: 'time', time_close: 'closed', duration: 'duration', ringing_time: 'ringing' }, 'time'),
      ...page(),
      ...answer,
    },
  },
  {
    name: 'get_activity',
    title: 'One thing that happened, with its content',
    tool: 'daktela_get_activity',
    takes: { name: recordId('Id of the activity'), ...answer },
  },
];

const calls: readonly ClassicName[] = [
  {
    name: 'list_calls',
    title: 'Calls',
    tool: 'daktela_list_calls',
    takes: {
      queue,
      user,
      contact,
      direction: callDirection,
      answered,
      ...dates,
      ...sortedBy(
        { call_time: 'time', duration: 'duration', waiting_time: 'waiting', ringing_time: 'ringing' },
        'call_time',
      ),
      ...page(),
      ...answer,
    },
  },
  {
    name: 'get_call',
    title: 'A call',
    tool: 'daktela_get_call',
    takes: { name: recordId('Id of the call'), ...answer },
  },
  {
    name: 'get_call_transcript',
    title: 'What was said in a call',
    tool: 'daktela_get_call_transcript',
    takes: { activity: recordId('Id of the activity, or of its call'), max_tokens },
    always: { take: 1000 },
  },
  {
    name: 'list_call_transcripts',
    title: 'What was said in answered calls',
    tool: 'daktela_list_calls',
    takes: { ...dates, user, queue, ...page(20, 50), ...answer },
    always: { transcripts: true },
  },
];

const emails: readonly ClassicName[] = [
  {
    name: 'list_emails',
    title: 'Mails with their text',
    tool: 'daktela_list_emails',
    takes: { queue, user, contact, direction, ...dates, ...timeSort, ...page(), ...answer },
  },
  {
    name: 'get_email',
    title: 'A mail',
    tool: 'daktela_get_email',
    takes: { name: recordId('Id of the mail'), ...answer },
  },
];

/** Each channel has two names. */
const channels = {
  web: ['list_web_chats', 'get_web_chat', 'web chat'],
  sms: ['list_sms_chats', 'get_sms', 'SMS chat'],
  messenger: ['list_messenger_chats', 'get_messenger_chat', 'Messenger chat'],
  instagram: ['list_instagram_chats', 'get_instagram_chat', 'Instagram chat'],
  whatsapp: ['list_whatsapp_chats', 'get_whatsapp_chat', 'WhatsApp chat'],
  viber: ['list_viber_chats', 'get_viber_chat', 'Viber chat'],
} as const;

const chats: readonly ClassicName[] = Object.entries(channels).flatMap(([channel, [list, get, chat]]) => [
  {
    name: list,
    title: `${chat.charAt(0).toUpperCase()}${chat.slice(1)}s`,
    tool: 'daktela_list_chats',
    // Whoever writes on the web begins: there is no other direction.
    takes: {
      queue,
      user,
      contact,
      ...(channel === 'web' ? {} : { direction }),
      ...dates,
      ...timeSort,
      ...page(),
      ...answer,
    },
    always: { channel },
  },
  {
    name: get,
    title: `A ${chat} with its messages`.replace(/^A (?=SMS|Instagram)/, 'An '),
    tool: 'daktela_get_chat',
    takes: { name: recordId('Id of the chat'), ...answer },
    always: { channel },
  },
]);

const crm: readonly ClassicName[] = [
  {
    name: 'list_contacts',
    title: 'Contacts',
    tool: 'daktela_list_crm',
    takes: { search, account, ...page(), ...answer },
    always: { kind: 'contacts' },
  },
  {
    name: 'get_contact',
    title: 'A contact',
    tool: 'daktela_get_crm',
    takes: { name: recordId('Id of the contact'), ...answer },
    always: { kind: 'contact' },
  },
  {
    name: 'list_accounts',
    title: 'Companies',
    tool: 'daktela_list_crm',
    takes: { user, search, ...dates, ...sortedBy(editedSort, 'edited'), ...page(), ...answer },
    always: { kind: 'accounts' },
  },
  {
    name: 'get_account',
    title: 'A company',
    tool: 'daktela_get_crm',
    takes: { name: recordId('Id of the company'), ...answer },
    always: { kind: 'account' },
  },
  {
    name: 'list_crm_records',
    title: 'CRM records',
    tool: 'daktela_list_crm',
    takes: {
      user,
      contact,
      account,
      stage: crmStage,
      ...dates,
      ...sortedBy({ ...editedSort, stage: 'stage' }, 'edited'),
      ...page(),
      ...answer,
    },
    always: { kind: 'crm_records' },
  },
];

const campaigns: readonly ClassicName[] = [
  {
    name: 'list_campaign_records',
    title: 'Records of campaigns',
    tool: 'daktela_list_campaign_records',
    takes: {
      user,
      contact,
      ...dates,
      ...sortedBy({ edited: 'edited', created: 'created', nextcall: 'next_call' }),
      ...page(),
      ...answer,
    },
  },
];

const reference: readonly ClassicName[] = (
  [
    ['list_ticket_categories', 'ticket_categories', 'Categories of tickets'],
    ['list_campaign_types', 'campaign_types', 'Types of campaigns'],
    ['list_queues', 'queues', 'Queues'],
    ['list_users', 'agents', 'Agents'],
    ['list_groups', 'groups', 'Groups'],
    ['list_pauses', 'pauses', 'Kinds of pauses'],
    ['list_statuses', 'statuses', 'Statuses'],
    ['list_templates', 'templates', 'Templates'],
  ] as const
).map(([name, kind, title]) => ({
  name,
  title,
  tool: 'daktela_list_reference',
  takes: { ...(kind === 'agents' && { search }), ...page(kind === 'queues' ? 1000 : 200, 1000), max_tokens },
  always: { kind },
}));

const realtime: readonly ClassicName[] = [
  {
    name: 'list_realtime_sessions',
    title: 'What agents do now',
    tool: 'daktela_list_agents_now',
    takes: { ...page(200), ...answer },
  },
];

export const classicTable: readonly ClassicName[] = [
  ...tickets,
  ...activities,
  ...calls,
  ...emails,
  ...chats,
  ...crm,
  ...campaigns,
  ...reference,
  ...realtime,
];
