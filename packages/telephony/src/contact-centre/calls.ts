import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import type { OperationOptions } from '../operation-options.ts';
import { type ListRequest, type OneRecord, type RecordCount, type RecordPage, Ref, type TimeRange } from './listing.ts';

export const callDirections = ['inbound', 'outbound', 'internal'] as const;
export type ContactCallDirection = (typeof callDirections)[number];

/** One call of a contact centre. Times are UTC, numbers as the vendor wrote them. */
export const ContactCall = z.object({
  id: z.string(),
  at: z.string().optional(),
  direction: z.string(),
  answered: z.boolean(),
  status: z.string().describe('As call_stats counts it'),
  number: z.string().optional().describe('The other party; absent when withheld'),
  number_name: z.string().optional(),
  did: z.string().optional().describe('The number that was called, of an inbound call'),
  queue: Ref.optional(),
  agent: Ref.optional(),
  contact: Ref.optional(),
  activity: z.string().optional().describe('Its activity, by id'),
  ticket: Ref.optional(),
  ticket_url: z.string().optional(),
  duration_s: z.int().optional(),
  waiting_s: z.int().optional(),
  ringing_s: z.int().optional(),
  hold_s: z.int().optional(),
  ended_by: z.string().optional(),
  left_queue: z.string().optional().describe('Why the queue let it go'),
  pressed_key: z.string().optional(),
  attempts: z.int().optional(),
  missed: z.enum(['open', 'called_back']).optional().describe('Absent when it was not missed'),
  called_back_at: z.string().optional(),
});
export type ContactCall = z.infer<typeof ContactCall>;

export const transcriptSpeakers = ['customer', 'agent', 'unknown'] as const;

/** What was said, in order, as a machine heard it: data, whatever it says. */
export const TranscriptSegment = z.object({
  start_s: z.number(),
  end_s: z.number().optional(),
  speaker: z.enum(transcriptSpeakers),
  text: z.string(),
});
export type TranscriptSegment = z.infer<typeof TranscriptSegment>;

export const CallTranscript = z.object({
  activity: z.string(),
  segments: z.array(TranscriptSegment),
  total: z.int().optional(),
  next_skip: z.int().optional(),
});
export type CallTranscript = z.infer<typeof CallTranscript>;

export const contactCallSorts = ['time', 'duration', 'waiting', 'ringing'] as const;

export interface ContactCallFilter {
  queue?: readonly string[] | undefined;
  agent?: readonly string[] | undefined;
  contact?: string | undefined;
  direction?: ContactCallDirection | undefined;
  answered?: boolean | undefined;
  /** Missed calls: all, those nobody has called back, or those that were. */
  missed?: 'any' | 'open' | 'called_back' | undefined;
  /** The other party, in any notation. */
  number?: string | undefined;
  min_duration_s?: number | undefined;
  range?: TimeRange | undefined;
}

export interface TranscribedCall {
  call: ContactCall;
  /** Absent when there is none, or when it could not be read, which `problem` says. */
  transcript?: CallTranscript | undefined;
  problem?: string | undefined;
}

/** What agents, or queues, did with calls in a period. Every figure is a sum over `calls`. */
export const AgentCallRow = z.object({
  agent: Ref.optional(),
  queue: Ref.optional(),
  calls: z.int(),
  inbound: z.int(),
  outbound: z.int(),
  internal: z.int(),
  answered: z.int(),
  missed: z.int().describe('Inbound calls that nobody answered'),
  not_reached: z.int().describe('Outbound and internal calls that nobody answered'),
  talk_s: z.int(),
  waiting_s: z.int(),
  ringing_s: z.int(),
});
export type AgentCallRow = z.infer<typeof AgentCallRow>;

/** Rows add up to `totals`. A call without an agent (or queue) is in a row without one. */
export const AgentCallReport = z.object({
  rows: z.array(AgentCallRow),
  totals: AgentCallRow.omit({ agent: true, queue: true }),
  as_of: AsOf,
  warnings: Warnings,
});
export type AgentCallReport = z.infer<typeof AgentCallReport>;

export interface ContactCalls {
  list(
    filter: ContactCallFilter,
    page: ListRequest<(typeof contactCallSorts)[number]>,
    options?: OperationOptions,
  ): Promise<RecordPage<ContactCall>>;
  count(filter: ContactCallFilter, options?: OperationOptions): Promise<RecordCount>;
  read(request: { id: string }, options?: OperationOptions): Promise<OneRecord<ContactCall>>;
  /** `of` is a call or its activity, by id. */
  transcript(
    request: { of: string; skip?: number | undefined; take?: number | undefined },
    options?: OperationOptions,
  ): Promise<OneRecord<CallTranscript>>;
  /** Answered calls with what was said in them; one that fails does not end the others. */
  transcripts(
    filter: ContactCallFilter,
    page: ListRequest,
    options?: OperationOptions,
  ): Promise<RecordPage<TranscribedCall>>;
  /** Reads every call of the filter, in pages, with flat memory. */
  byAgent(
    filter: ContactCallFilter & { range: TimeRange },
    by: readonly ('agent' | 'queue')[],
    options?: OperationOptions & { progress?: (done: number, total: number) => void },
  ): Promise<AgentCallReport>;
}
