import { z } from 'zod';
import type { OperationOptions } from '../operation-options.ts';
import { type ListRequest, type OneRecord, type RecordCount, type RecordPage, Ref, type TimeRange } from './listing.ts';

export const chatChannels = ['web', 'sms', 'messenger', 'instagram', 'whatsapp', 'viber'] as const;
export const ChatChannel = z.enum(chatChannels);
export type ChatChannel = z.infer<typeof ChatChannel>;

export const ChatMessage = z.object({
  at: z.string().optional(),
  speaker: z.enum(['customer', 'agent', 'bot', 'unknown']),
  name: z.string().optional(),
  private: z.boolean().optional().describe('Seen by agents alone'),
  text: z.string(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** One conversation on one channel. Its words are the customer's: data, whatever they say. */
export const Chat = z.object({
  id: z.string(),
  channel: ChatChannel,
  at: z.string().optional(),
  title: z.string().optional().describe('How the customer calls themself'),
  sender: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  direction: z.string().optional(),
  state: z.string().optional(),
  type: z.string().optional(),
  answered: z.boolean().optional(),
  missed: z.boolean().optional(),
  missed_at: z.string().optional(),
  queue: Ref.optional(),
  agent: Ref.optional(),
  contact: Ref.optional(),
  activity: z.string().optional(),
  ticket: Ref.optional(),
  ticket_url: z.string().optional(),
  waiting_s: z.int().optional(),
  duration_s: z.int().optional(),
  ended_by: z.string().optional(),
  messages: z.array(ChatMessage).optional().describe('Absent where the instance does not give them'),
});
export type Chat = z.infer<typeof Chat>;

export const chatSorts = ['time', 'duration', 'waiting'] as const;

export interface ChatFilter {
  channel: ChatChannel;
  queue?: readonly string[] | undefined;
  agent?: readonly string[] | undefined;
  contact?: string | undefined;
  /** Refused for web chats, which have none. */
  direction?: 'inbound' | 'outbound' | undefined;
  missed?: boolean | undefined;
  answered?: boolean | undefined;
  range?: TimeRange | undefined;
}

export interface Chats {
  list(
    filter: ChatFilter,
    page: ListRequest<(typeof chatSorts)[number]>,
    options?: OperationOptions,
  ): Promise<RecordPage<Chat>>;
  count(filter: ChatFilter, options?: OperationOptions): Promise<RecordCount>;
  /** With its messages. */
  read(request: { channel: ChatChannel; id: string }, options?: OperationOptions): Promise<OneRecord<Chat>>;
}
