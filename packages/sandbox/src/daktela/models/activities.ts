import {
  any,
  choice,
  defineModel,
  flag,
  item,
  lists,
  number,
  ref,
  refs,
  text,
  time,
  type View,
} from '../model/model.ts';
import { attachmentsOf, writtenAttachments } from '../texts/attachments.ts';
import { mailSubject } from '../texts/mail.ts';
import { chosen, phrases } from '../texts/phrases.ts';
import { talkOf } from '../texts/talk.ts';
import { callIdOf, endOf, type Interaction, idOf } from '../world/interaction.ts';
import { statusName } from '../world/statuses.ts';
import { activitiesOf } from '../world/ticket-state.ts';
import { CHANNEL_MODELS } from './channels.ts';
import { byId, interactionsOf, seen } from './interactions.ts';
import { activityName, contactName, userName } from './names.ts';
import { ticketNamed } from './ticket-named.ts';

const ACTIONS = ['CLOSE', 'CLOSE', 'CLOSE', 'CLOSE', 'WAIT', 'POSTPONE', 'OPEN'];

export const activities = defineModel<Interaction>({
  endpoint: 'activities',
  key: 'name',
  time: 'time',
  search: ['name', 'title', 'description'],
  rows: (view, span) => interactionsOf(view, span),
  find: (view, name) => byId(view, 'activities_', name),
  near: {
    name: (view, value) => [byId(view, 'activities_', value)].filter((one) => one !== undefined),
    ticket: (view, value) => ofTicket(view, value),
  },
  relations: {
    attachments: { model: 'attachments', rows: (activity: Interaction) => attachmentsOf(activity) },
  },
  fields: {
    name: text(activityName),
    ticket: ref('tickets', ({ ticket }) => ticket || null),
    title: text(titleOf),
    important: flag(({ salt }) => salt % 13 === 0),
    action: choice(({ salt, ticket }) => (ticket === 0 ? 'CLOSE' : (ACTIONS[salt % ACTIONS.length] ?? ''))),
    type: choice(({ channel }) => channel),
    item: item(itemOf),
    queue: ref('queues', ({ queue }) => queue || null),
    user: ref('users', ({ agent }, view) => userName(view, agent)),
    contact: ref('contacts', ({ contact }, view) => contactName(view, contact)),
    survey: any(() => null),
    record: any(() => null),
    created_by: ref('users', ({ direction, agent }, view) => (direction === 'in' ? 'robot' : userName(view, agent))),
    priority: number(() => 0),
    description: text((activity, view) => descriptionOf(activity, view)),
    time: time(({ at }) => at),
    time_wait: time(({ at }) => at),
    time_open: time(({ at, wait, ringing, answered }) => (answered ? at + (wait + ringing) * 1_000 : null)),
    time_close: time((activity) => endOf(activity)),
    baw: number(() => 0),
    aaw: number(({ salt }) => salt % 40),
    duration: number(({ duration }) => duration),
    focus_time: number(({ duration }) => Math.floor(duration * 0.8)),
    focus_disruptions: number(({ salt }) => salt % 4),
    ringing_time: number(({ ringing }) => ringing),
    statuses: refs('statuses', ({ salt }) => (salt % 8 === 0 ? [statusName(4 + (salt % 5))] : [])),
    options: any(() => []),
    customFields: lists(() => ({})),
    attachments: any((activity, { clock }) => writtenAttachments(activity, clock)),
  },
});

function ofTicket(view: View, value: string): readonly Interaction[] {
  const ticket = ticketNamed(view, value);
  return ticket === undefined ? [] : activitiesOf(ticket, view.now).filter((one) => seen(view, one));
}

function titleOf(activity: Interaction, view: View): string | null {
  const { channel, contact, salt } = activity;
  if (channel === 'EMAIL') return mailSubject(activity, view.world);
  if (channel === 'COMMENT') return null;
  const person = view.world.contact(contact);
  if (person !== undefined) return `${person.lastname} ${person.firstname}`;
  return salt % 2 === 0 ? null : 'Neznámý';
}

/** The text of a comment lives here, and so does the task of a custom activity. */
function descriptionOf(activity: Interaction, view: View): string | null {
  const { channel, salt } = activity;
  const { language, topic } = talkOf(activity, view.world);
  if (channel === 'COMMENT') return chosen(phrases[view.instance.language].comments, salt) ?? null;
  if (channel === 'CUSTOM') return chosen(phrases[view.instance.language].subjects[topic], salt) ?? null;
  if (channel === 'FBCOMMENT' || channel === 'IGCOMMENT')
    return chosen(phrases[language].requests[topic], salt) ?? null;
  return null;
}

function itemOf(activity: Interaction): { model: string; name: string; id: number } | null {
  const { channel, salt } = activity;
  const channelModel = CHANNEL_MODELS[channel];
  if (channelModel === undefined) return null;
  const name = channel === 'CALL' ? callIdOf(activity) : `${channelModel.prefix}${idOf(activity)}`;
  return { model: channelModel.endpoint, name, id: salt % 1_000_000 };
}
