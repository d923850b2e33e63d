import { isTelephonyError, type OperationOptions } from '@voxolib/telephony';
import type { ChatChannel, ChatMessage } from '@voxolib/telephony/contact-centre';
import { readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import type { Context } from '../context.ts';
import type { Reading } from '../reading.ts';
import { chatEndpoints, toMessages } from '../records/chat.ts';
import { toDirection } from '../records/fields.ts';

const MOST_MESSAGES = 1000;

/** What was written in a chat; undefined, with a warning, where the instance does not give it. */
export async function readMessages(
  { client, reading }: Context,
  channel: ChatChannel,
  id: string,
  options: OperationOptions,
  warnings: string[],
): Promise<ChatMessage[] | undefined> {
  try {
    const page = await client.related(chatEndpoints[channel], id, 'messages', { take: MOST_MESSAGES }, options);
    const messages = toMessages(page.rows, reading(page));
    if (page.more) warnings.push(`A chat has more than ${MOST_MESSAGES} messages; only the first are given.`);
    return messages;
  } catch (error) {
    if (!isTelephonyError(error) || error.code === 'UNAUTHENTICATED') throw error;
    warnings.push(
      error.code === 'NOT_FOUND'
        ? `This Daktela does not give the messages of ${channel} chats, so only their facts are here.`
        : `The messages of a ${channel} chat could not be read: ${error.message}`,
    );
    return undefined;
  }
}

/** An SMS is a message itself. */
export function ownMessage(row: WireRow, { time }: Reading): ChatMessage[] | undefined {
  const text = readText(row.text);
  if (text === undefined) return undefined;
  const direction = toDirection(row.direction);
  const speaker = direction === 'inbound' ? 'customer' : direction === 'outbound' ? 'agent' : 'unknown';
  const at = time(row.time);
  return [{ ...(at !== undefined && { at }), speaker, text }];
}
