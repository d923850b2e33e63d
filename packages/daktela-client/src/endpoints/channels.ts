import { each, type Fields, type Model, newest, ref, refs } from './model.ts';

const attachment: Fields = each('value', 'name file title type size inline cid time');
const mailbox = { list: each('value', 'address display is_group') };

export const activitiesCall = {
  key: 'id_call',
  fields: {
    ...each(
      'value',
      'id_call call_time direction answered clid prefix_clid_name did waiting_time ringing_time hold_time duration disposition_cause disconnection_cause pressed_key missed_call missed_call_time attempts',
    ),
    id_queue: ref('queues'),
    id_agent: ref('users'),
    contact: ref('contacts'),
    missed_callback: ref('activitiesCall'),
    cdr: { parts: each('value', 'name direction src dst time_created time_closed') },
    activities: refs('activities'),
  },
  projection:
    'id_call call_time direction answered id_queue id_agent contact clid prefix_clid_name did waiting_time ringing_time hold_time duration disposition_cause disconnection_cause pressed_key missed_call missed_call_time missed_callback attempts'.split(
      ' ',
    ),
  sortable: ['call_time', 'duration', 'waiting_time', 'ringing_time'],
  defaultSort: newest('call_time'),
  relations: { transcripts: each('value', 'name start end text type confidence') },
} as const satisfies Model;

export const activitiesCallTranscripts = {
  key: 'name',
  fields: { ...each('value', 'name start end text type'), activity: ref('activities') },
  projection: ['name', 'activity', 'start', 'end', 'text', 'type'],
  sortable: ['start', 'end'],
  defaultSort: [{ field: 'start', dir: 'asc' }],
} as const satisfies Model;

const channelSort = { sortable: ['time', 'duration', 'wait_time'], defaultSort: newest('time') };

export const activitiesEmail = {
  key: 'name',
  fields: {
    ...each('value', 'name title address direction wait_time duration answered text time state'),
    queue: ref('queues'),
    user: ref('users'),
    contact: ref('contacts'),
    activities: refs('activities'),
    options: {
      parts: {
        headers: {
          parts: {
            ...each(mailbox, 'from to reply-to cc'),
            ...each('value', 'date message-id references in-reply-to subject return-path auto-submitted'),
          },
        },
      },
    },
    ...each({ list: attachment }, 'attachments files'),
  },
  projection: 'name queue user contact title address direction wait_time duration answered time state'.split(' '),
  ...channelSort,
  relations: { attachments: attachment },
} as const satisfies Model;

const message: Fields = {
  ...each('value', 'name direction text result time_created original_text type from'),
  user: ref('users'),
};

const chatFields = {
  ...each('value', 'name title state answered duration wait_time time disconnection missed missed_time'),
  connector: ref('connectors'),
  user: ref('users'),
  queue: ref('queues'),
  contact: ref('contacts'),
  activities: refs('activities'),
};

/** The chat of one channel: what all have in common, and these fields of its own. */
function chat<const Own extends Fields>(own: Own) {
  const projection =
    'name title state user queue contact answered duration wait_time time disconnection missed missed_time'.split(' ');
  return {
    key: 'name',
    fields: { ...chatFields, ...own },
    projection: [...projection, ...Object.keys(own)],
    ...channelSort,
    relations: { messages: message, attachments: attachment },
  } as const satisfies Model;
}

const { title: _noTitle, ...smsFields } = chatFields;

export const activitiesWeb = chat(each('value', 'email phone'));
export const activitiesSms = {
  ...chat(each('value', 'sender direction')),
  fields: { ...smsFields, ...each('value', 'sender direction text') },
  projection:
    'name state user queue contact answered duration wait_time time disconnection missed missed_time sender direction'.split(
      ' ',
    ),
} as const satisfies Model;
const external = { ...each('value', 'sender direction'), external_contact: ref('externalContacts') };
export const activitiesFbm = chat(external);
export const activitiesWap = chat(external);
export const activitiesVbr = chat(external);
export const activitiesIgdm = chat({ ...external, type: 'value' });

export const activities = {
  key: 'name',
  fields: {
    ...each(
      'value',
      'name title important action type priority description time time_wait time_open time_close baw aaw duration focus_time focus_disruptions ringing_time',
    ),
    ticket: ref('tickets'),
    queue: ref('queues'),
    ...each(ref('users'), 'user created_by'),
    contact: ref('contacts'),
    survey: ref('surveys'),
    record: ref('campaignsRecords'),
    statuses: refs('statuses'),
    customFields: 'custom',
    attachments: { list: attachment },
    item: {
      parts: {
        ...activitiesCall.fields,
        ...activitiesEmail.fields,
        ...chatFields,
        ...activitiesWeb.fields,
        ...activitiesIgdm.fields,
      },
    },
  },
  projection:
    'name ticket title important action type queue user contact priority description time time_wait time_open time_close duration ringing_time statuses'.split(
      ' ',
    ),
  sortable: ['time', 'time_close', 'duration', 'ringing_time'],
  defaultSort: newest('time'),
  relations: { attachments: attachment },
  nested: { ...each('value', 'type time'), ticket: ref('tickets') },
} as const satisfies Model;
