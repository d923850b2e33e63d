import { closedParts, openedParts } from '../chain.ts';
import type { Head } from '../checkpoints.ts';
import type { Signatures } from '../signatures.ts';
import type { ToolCallTable } from '../tool-call-table.ts';

/** A call that has begun, as this process knows it. */
export interface OpenCall {
  /** As it was last given to a batch, or not yet. */
  row: ToolCallTable;
  /** Monotonic. */
  readonly startedAt: number;
  /** The caller was told that it cannot be recorded, and did not run it. */
  refused: boolean;
}

/** What waits to be written of one call: that it began, or how it ended (then `ended` is its row). */
export interface Entry {
  readonly open: OpenCall;
  readonly ended?: ToolCallTable;
  readonly since: number;
  /** Somebody waits until this is on the disk. */
  readonly settle?: { written(): void; failed(error: unknown): void };
}

/** Rows with their places in a chain, which are written all or none; again and again the same, until it is known that they are. */
export interface Batch {
  readonly entries: readonly Entry[];
  readonly rows: readonly ToolCallTable[];
  readonly from: Head;
  readonly to: Head;
}

/** Gives each entry the next place in the chain. */
export function chained(entries: readonly Entry[], from: Head, signatures: Signatures): Batch {
  let [writer, sequence, head] = from;
  const rows = entries.map(({ open, ended }) => {
    const link = { sequence: sequence + 1, previous: head };
    sequence = link.sequence;
    if (ended === undefined) {
      const row = { ...open.row, writer, opened_sequence: sequence };
      head = signatures.sign(openedParts(row, link));
      open.row = { ...row, opened_hash: head };
      return open.row;
    }
    const { opened_sequence, opened_hash } = open.row;
    const row = { ...ended, writer, opened_sequence, opened_hash, closed_sequence: sequence };
    head = signatures.sign(closedParts(row, link));
    return { ...row, closed_hash: head };
  });
  return { entries, rows, from, to: [writer, sequence, head] };
}
