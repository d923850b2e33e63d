import { z } from 'zod';
import type { OperationOptions } from '../operation-options.ts';
import { CallTranscript, ContactCall } from './calls.ts';
import { Chat, ChatMessage } from './chats.ts';
import { Email } from './emails.ts';
import {
  CustomFields,
  type ListRequest,
  type OneRecord,
  type RecordCount,
  type RecordPage,
  Ref,
  type TimeRange,
} from './listing.ts';

/** How people got in touch, or what an agent added. */
export const activityKinds = [
  'call',
  'email',
  'web_chat',
  'sms',
  'messenger',
  'instagram',
  'whatsapp',
  'viber',
  'facebook_comment',
  'instagram_comment',
  'comment',
  'custom',
] as const;
export const ActivityKind = z.enum(activityKinds);
export type ActivityKind = z.infer<typeof ActivityKind>;

export const activityStates = ['wait', 'open', 'postpone', 'close'] as const;
export const ActivityState = z.enum(activityStates);
export type ActivityState = z.infer<typeof ActivityState>;

/** Something that happened in a ticket or beside one. Times are UTC. */
export const Activity = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string().optional(),
  state: z.string().optional(),
  ticket: Ref.optional(),
  ticket_url: z.string().optional(),
  queue: Ref.optional(),
  agent: Ref.optional(),
  contact: Ref.optional(),
  important: z.boolean().optional(),
  at: z.string().optional(),
  opened_at: z.string().optional(),
  closed_at: z.string().optional(),
  duration_s: z.int().optional(),
  ringing_s: z.int().optional(),
  statuses: z.array(Ref),
  text: z.string().optional().describe('What an agent wrote: the words of a comment'),
  /** The record of its kind, where it was asked for and the caller may read it. */
  call: ContactCall.optional(),
  transcript: CallTranscript.optional(),
  email: Email.optional(),
  chat: Chat.optional(),
  messages: z.array(ChatMessage).optional(),
  attachments: z.array(z.string()).optional().describe('Names of files'),
  custom_fields: CustomFields,
});
export type Activity = z.infer<typeof Activity>;

export const activitySorts = ['time', 'closed', 'duration', 'ringing'] as const;

export interface ActivityFilter {
  kind?: readonly ActivityKind[] | undefined;
  state?: readonly ActivityState[] | undefined;
  queue?: readonly string[] | undefined;
  agent?: readonly string[] | undefined;
  contact?: string | undefined;
  ticket?: string | undefined;
  range?: TimeRange | undefined;
}

export interface Activities {
  list(
    filter: ActivityFilter,
    page: ListRequest<(typeof activitySorts)[number]>,
    options?: OperationOptions,
  ): Promise<RecordPage<Activity>>;
  count(filter: ActivityFilter, options?: OperationOptions): Promise<RecordCount>;
  /** With the content of its kind. */
  read(request: { id: string; quotes?: boolean | undefined }, options?: OperationOptions): Promise<OneRecord<Activity>>;
}
