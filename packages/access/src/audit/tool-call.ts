import { callId } from './call-id.ts';
import { plainText } from './plain-text.ts';
import { redactArguments } from './redaction/redact-arguments.ts';
import type { Signatures } from './signatures.ts';
import type { CallStatus, ToolCallTable } from './tool-call-table.ts';

/** What is known of a call before it runs. */
export interface CallStart {
  /** A stable name of the user; never a credential. */
  readonly subject: string;
  /** The id of the token, never the token. */
  readonly tokenId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientName?: string | undefined;
  readonly clientVersion?: string | undefined;
  readonly tool: string;
  readonly scope?: string | undefined;
  /** Whether it changes something. Then it must not run before `open` has resolved. */
  readonly changes: boolean;
  /** As the caller sent them. */
  readonly arguments: unknown;
  /** Credentials of this call, which are taken out of the arguments wherever they stand. */
  readonly credentials?: readonly string[] | undefined;
}

/** How a call ended, without anything of what it answered. */
export interface CallEnd {
  readonly status: Exclude<CallStatus, 'running' | 'unknown'>;
  /** A stable code, not a message. */
  readonly errorCode?: string | undefined;
  readonly rows?: number | undefined;
  /** Names of the parts that the answer lacks. */
  readonly missing?: readonly string[] | undefined;
  readonly vendorCalls?: number | undefined;
  /** The size of the answer. */
  readonly bytes?: number | undefined;
}

const MAX_NAME = 200;
const MAX_MISSING = 20;
const MAX_INTEGER = 2 ** 31 - 1;

/** The row of a call that begins now. Its place in a chain is given when it is written. */
export function runningCall(start: CallStart, now: number, { textKey }: Signatures): ToolCallTable {
  const credentials = start.credentials ?? [];
  return {
    id: callId(now),
    started_at: now,
    duration_ms: null,
    subject: plainText(start.subject, MAX_NAME),
    token_id: name(start.tokenId),
    client_id: name(start.clientId),
    client_name: name(start.clientName),
    client_version: name(start.clientVersion),
    tool: plainText(start.tool, MAX_NAME),
    scope: name(start.scope),
    changes: start.changes ? 1 : 0,
    arguments: redactArguments(start.arguments, { key: textKey, credentials }),
    status: 'running',
    error_code: null,
    answer_rows: null,
    missing: null,
    vendor_calls: null,
    bytes: null,
    writer: '',
    opened_sequence: null,
    opened_hash: null,
    closed_sequence: null,
    closed_hash: null,
  };
}

export function endedCall(call: ToolCallTable, end: CallEnd, durationMs: number): ToolCallTable {
  const { missing } = end;
  return {
    ...call,
    duration_ms: integer(durationMs),
    status: end.status,
    error_code: name(end.errorCode),
    answer_rows: integer(end.rows),
    missing: missing?.length ? JSON.stringify(missing.slice(0, MAX_MISSING).map((part) => plainText(part, 60))) : null,
    vendor_calls: integer(end.vendorCalls),
    bytes: integer(end.bytes),
  };
}

function name(text: string | undefined): string | null {
  return text === undefined ? null : plainText(text, MAX_NAME);
}

function integer(value: number | undefined): number | null {
  if (value === undefined || Number.isNaN(value)) return null;
  return Math.min(Math.max(Math.round(value), 0), MAX_INTEGER);
}
