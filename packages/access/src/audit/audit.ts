import { TelephonyError } from '@voxolib/telephony';
import type { Storage } from '../storage/storage.ts';
import type { AuditProblem } from './problem.ts';
import { processText, thisProcess } from './process-name.ts';
import { type AuditKey, createSignatures } from './signatures.ts';
import { type CallEnd, type CallStart, endedCall, runningCall } from './tool-call.ts';
import type { ToolCallTable } from './tool-call-table.ts';
import type { OpenCall } from './writer/batch.ts';
import { createKeeper, type Intervals } from './writer/keeper.ts';
import { createRecordQueue } from './writer/record-queue.ts';

export interface AuditOptions extends Partial<Intervals> {
  readonly storage: Storage;
  /** The first one signs, all of them are known. A key is needed for as long as what it signed is kept. */
  readonly keys: readonly AuditKey[];
  /** Told of each call that has ended, with what is recorded of it. */
  readonly onCall?: (call: ToolCallTable) => void;
  readonly onProblem?: (problem: AuditProblem) => void;
  /** After this a call whose end nobody has told becomes `unknown`; longer than any call takes. */
  readonly maxRunningMs?: number;
  readonly now?: () => number;
}

/** The record of every call of a process. */
export interface Audit {
  /**
   * Records that a call begins, and gives its id. When it changes something, this resolves once the record is on the disk,
   * and rejects with `UNAVAILABLE` when it cannot be written: then the call must not run. A call that changes nothing
   * waits only while more rows than `AT_RISK` are not yet written, and is never refused.
   */
  open(start: CallStart): Promise<string>;
  /**
   * Records how a call ended. For one that changes something this resolves when it was written, or tried in vain; for others
   * at once, as long as there is room. Never rejects.
   */
  close(id: string, end: CallEnd): Promise<void>;
  /** Records a call that was refused, or was over before it began. Gives its id. */
  record(start: CallStart, end: CallEnd): Promise<string>;
  /** Writes what waits. False when it could not be written. */
  flush(): Promise<boolean>;
  /** Writes what waits; calls that are still running become `unknown`. */
  stop(): Promise<void>;
  state(): AuditState;
}

export interface AuditState {
  /** False while records cannot be written. */
  readonly healthy: boolean;
  /** Rows that are not on the disk yet. */
  readonly atRisk: number;
  /** Calls without a record, since there was no room for more to wait. */
  readonly lost: number;
  readonly running: number;
}

/** How long a call that changes something waits for its record. */
const DURABLE_MS = 5_000;
/** No call takes as long: its end was forgotten, and it must not be remembered for ever. */
const MAX_RUNNING_MS = 15 * 60_000;

/** Begins to keep the record. Calls of processes that died on this machine become `unknown` first. */
export async function createAudit(options: AuditOptions): Promise<Audit> {
  const { storage, keys, onCall, now = Date.now } = options;
  const { beatMs = 10_000, deadAfterMs = 60_000, checkpointMs = 300_000, maxRunningMs = MAX_RUNNING_MS } = options;
  const signatures = createSignatures(keys);
  const here = await thisProcess();
  const onProblem = (problem: AuditProblem) => harmless(() => options.onProblem?.(problem));
  const context = { storage, signatures, process: processText(here), now, onProblem };
  const queue = createRecordQueue({
    ...context,
    refusedRow: ({ row }) => endedCall(row, { status: 'error', errorCode: 'NOT_RECORDED' }, 0),
  });
  const keeper = createKeeper({ ...context, queue, here, beatMs, deadAfterMs, checkpointMs });
  const running = new Map<string, OpenCall>();

  await keeper.beat();
  const beating = setInterval(() => {
    giveUp((open) => performance.now() - open.startedAt > maxRunningMs);
    keeper.beat().catch((error: unknown) => onProblem({ kind: 'unavailable', error }));
  }, beatMs);
  beating.unref();

  function giveUp(whether: (open: OpenCall) => boolean): void {
    for (const [id, open] of running) {
      if (!whether(open)) continue;
      running.delete(id);
      queue.add(open, { ...open.row, status: 'unknown' });
    }
  }

  function begin(start: CallStart): OpenCall {
    return { row: runningCall(start, now(), signatures), startedAt: performance.now(), refused: false };
  }

  /** Looks for room and takes it in one go, so that no two calls take the same. */
  async function addRead(open: OpenCall, ended?: ToolCallTable): Promise<void> {
    for (let room = queue.room(); room !== undefined; room = queue.room()) await room;
    queue.add(open, ended);
  }

  async function openChange(open: OpenCall): Promise<void> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error('The record was not written in time.')), DURABLE_MS);
    try {
      await Promise.race([queue.addDurable(open), late.promise]);
    } catch (cause) {
      queue.refuse(open);
      const message = 'The call was not run, since it could not be recorded.';
      onProblem({ kind: 'unavailable', error: cause });
      throw new TelephonyError('UNAVAILABLE', message, { retryAfterMs: 5_000 });
    } finally {
      clearTimeout(timer);
    }
  }

  function end(open: OpenCall, how: CallEnd): ToolCallTable {
    const ended = endedCall(open.row, how, performance.now() - open.startedAt);
    harmless(() => onCall?.(ended));
    return ended;
  }

  return {
    async open(start) {
      const open = begin(start);
      if (start.changes) await openChange(open);
      else await addRead(open);
      running.set(open.row.id, open);
      return open.row.id;
    },
    async close(id, how) {
      const open = running.get(id);
      if (open === undefined) return;
      running.delete(id);
      const ended = end(open, how);
      if (open.row.changes === 0) await addRead(open, ended);
      else await queue.addDurable(open, ended).catch(() => {});
    },
    async record(start, how) {
      const open = begin(start);
      await addRead(open, end(open, how));
      return open.row.id;
    },
    flush: () => queue.flush(),
    async stop() {
      clearInterval(beating);
      giveUp(() => true);
      if (await queue.stop()) await queue.between((writer) => writer.end());
    },
    state: () => ({ healthy: !queue.failing, atRisk: queue.atRisk, lost: queue.lost, running: running.size }),
  };
}

/** A listener must not be able to stop what it listens to. */
function harmless(listener: () => void): void {
  try {
    listener();
  } catch {
    // What a listener cannot handle is not the caller's to mend.
  }
}
