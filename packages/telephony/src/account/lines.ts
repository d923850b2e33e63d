import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import type { OperationOptions } from '../operation-options.ts';

/** A line (sub-account) that devices register with. Its password is never part of it. */
export const Line = z.object({
  id: z.string(),
  account: z.string().describe('Name that other tools take as account'),
  description: z.string().optional(),
  caller_id: z.string().optional(),
  internal_extension: z.string().optional(),
  voicemail: z.string().optional(),
  records_calls: z.boolean().optional(),
  transcribes_calls: z.boolean().optional(),
  international_locked: z.boolean().optional(),
  encrypted: z.boolean().optional().describe('TLS and SRTP'),
  codecs: z.array(z.string()).optional(),
  language: z.string().optional(),
});
export type Line = z.infer<typeof Line>;

/** A value that a filter takes, and what it stands for. */
export const FilterValue = z.object({ value: z.string(), description: z.string() });
export type FilterValue = z.infer<typeof FilterValue>;

export const LineList = z.object({ lines: z.array(Line), as_of: AsOf, warnings: Warnings });
export type LineList = z.infer<typeof LineList>;

export const FilterValueList = z.object({ accounts: z.array(FilterValue), as_of: AsOf });
export type FilterValueList = z.infer<typeof FilterValueList>;

export interface Lines {
  list(filter?: { account?: string | undefined }, options?: OperationOptions): Promise<LineList>;
  /** The values that filters by account take. */
  filterValues(filter?: { client?: string | undefined }, options?: OperationOptions): Promise<FilterValueList>;
}
