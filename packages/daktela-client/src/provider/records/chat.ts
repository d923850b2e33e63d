import type { Chat, ChatChannel, ChatMessage } from '@voxolib/telephony/contact-centre';
import type { Endpoint } from '../../endpoints/endpoints.ts';
import { readRef } from '../../readers/ref.ts';
import { readFlag, readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import { present } from '../present.ts';
import type { Reading } from '../reading.ts';
import { toActivityOf, toDirection, toRef, toSeconds, toWord } from './fields.ts';

export const chatEndpoints = {
  web: 'activitiesWeb',
  sms: 'activitiesSms',
  messenger: 'activitiesFbm',
  instagram: 'activitiesIgdm',
  whatsapp: 'activitiesWap',
  viber: 'activitiesVbr',
} as const satisfies Readonly<Record<ChatChannel, Endpoint>>;

/** Daktela's chat in our words. */
export function toChat(row: WireRow, channel: ChatChannel, { url, time }: Reading): Chat {
  return present({
    id: readText(row.name) ?? '',
    channel,
    at: time(row.time),
    title: readText(row.title),
    sender: readText(row.sender),
    email: readText(row.email),
    phone: readText(row.phone),
    direction: toDirection(row.direction),
    state: toWord(row.state),
    type: toWord(row.type),
    answered: readFlag(row.answered),
    missed: readFlag(row.missed),
    missed_at: time(row.missed_time),
    queue: toRef(row.queue),
    agent: toRef(row.user),
    contact: toRef(row.contact),
    ...toActivityOf(row.activities, url),
    waiting_s: toSeconds(row.wait_time),
    duration_s: toSeconds(row.duration),
    ended_by: toWord(row.disconnection),
  });
}

const speakers: Readonly<Record<string, ChatMessage['speaker']>> = { in: 'customer', out: 'agent', bot: 'bot' };

function toMessage(row: WireRow, { time }: Reading): ChatMessage {
  const user = readRef(row.user);
  const from = readText(row.from);
  return present({
    at: time(row.time_created),
    speaker: speakers[toWord(row.direction) ?? ''] ?? 'unknown',
    name: user?.title ?? user?.id ?? (from !== undefined && isDirection(from) ? undefined : from),
    private: toWord(row.type) === 'private' ? true : undefined,
    text: readText(row.text) ?? '',
  });
}

const isDirection = (text: string) => Object.hasOwn(speakers, text.toLowerCase());

/** Messages in the order in which they were written. */
export function toMessages(rows: readonly WireRow[], reading: Reading): ChatMessage[] {
  const messages = rows.map((row) => toMessage(row, reading));
  return messages.sort((one, other) => {
    if (one.at === undefined || other.at === undefined || one.at === other.at) return 0;
    return one.at < other.at ? -1 : 1;
  });
}
