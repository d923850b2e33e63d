import { z } from 'zod';
import type { OperationOptions } from '../operation-options.ts';
import type { Activity } from './activities.ts';
import {
  CustomFields,
  type ListRequest,
  type OneRecord,
  type RecordCount,
  type RecordPage,
  Ref,
  type TimeRange,
} from './listing.ts';

export const ticketStages = ['open', 'wait', 'close', 'archive'] as const;
export const TicketStage = z.enum(ticketStages);
export type TicketStage = z.infer<typeof TicketStage>;

export const ticketPriorities = ['low', 'medium', 'high'] as const;
export const TicketPriority = z.enum(ticketPriorities);
export type TicketPriority = z.infer<typeof TicketPriority>;

/** A ticket: what was asked, who has it, and by when it must be answered. Times are UTC. */
export const Ticket = z.object({
  id: z.string(),
  url: z.string().describe('Where a person opens it'),
  title: z.string(),
  stage: z.string(),
  priority: z.string(),
  category: Ref.optional(),
  agent: Ref.optional(),
  contact: Ref.optional(),
  email: z.string().optional(),
  parent: Ref.optional(),
  merged_into: Ref.optional(),
  statuses: z.array(Ref),
  description: z.string().optional(),
  created_at: z.string().optional(),
  created_by: Ref.optional(),
  edited_at: z.string().optional(),
  first_answer_at: z.string().optional(),
  first_answer_s: z.int().optional().describe('From creation to first answer'),
  sla_due_at: z.string().optional().describe('First answer until there is one, then closing'),
  sla_close_due_at: z.string().optional(),
  sla_overdue_s: z.int().optional(),
  last_activity_at: z.string().optional(),
  last_activity_by_agent_at: z.string().optional(),
  last_activity_by_client_at: z.string().optional(),
  reopened_at: z.string().optional(),
  closed_at: z.string().optional(),
  unread: z.boolean().optional(),
  has_attachment: z.boolean().optional(),
  activities: z.int().optional().describe('How many it has'),
  custom_fields: CustomFields,
});
export type Ticket = z.infer<typeof Ticket>;

export const ticketTimes = ['created', 'edited', 'last_activity', 'closed'] as const;

export const ticketSorts = [
  'edited',
  'created',
  'last_activity',
  'last_activity_by_agent',
  'last_activity_by_client',
  'sla_due',
  'sla_close_due',
  'priority',
  'stage',
  'title',
  'id',
  'first_answer',
  'closed',
] as const;

/** Names (agent, category, status, contact, account) are given as people write them, or as ids. */
export interface TicketFilter {
  category?: readonly string[] | undefined;
  stage?: readonly TicketStage[] | undefined;
  priority?: readonly TicketPriority[] | undefined;
  agent?: readonly string[] | undefined;
  contact?: string | undefined;
  /** All tickets of all contacts of this company. */
  account?: string | undefined;
  status?: readonly string[] | undefined;
  /** In the title or the description. */
  text?: string | undefined;
  unread?: boolean | undefined;
  sla_overdue?: boolean | undefined;
  /** Those that were merged into others are left out unless this is true. */
  merged?: boolean | undefined;
  /** Which time `range` is about; when it was created unless given. */
  time?: (typeof ticketTimes)[number] | undefined;
  range?: TimeRange | undefined;
  /** Custom fields, each with the text it must contain. */
  custom_fields?: { [field: string]: string } | undefined;
}

export const ticketParts = ['thread', 'mails', 'chats', 'transcripts', 'attachments'] as const;
export type TicketPart = (typeof ticketParts)[number];

export interface TicketRequest {
  /** As `100101`, `TK00100101` or the address of its page. */
  id: string;
  /** What is read besides; with `thread` alone, activities are without bodies of mails, chats and calls. */
  include?: readonly TicketPart[] | undefined;
  skip?: number | undefined;
  /** Most activities: 1 to 100. */
  take?: number | undefined;
  order?: 'asc' | 'desc' | undefined;
  /** Whether mails keep the history that they quote. */
  quotes?: boolean | undefined;
}

/** A part that could not be read is named in the warnings, and the rest is there. */
export interface TicketWithThread {
  ticket: Ticket;
  activities?: RecordPage<Activity> | undefined;
  as_of: string;
  warnings?: string[] | undefined;
}

export interface Tickets {
  list(
    filter: TicketFilter,
    page: ListRequest<(typeof ticketSorts)[number]>,
    options?: OperationOptions,
  ): Promise<RecordPage<Ticket>>;
  count(filter: TicketFilter, options?: OperationOptions): Promise<RecordCount>;
  /** In at most four requests for a ticket with 50 activities. */
  read(request: TicketRequest, options?: OperationOptions): Promise<TicketWithThread>;
  categories(page: ListRequest, options?: OperationOptions): Promise<RecordPage<TicketCategory>>;
}

export const TicketCategory = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  sla: Ref.optional(),
});
export type TicketCategory = z.infer<typeof TicketCategory>;
export type OneTicket = OneRecord<Ticket>;
