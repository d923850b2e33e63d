import {
  type AnyModel,
  any,
  bareRef,
  choice,
  defineModel,
  type Field,
  flag,
  number,
  ref,
  refs,
  text,
  time,
  type View,
} from '../model/model.ts';
import { type Attachment, attachmentsOf } from '../texts/attachments.ts';
import { type Message, messagesOf } from '../texts/chat.ts';
import { CHAT_CHANNELS, type ChatChannel, type Interaction, idOf } from '../world/interaction.ts';
import { CHANNEL_MODELS } from './channels.ts';
import { byId, interactionsOf } from './interactions.ts';
import { activityName, contactName, userName } from './names.ts';

const ENDINGS = ['CLIENT', 'USER', 'CLIENT', 'TIMEOUT', ''];
const LOST_ENDINGS = ['CLIENT', 'TIMEOUT', 'NOT_AVAIL', 'OUT_OF_TIME', 'DECISION_TREE'];
const INSTAGRAM_TYPES = ['DM', 'DM', 'STORY_REPLY', 'STORY_MENTION'];

type ChatFields = Record<string, Field<Interaction>>;

function chatModel(channel: ChatChannel, endpoint: string): AnyModel {
  const { prefix } = CHANNEL_MODELS[channel];
  const found = (view: View, name: string) => byId(view, prefix, name);
  return defineModel<Interaction>({
    endpoint,
    key: 'name',
    time: 'time',
    search: channel === 'SMS' ? ['name', 'sender'] : ['name', 'title'],
    *rows(view, span) {
      for (const one of interactionsOf(view, span)) if (one.channel === channel) yield one;
    },
    find: found,
    near: { name: (view, value) => [found(view, value)].filter((chat) => chat !== undefined) },
    heavy: ['activities'],
    relations: {
      messages: { model: 'messages', rows: (chat: Interaction, { world }) => messagesOf(chat, world) },
      activities: { model: 'activities', rows: (chat: Interaction) => [chat] },
      attachments: { model: 'attachments', rows: (chat: Interaction): Attachment[] => attachmentsOf(chat) },
    },
    fields: { name: text((chat) => `${prefix}${idOf(chat)}`), ...common, ...ownFields(channel) },
  });
}

const common: ChatFields = {
  state: choice(() => ''),
  connector: any(({ queue }) => ({ name: `connector_${queue}`, title: `Connector ${queue}` })),
  user: ref('users', ({ agent }, view) => userName(view, agent)),
  queue: ref('queues', ({ queue }) => queue || null),
  contact: ref('contacts', ({ contact }, view) => contactName(view, contact)),
  answered: flag(({ answered }) => answered),
  options: any(() => []),
  duration: number(({ duration }) => duration),
  wait_time: number(({ wait }) => wait),
  time: time(({ at }) => at),
  disconnection: choice(({ answered, salt }) => {
    const endings = answered ? ENDINGS : LOST_ENDINGS;
    return endings[salt % endings.length] ?? '';
  }),
  missed: choice(({ answered, direction }) => (direction === 'out' ? '' : answered ? 'NO' : 'YES')),
  missed_time: time(({ answered, direction, at, wait }) =>
    answered || direction === 'out' ? null : at + wait * 1_000,
  ),
  activities: refs('activities', (chat) => [activityName(chat)]),
};

/** On the web nobody has a direction or a sender; a text message has no title. Directions are upper case here. */
function ownFields(channel: ChatChannel): ChatFields {
  const title: ChatFields = { title: text(titleOf) };
  if (channel === 'CHAT') {
    return {
      ...title,
      email: text(({ contact, salt }, { world }) =>
        salt % 3 === 0 ? null : (world.contact(contact)?.emails[0] ?? `visitor.${salt % 1_000}@customer.example`),
      ),
      phone: text(({ contact, salt }, { world }) =>
        salt % 2 === 0 ? null : (world.contact(contact)?.phones[0] ?? null),
      ),
      context: any(() => []),
    };
  }
  const sender: ChatFields = {
    sender: text(({ contact, salt }, { world }) =>
      channel === 'FBM' || channel === 'IGDM'
        ? `id_${salt}`
        : (world.contact(contact)?.phones[0]?.slice(1) ?? `420602${String(salt % 1_000_000).padStart(6, '0')}`),
    ),
    direction: choice(({ direction }) => direction.toUpperCase()),
  };
  if (channel === 'SMS') return sender;
  const external: ChatFields = { external_contact: any(({ salt }) => ({ name: `external_${salt}`, title: null })) };
  if (channel !== 'IGDM') return { ...title, ...sender, ...external };
  return {
    ...title,
    ...sender,
    ...external,
    type: choice(({ salt }) => INSTAGRAM_TYPES[salt % INSTAGRAM_TYPES.length] ?? ''),
  };
}

function titleOf({ contact, salt }: Interaction, { world }: View): string {
  const person = world.contact(contact);
  return person === undefined ? `Návštěvník ${salt % 100}` : `${person.firstname} ${person.lastname}`;
}

/** The endpoint of each channel of chats, and the older name of one of them. */
export const chats: readonly AnyModel[] = [
  ...CHAT_CHANNELS.map((channel) => chatModel(channel, CHANNEL_MODELS[channel].endpoint)),
  chatModel('CHAT', 'activitiesChat'),
];

/** What was written, found below the chat. */
export const messages = defineModel<Message>({
  endpoint: 'messages',
  key: 'name',
  below: true,
  time: 'time_created',
  rows: () => [],
  find: () => undefined,
  fields: {
    name: text(({ name }) => name),
    interaction: bareRef('activities', ({ chat }) => activityName(chat)),
    user: ref('users', ({ chat, direction }, view) => (direction === 'OUT' ? userName(view, chat.agent) : null)),
    direction: choice(({ direction }) => direction),
    text: text((message) => message.text),
    result: text(() => null),
    time_created: time(({ at }) => at),
    original_text: text(() => null),
    type: choice(({ type }) => type),
    emoji: any(() => []),
    from: text(({ direction }) => direction.toLowerCase()),
    quick_replies: any(() => []),
  },
});
