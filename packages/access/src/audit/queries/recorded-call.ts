import type { ToolCallTable } from '../tool-call-table.ts';

/** What is shown of a call. */
export const CALL_COLUMNS = [
  'id',
  'started_at',
  'duration_ms',
  'subject',
  'token_id',
  'client_id',
  'client_name',
  'client_version',
  'tool',
  'scope',
  'changes',
  'arguments',
  'status',
  'error_code',
  'answer_rows',
  'missing',
  'vendor_calls',
  'bytes',
] as const satisfies (keyof ToolCallTable)[];

/** A call as it is recorded, without its place in a chain. Every text in it may come from a stranger. */
export type RecordedCall = Pick<ToolCallTable, (typeof CALL_COLUMNS)[number]>;
