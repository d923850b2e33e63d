import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import type { OperationOptions } from '../operation-options.ts';
import type { PreparedChange } from './prepared-change.ts';

/** A rule that routes calls by who calls. */
export const CallerIdFilter = z.object({
  id: z.string(),
  pattern: z.string().describe("Who it is for, in the vendor's own notation"),
  group_id: z.string().optional().describe('Phonebook group that it is for'),
  did: z.string().describe('Number called, or all'),
  routing: z.string().describe("Where such calls go, in the vendor's own notation"),
  failovers: z.record(z.string(), z.string()).optional(),
  note: z.string().optional(),
});
export type CallerIdFilter = z.infer<typeof CallerIdFilter>;

export const CallerIdFilterList = z.object({ filters: z.array(CallerIdFilter), as_of: AsOf, warnings: Warnings });
export type CallerIdFilterList = z.infer<typeof CallerIdFilterList>;

/** Puts a number into a group whose calls are turned away. */
export interface BlockNumber {
  number: string;
  group: string;
  name?: string | undefined;
  note?: string | undefined;
  /** What such a caller gets; the vendor's "out of service" unless said otherwise. */
  answer?: 'noservice' | 'busy' | 'hangup' | 'disconnected' | undefined;
}

export interface CallerIdFilters {
  list(
    filter?: { filter?: string | undefined; did?: string | undefined },
    options?: OperationOptions,
  ): Promise<CallerIdFilterList>;
  /** Plans that the group exists, holds the number, and that one filter turns its calls away. */
  prepareBlock(request: BlockNumber, options?: OperationOptions): Promise<PreparedChange>;
}
