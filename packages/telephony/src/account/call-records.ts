import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import type { OperationOptions } from '../operation-options.ts';
import type { Period } from '../period.ts';
import { Money } from './money.ts';

export const CallDirection = z.enum(['inbound', 'outbound', 'unknown']);
export type CallDirection = z.infer<typeof CallDirection>;

/** What a call came to, for vendors that filter by it. */
export const CallOutcome = z.enum(['answered', 'missed', 'busy', 'failed']);
export type CallOutcome = z.infer<typeof CallOutcome>;

/** One call. Numbers are E.164 where they can be, otherwise as the vendor wrote them. */
export const CallDetail = z.object({
  id: z.string(),
  at: z.string().describe('When it began (UTC)'),
  direction: CallDirection,
  from: z.string().describe('Caller’s number; empty when withheld'),
  from_name: z.string().optional().describe('Name that the caller’s network sent: anybody can set it'),
  to: z.string(),
  status: z.string().describe("The vendor's own status name"),
  duration_s: z.int(),
  account: z.string().optional(),
  cost: Money.optional(),
  description: z.string().optional(),
});
export type CallDetail = z.infer<typeof CallDetail>;

/** Calls of a period, newest first, each once. */
export const CallRecordList = z.object({ calls: z.array(CallDetail), as_of: AsOf, warnings: Warnings });
export type CallRecordList = z.infer<typeof CallRecordList>;

export interface CallRecordsRequest extends Period {
  direction?: 'inbound' | 'outbound' | undefined;
  /** A line of the account, as `lines` names it. */
  account?: string | undefined;
  /** All outcomes unless said otherwise. */
  outcomes?: readonly CallOutcome[] | undefined;
  billing?: 'free' | 'billed' | undefined;
  /** Only calls from or to this number, in any notation. */
  number?: string | undefined;
}

export interface CallRecords {
  /** Reads a period of any length in slices. */
  list(request: CallRecordsRequest, options?: OperationOptions): Promise<CallRecordList>;
}
