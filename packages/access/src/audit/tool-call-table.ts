/** How a call ended. `running`: it has not; `cancelled`: its caller went away; `unknown`: nobody can say, since its process died. */
export const callStatuses = ['running', 'ok', 'error', 'denied', 'cancelled', 'unknown'] as const;
export type CallStatus = (typeof callStatuses)[number];

/** One call of a tool. Holds no token, no answer, and of the arguments only what may be kept. */
export interface ToolCallTable {
  /** UUID (version 7). */
  id: string;
  started_at: number;
  duration_ms: number | null;
  subject: string;
  token_id: string | null;
  client_id: string | null;
  client_name: string | null;
  client_version: string | null;
  tool: string;
  scope: string | null;
  /** 1 for a call that changes something. */
  changes: number;
  /** JSON. */
  arguments: string;
  status: CallStatus;
  error_code: string | null;
  answer_rows: number | null;
  /** JSON: names of the parts that the answer lacks. */
  missing: string | null;
  vendor_calls: number | null;
  bytes: number | null;
  /** The process that wrote the row, and the two places of the row in its chain. */
  writer: string;
  /** None for a call that was over when it was first written. */
  opened_sequence: number | null;
  opened_hash: string | null;
  closed_sequence: number | null;
  closed_hash: string | null;
}
