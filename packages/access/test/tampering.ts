import fc from 'fast-check';
import { sql } from 'kysely';
import type { AuditCheckpointTable } from '../src/audit/audit-checkpoint-table.ts';
import type { AuditWriterTable } from '../src/audit/audit-writer-table.ts';
import type { ToolCallTable } from '../src/audit/tool-call-table.ts';
import type { Storage } from '../src/storage/storage.ts';

/** All that the audit keeps. */
export interface AuditRows {
  calls: ToolCallTable[];
  writers: AuditWriterTable[];
  checkpoints: AuditCheckpointTable[];
}

export async function auditRows({ db }: Storage): Promise<AuditRows> {
  return {
    calls: await db.selectFrom('mcp_tool_calls').selectAll().orderBy('id').execute(),
    writers: await db.selectFrom('audit_writers').selectAll().orderBy('id').execute(),
    checkpoints: await db.selectFrom('audit_checkpoints').selectAll().orderBy('number').execute(),
  };
}

export async function setAuditRows({ db }: Storage, { calls, writers, checkpoints }: AuditRows): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('mcp_tool_calls').execute();
    await transaction.deleteFrom('audit_writers').execute();
    await transaction.deleteFrom('audit_checkpoints').execute();
    if (calls.length > 0) await transaction.insertInto('mcp_tool_calls').values(calls).execute();
    if (writers.length > 0) await transaction.insertInto('audit_writers').values(writers).execute();
    if (checkpoints.length > 0) await transaction.insertInto('audit_checkpoints').values(checkpoints).execute();
  });
}

/** Whoever can change rows can also take away what refuses some changes. */
export async function dropConstraints({ db }: Storage): Promise<void> {
  for (const name of ['mcp_tool_calls_closed', 'mcp_tool_calls_opened']) {
    await sql`drop index ${sql.ref(name)}`.execute(db);
  }
}

export const kinds = [
  'alter',
  'delete',
  'reorder',
  'truncate',
  'copy',
  'insert',
  'reopen',
  'move',
  'drop-chain',
  'set-back',
] as const;

/** What somebody does who can write to the database, and has no key. The numbers choose rows and columns. */
export const tampering = fc.record({
  kind: fc.constantFrom(...kinds),
  table: fc.constantFrom('calls', 'calls', 'writers', 'checkpoints' as const),
  column: fc.nat(1_000),
  pick: fc.nat(1_000),
  other: fc.nat(1_000),
});
type Tampering = typeof tampering extends fc.Arbitrary<infer Value> ? Value : never;

/** The rows after it, or undefined when there is nothing to do it to. `earlier`: the rows as they once were. */
export function tampered(before: AuditRows, act: Tampering, earlier: readonly AuditRows[]): AuditRows | undefined {
  const rows = structuredClone(before);
  const { calls } = rows;
  const call = calls[act.pick % calls.length];
  const another = calls[act.other % calls.length];
  if (call === undefined || another === undefined) return undefined;
  const own = ({ writer }: ToolCallTable) => writer === call.writer;
  switch (act.kind) {
    case 'alter': {
      const row = rows[act.table][act.pick % rows[act.table].length];
      if (row === undefined) return undefined;
      const names = Object.keys(row).filter((name) => name !== 'beat');
      const name = names[act.column % names.length] ?? '';
      Reflect.set(row, name, different(Reflect.get(row, name), name));
      return rows;
    }
    case 'delete':
      rows[act.table].splice(act.pick % rows[act.table].length, 1);
      return rows;
    case 'reorder':
      if (!own(another) || call.closed_sequence === another.closed_sequence) return undefined;
      [call.closed_sequence, another.closed_sequence] = [another.closed_sequence, call.closed_sequence];
      return rows;
    case 'truncate': {
      // The last call of a chain, and the chain as if it had never been.
      const chain = calls.filter(own).sort((a, b) => place(b) - place(a));
      const [last, end] = chain;
      const writer = rows.writers.find(({ id }) => id === call.writer);
      if (writer === undefined) return undefined;
      rows.calls = calls.filter((other) => other !== last);
      writer.sequence = end === undefined ? 0 : place(end);
      writer.head = end?.closed_hash ?? end?.opened_hash ?? '';
      return rows;
    }
    case 'copy':
      calls.push({
        ...call,
        id: `${call.id.slice(0, -4)}copy`,
        opened_sequence: null,
        closed_sequence: 1_000 + act.pick,
      });
      return rows;
    case 'insert': {
      // As if by a process that nobody knows, or by none.
      const writer = act.other % 2 === 0 ? call.writer : `${call.writer.slice(0, -4)}none`;
      const nowhere = { opened_sequence: null, opened_hash: null, closed_sequence: null, closed_hash: null };
      calls.push({ ...call, ...nowhere, id: `${call.id.slice(0, -4)}none`, writer });
      return rows;
    }
    case 'reopen':
      if (call.closed_sequence === null) return undefined;
      Object.assign(call, { status: 'running', duration_ms: null, error_code: null, answer_rows: null, missing: null });
      Object.assign(call, { vendor_calls: null, bytes: null, closed_sequence: null, closed_hash: null });
      return rows;
    case 'move': {
      const writer = rows.writers.find(({ id }) => id !== call.writer);
      if (writer === undefined) return undefined;
      call.writer = writer.id;
      call.opened_sequence = null;
      call.closed_sequence = act.other % 2 === 0 ? writer.sequence + 1 : writer.sequence;
      return rows;
    }
    case 'drop-chain':
      rows.writers = rows.writers.filter(({ id }) => id !== call.writer);
      rows.calls = calls.filter((other) => !own(other));
      return rows;
    case 'set-back': {
      // All of one chain as it was, signed and all; without a loss of records there is nothing to be found.
      const then = earlier[act.other % earlier.length];
      const writer = then?.writers.find(({ id }) => id === call.writer);
      const now = rows.writers.find(({ id }) => id === call.writer);
      if (then === undefined || writer === undefined || now?.state === 'live' || writer.sequence === now?.sequence)
        return undefined;
      rows.writers = rows.writers.map((other) => (other.id === writer.id ? writer : other));
      rows.calls = [...calls.filter((other) => !own(other)), ...then.calls.filter(own)];
      return rows;
    }
  }
}

function place({ opened_sequence, closed_sequence }: ToolCallTable): number {
  return closed_sequence ?? opened_sequence ?? 0;
}

function different(value: unknown, name: string): string | number {
  // By so much that no two checkpoints have one number, which no engine takes.
  if (typeof value === 'number') return value + 1_000;
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
  return /_ms|_rows|_calls|bytes|sequence/.test(name) ? 77 : 'made up';
}
