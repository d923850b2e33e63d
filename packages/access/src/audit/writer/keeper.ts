import type { AuditWriterTable } from '../audit-writer-table.ts';
import { writerParts } from '../chain.ts';
import { addCheckpoint, anchorOf, holds, newestCheckpoint } from '../checkpoints.ts';
import type { OnProblem } from '../problem.ts';
import { isGone, type ProcessName } from '../process-name.ts';
import { type ChainContext, isChainHere } from './chain-writer.ts';
import type { RecordQueue } from './record-queue.ts';
import { takeOver } from './take-over.ts';

export interface Intervals {
  /** How often a process shows that it lives, and looks after the others. */
  readonly beatMs: number;
  /** How long another process must have shown nothing. */
  readonly deadAfterMs: number;
  readonly checkpointMs: number;
}

export interface KeeperOptions extends ChainContext, Intervals {
  readonly queue: RecordQueue;
  readonly here: ProcessName | undefined;
  readonly onProblem: OnProblem;
}

/** What has to be done from time to time: show that this process lives, end the chains of dead ones, make checkpoints. */
export interface Keeper {
  /** Gives the number of calls that became `unknown`. */
  beat(): Promise<number>;
}

export function createKeeper(options: KeeperOptions): Keeper {
  const { storage, signatures, queue, here, now, onProblem, deadAfterMs, checkpointMs } = options;
  /** Since when, by our own clock, a process shows the same beat. Clocks of other machines are not trusted. */
  const watched = new Map<string, { beat: number; since: number }>();
  let checkpointed = 0;

  async function endDeadChains(own: string | undefined): Promise<number> {
    const live = await storage.db.selectFrom('audit_writers').selectAll().where('state', '=', 'live').execute();
    const others = live.filter(({ id }) => id !== own);
    const ids = new Set(others.map(({ id }) => id));
    for (const id of watched.keys()) if (!ids.has(id)) watched.delete(id);
    let unknown = 0;
    for (const writer of others) if (isDead(writer)) unknown += await takeOver(options, writer);
    return unknown;
  }

  function isDead({ id, beat, process }: AuditWriterTable): boolean {
    if (isChainHere(id)) return false;
    if (isGone(process, here)) return true;
    const before = watched.get(id);
    if (before?.beat === beat) return performance.now() - before.since >= deadAfterMs;
    watched.set(id, { beat, since: performance.now() });
    return false;
  }

  /** The newest checkpoint, a new one when that is old and this chain has grown; or `seen`, when that is gone. */
  async function checkpoint(sequence: number, seen: string): Promise<string> {
    if (!(await holds(storage.db, seen))) {
      onProblem({ kind: 'tampering', what: `Checkpoint ${Number.parseInt(seen, 10)} is not what it was.` });
      return seen;
    }
    const newest = await newestCheckpoint(storage.db);
    const due = newest === undefined || Math.abs(now() - newest.made_at) >= checkpointMs;
    if (!due || sequence === checkpointed) return newest === undefined ? seen : anchorOf(newest);
    const live = await storage.db.selectFrom('audit_writers').selectAll().where('state', '=', 'live').execute();
    // What was changed is not confirmed; the checkpoints before tell what it was.
    const right = live.filter((writer) => signatures.check(writerParts(writer), writer.seal) === 'right');
    const heads = right.map(({ id, sequence, head }) => [id, sequence, head] as const);
    const anchor = await storage.db
      .transaction()
      .execute((transaction) => addCheckpoint(transaction, signatures, { heads, now: now() }));
    checkpointed = sequence;
    return anchor;
  }

  return {
    async beat() {
      let own: string | undefined;
      await queue.between(async (writer) => {
        own = writer.id;
        await writer.beat(await checkpoint(writer.head[1], writer.checkpoint));
      });
      return endDeadChains(own);
    },
  };
}
