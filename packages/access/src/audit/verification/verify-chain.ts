import type { Kysely } from 'kysely';
import type { Database } from '../../storage/database.ts';
import type { AuditWriterTable } from '../audit-writer-table.ts';
import { baseParts, closedParts, openedParts, writerParts } from '../chain.ts';
import type { Signatures } from '../signatures.ts';
import type { ToolCallTable } from '../tool-call-table.ts';
import type { Claim } from './claims.ts';
import { placedCalls } from './links.ts';
import { Found, insist } from './problem.ts';

/** Checks every record of a chain as long as `writer` says it is. Gives the number of calls. Throws `Found`. */
export async function verifyChain(
  db: Kysely<Database>,
  signatures: Signatures,
  writer: AuditWriterTable,
  claim: Claim,
  signal?: AbortSignal,
): Promise<number> {
  const { id } = writer;
  const place = { writer: id };
  insist(signatures.check(writerParts(writer), writer.seal), `The state of chain ${id}`, place);
  insist(signatures.check(baseParts(writer), writer.base_seal), `The beginning of chain ${id}`, place);
  if (writer.sequence < claim.sequence) {
    const what = `Chain ${id} had ${claim.sequence} records at checkpoint ${claim.checkpoint}, and has ${writer.sequence}.`;
    throw new Found({ kind: 'missing', what, ...place, sequence: writer.sequence + 1, checkpoint: claim.checkpoint });
  }
  let [sequence, head, calls] = [writer.base_sequence, writer.base_hash, 0];
  const agree = () => {
    if (sequence === claim.sequence && head !== claim.hash) {
      const what = `Chain ${id} is another one than checkpoint ${claim.checkpoint} has seen.`;
      throw new Found({ kind: 'altered', what, ...place, sequence, checkpoint: claim.checkpoint });
    }
  };
  agree();
  for await (const { call, as, sequence: next } of placedCalls(db, id, sequence, writer.sequence)) {
    signal?.throwIfAborted();
    if (next !== sequence + 1) {
      if (next > sequence + 1) throw gone(id, sequence + 1);
      throw new Found({
        kind: 'foreign',
        what: `Call ${call.id} has the place ${next} of another one in chain ${id}.`,
        ...place,
        call: call.id,
        sequence: next,
      });
    }
    const link = { sequence: next, previous: head };
    const [parts, hash] =
      as === 'opened' ? [openedParts(call, link), call.opened_hash] : [closedParts(call, link), call.closed_hash];
    const where = { ...place, call: call.id, sequence: next };
    insist(signatures.check(parts, hash ?? ''), `Call ${call.id}, ${as} at place ${next} of chain ${id},`, where);
    if (as === 'opened' && call.closed_sequence === null && !isRunning(call)) {
      throw new Found({ kind: 'altered', what: `Call ${call.id} has an end that nobody signed.`, ...where });
    }
    if (as === 'closed' || call.closed_sequence === null) calls += 1;
    [sequence, head] = [next, hash ?? ''];
    agree();
  }
  if (sequence < writer.sequence) throw gone(id, sequence + 1);
  if (head !== writer.head) {
    throw new Found({ kind: 'altered', what: `Chain ${id} ends with another record.`, ...place, sequence });
  }
  return calls;
}

function gone(writer: string, sequence: number): Found {
  return new Found({ kind: 'missing', what: `Record ${sequence} of chain ${writer} is gone.`, writer, sequence });
}

/** What a running call must not have is not signed before it ends. */
function isRunning({
  status,
  duration_ms,
  error_code,
  answer_rows,
  missing,
  vendor_calls,
  bytes,
  closed_hash,
}: ToolCallTable) {
  const end = [duration_ms, error_code, answer_rows, missing, vendor_calls, bytes, closed_hash];
  return status === 'running' && end.every((value) => value === null);
}
