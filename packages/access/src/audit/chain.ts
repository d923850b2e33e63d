import type { AuditCheckpointTable } from './audit-checkpoint-table.ts';
import type { AuditWriterTable } from './audit-writer-table.ts';
import type { Part } from './signatures.ts';
import type { ToolCallTable } from './tool-call-table.ts';

/** A place in a writer's chain. Each call takes one when it is over, and one before, when it was written while running. */
export interface Link {
  /** From 1 on, without a gap. */
  readonly sequence: number;
  /** The hash of the record before, or of the chain's beginning. */
  readonly previous: string;
}

/** What a chain has instead of a hash before its first record. */
export const CHAIN_START = '';

/** What is signed of a call that is running. */
export function openedParts(call: ToolCallTable, { sequence, previous }: Link): Part[] {
  return ['opened', call.writer, sequence, previous, ...startParts(call)];
}

/** What is signed of a call that is over: all of its row. */
export function closedParts(call: ToolCallTable, { sequence, previous }: Link): Part[] {
  return [
    'closed',
    call.writer,
    sequence,
    previous,
    ...startParts(call),
    call.opened_sequence,
    call.opened_hash,
    call.duration_ms,
    call.status,
    call.error_code,
    call.answer_rows,
    call.missing,
    call.vendor_calls,
    call.bytes,
  ];
}

function startParts(call: ToolCallTable): Part[] {
  return [
    call.id,
    call.started_at,
    call.subject,
    call.token_id,
    call.client_id,
    call.client_name,
    call.client_version,
    call.tool,
    call.scope,
    call.changes,
    call.arguments,
  ];
}

type SealedWriter = Omit<AuditWriterTable, 'beat' | 'seal' | 'base_sequence' | 'base_hash' | 'base_seal'>;

export function writerParts(writer: SealedWriter): Part[] {
  const { id, process, started_at, state, sequence, head, checkpoint } = writer;
  return ['writer', id, process, started_at, state, sequence, head, checkpoint];
}

export function baseParts(writer: Pick<AuditWriterTable, 'id' | 'base_sequence' | 'base_hash'>): Part[] {
  return ['base', writer.id, writer.base_sequence, writer.base_hash];
}

export function checkpointParts(checkpoint: Omit<AuditCheckpointTable, 'hash'>): Part[] {
  const { number, made_at, first, heads, removed, previous } = checkpoint;
  return ['checkpoint', number, made_at, first, heads, removed, previous];
}
