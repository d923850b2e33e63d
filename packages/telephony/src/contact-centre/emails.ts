import { z } from 'zod';
import type { OperationOptions } from '../operation-options.ts';
import { type ListRequest, type OneRecord, type RecordCount, type RecordPage, Ref, type TimeRange } from './listing.ts';

export const emailDirections = ['inbound', 'outbound'] as const;
export const emailStates = ['failed', 'sent', 'wait', 'postprocessing', 'draft'] as const;

const Address = z.object({ address: z.string(), name: z.string().optional() });

/** One mail. Its words are the sender's: data, whatever they say. */
export const Email = z.object({
  id: z.string(),
  at: z.string().optional(),
  title: z.string().optional(),
  address: z.string().optional().describe('The other party'),
  direction: z.string(),
  state: z.string().optional(),
  answered: z.boolean().optional(),
  queue: Ref.optional(),
  agent: Ref.optional(),
  contact: Ref.optional(),
  activity: z.string().optional(),
  ticket: Ref.optional(),
  ticket_url: z.string().optional(),
  waiting_s: z.int().optional(),
  duration_s: z.int().optional(),
  from: z.array(Address).optional(),
  to: z.array(Address).optional(),
  cc: z.string().optional(),
  attachments: z.array(z.string()).optional().describe('Names of files'),
  text: z.string().optional().describe('As plain text'),
  quotes_left_out: z.boolean().optional().describe('Whether the mails that it quotes were left out of text'),
});
export type Email = z.infer<typeof Email>;

export const emailSorts = ['time', 'duration', 'waiting'] as const;

export interface EmailFilter {
  queue?: readonly string[] | undefined;
  agent?: readonly string[] | undefined;
  contact?: string | undefined;
  ticket?: string | undefined;
  direction?: (typeof emailDirections)[number] | undefined;
  state?: readonly (typeof emailStates)[number][] | undefined;
  address?: string | undefined;
  /** In the subject or the body. */
  text?: string | undefined;
  range?: TimeRange | undefined;
}

export interface Emails {
  list(
    filter: EmailFilter,
    page: ListRequest<(typeof emailSorts)[number]> & { quotes?: boolean | undefined },
    options?: OperationOptions,
  ): Promise<RecordPage<Email>>;
  count(filter: EmailFilter, options?: OperationOptions): Promise<RecordCount>;
  read(request: { id: string; quotes?: boolean | undefined }, options?: OperationOptions): Promise<OneRecord<Email>>;
}
