import { type Interaction, idOf } from '../world/interaction.ts';
import type { World } from '../world/world.ts';
import { DAKTELA_INJECTIONS } from './injections.ts';
import { chosen, phrases } from './phrases.ts';
import { talkOf } from './talk.ts';

/** One message of a chat. */
export interface Message {
  name: string;
  chat: Interaction;
  direction: 'IN' | 'OUT' | 'BOT' | '';
  text: string;
  type: 'PUBLIC' | 'PRIVATE' | 'COMMAND';
  /** Epoch milliseconds. */
  at: number;
}

type Turn = readonly [direction: Message['direction'], text: string, type?: Message['type']];

/** What was written, in order. A text message is one, and a chat that nobody took is what the customer wrote. */
export function messagesOf(chat: Interaction, world: World): readonly Message[] {
  const { language, topic } = talkOf(chat, world);
  const said = phrases[language];
  const { salt, channel, answered, direction } = chat;
  const request: Turn = ['IN', chosen(said.requests[topic], salt) ?? ''];
  const answer: Turn = ['OUT', chosen(said.answers[topic], salt >>> 3) ?? ''];
  if (channel === 'SMS') return dated(chat, [direction === 'out' ? answer : request]);
  const bot: readonly Turn[] = channel === 'CHAT' ? [['BOT', said.welcome]] : [];
  const injected: readonly Turn[] = chat.special === 'injection' ? [['IN', DAKTELA_INJECTIONS.chat]] : [];
  if (!answered) return dated(chat, [...bot, request, ...injected]);
  const small = Array.from(
    { length: salt % 7 },
    (_, place): Turn => [place % 2 === 0 ? 'OUT' : 'IN', chosen(said.small, salt + place) ?? ''],
  );
  const whispered: readonly Turn[] = salt % 6 === 0 ? [['OUT', chosen(said.comments, salt) ?? '', 'PRIVATE']] : [];
  const opening: readonly Turn[] = direction === 'out' ? [answer, request] : [request, answer];
  return dated(chat, [...bot, ...opening, ...injected, ...small, ...whispered, ['OUT', said.goodbye]]);
}

function dated(chat: Interaction, turns: readonly Turn[]): Message[] {
  const each = ((chat.wait + chat.duration) * 1_000) / turns.length;
  return turns.map(([direction, text, type = 'PUBLIC'], place) => ({
    name: `message_${idOf(chat)}_${place}`,
    chat,
    direction,
    text,
    type,
    at: chat.at + Math.floor((each * place) / 1_000) * 1_000,
  }));
}
