import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import type { OperationOptions } from '../operation-options.ts';
import { type ListRequest, type OneRecord, type RecordPage, Ref } from './listing.ts';

/** Small lists that change seldom. */
export const referenceKinds = [
  'queues',
  'agents',
  'groups',
  'pauses',
  'statuses',
  'templates',
  'ticket_categories',
  'campaign_types',
  'crm_record_types',
] as const;
export const ReferenceKind = z.enum(referenceKinds);
export type ReferenceKind = z.infer<typeof ReferenceKind>;

/** An entry of such a list. Which of the fields there are depends on the list. */
export const ReferenceEntry = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  type: z.string().optional(),
  direction: z.string().optional(),
  active: z.boolean().optional(),
  role: Ref.optional(),
  email: z.string().optional(),
  extension: z.string().optional(),
  presence: z.string().optional(),
  paid: z.boolean().optional(),
  max_duration_s: z.int().optional(),
  color: z.string().optional(),
  used_for: z.string().optional(),
  subject: z.string().optional(),
  text: z.string().optional().describe('The words of a template, when it is read alone'),
  queue: Ref.optional(),
  sla: Ref.optional(),
});
export type ReferenceEntry = z.infer<typeof ReferenceEntry>;

export interface ReferenceFilter {
  /** In the title or the id, without case and accents. */
  text?: string | undefined;
  /** Type of queue, kind of use of a template. */
  type?: string | undefined;
  active?: boolean | undefined;
}

export interface Reference {
  list(
    kind: ReferenceKind,
    filter: ReferenceFilter,
    page: ListRequest,
    options?: OperationOptions,
  ): Promise<RecordPage<ReferenceEntry>>;
  read(kind: ReferenceKind, request: { id: string }, options?: OperationOptions): Promise<OneRecord<ReferenceEntry>>;
}

/** What an agent does now. */
export const AgentSession = z.object({
  agent: Ref,
  state: z.string(),
  pause: Ref.optional(),
  paused_since: z.string().optional(),
  extension: z.string().optional(),
  extension_status: z.string().optional(),
  logged_in_at: z.string().optional(),
  last_call_at: z.string().optional(),
  last_queue: Ref.optional(),
  call: z.string().optional(),
  since: z.string().optional(),
  in_state_s: z.int().optional(),
});
export type AgentSession = z.infer<typeof AgentSession>;

/** All agents who are logged in, and how many there are in each state. Never kept. */
export const AgentSessions = z.object({
  sessions: z.array(AgentSession),
  by_state: z.record(z.string(), z.int()),
  total: z.int(),
  as_of: AsOf,
  warnings: Warnings,
});
export type AgentSessions = z.infer<typeof AgentSessions>;

export interface Realtime {
  sessions(
    filter: { agent?: readonly string[] | undefined; state?: readonly string[] | undefined },
    options?: OperationOptions,
  ): Promise<AgentSessions>;
}

/** An article of the knowledge base; `text` when it is read alone. */
export const Article = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  description: z.string().optional(),
  folder: Ref.optional(),
  tags: z.array(Ref),
  published: z.boolean().optional(),
  created_at: z.string().optional(),
  edited_at: z.string().optional(),
  text: z.string().optional().describe('Markdown'),
});
export type Article = z.infer<typeof Article>;

export const ArticleFolder = z.object({ id: z.string(), title: z.string(), parent: Ref.optional() });
export type ArticleFolder = z.infer<typeof ArticleFolder>;

export interface ArticleFilter {
  /** By the vendor's own search: title, description, content, tags. */
  text?: string | undefined;
  folder?: string | undefined;
  tag?: string | undefined;
  published?: boolean | undefined;
}

export interface KnowledgeBase {
  articles(filter: ArticleFilter, page: ListRequest, options?: OperationOptions): Promise<RecordPage<Article>>;
  article(request: { id: string }, options?: OperationOptions): Promise<OneRecord<Article>>;
  folders(page: ListRequest, options?: OperationOptions): Promise<RecordPage<ArticleFolder>>;
}
