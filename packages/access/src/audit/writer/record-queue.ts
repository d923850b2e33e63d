import type { OnProblem } from '../problem.ts';
import type { ToolCallTable } from '../tool-call-table.ts';
import type { Batch, Entry, OpenCall } from './batch.ts';
import { beginChain, type ChainContext, ChainTaken, type ChainWriter } from './chain-writer.ts';

/**
 * What a process that dies takes with it, at most: records of calls that change nothing, this many rows, of this many
 * milliseconds. Longer only while the database does not take them; then `state` says how many.
 */
export const AT_RISK = { rows: 100, ms: 50 } as const;

/** As many rows may be on their way to the database as wait for the next time. */
const BATCH_ROWS = AT_RISK.rows / 2;
/** Leaves time for the writing. */
const BATCH_MS = AT_RISK.ms - 10;
/** Rows that wait for a database that does not take them. */
const MAX_WAITING = 10_000;
const MAX_TAKEN = 3;
const RETRY_MS = [250, 500, 1_000, 2_000, 5_000] as const;

/** Brings records to the database: those that somebody waits for at once, the others together. */
export interface RecordQueue {
  /** A promise when so many rows are at risk that the next one must wait; not while the database is out of reach. */
  room(): Promise<void> | undefined;
  /** Resolves when written, rejects when it was tried in vain. The end of a call goes on waiting, its beginning does not. */
  addDurable(open: OpenCall, ended?: ToolCallTable): Promise<void>;
  add(open: OpenCall, ended?: ToolCallTable): void;
  /** For a beginning that nobody waits for any more. */
  refuse(open: OpenCall): void;
  /** Writes what waits. False when it could not. */
  flush(): Promise<boolean>;
  /** Writes what waits, and nothing more by itself. */
  stop(): Promise<boolean>;
  /** Does something with the chain between two writes, if there is a chain and nothing is left to be tried again. */
  between(task: (writer: ChainWriter) => Promise<void>): Promise<void>;
  readonly atRisk: number;
  readonly lost: number;
  readonly failing: boolean;
}

export interface QueueOptions extends ChainContext {
  readonly onProblem: OnProblem;
  /** The row of a call that was refused, after all it came to be recorded. */
  readonly refusedRow: (open: OpenCall) => ToolCallTable;
}

export function createRecordQueue(options: QueueOptions): RecordQueue {
  const waiting = new Map<string, Entry>();
  let urgent = 0;
  let writer: ChainWriter | undefined;
  let batch: Batch | undefined;
  let working: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let flushing = false;
  let stopped = false;
  /** How often the chain was taken since something was written. */
  let taken = 0;
  let failures = 0;
  let lost = 0;

  function put(entry: Entry): void {
    const { id } = entry.open.row;
    const before = waiting.get(id);
    if (before === undefined && waiting.size >= MAX_WAITING && entry.settle === undefined) {
      lost += 1;
      options.onProblem({ kind: 'lost', calls: lost });
      return;
    }
    if (before?.settle) urgent -= 1;
    if (entry.settle) urgent += 1;
    waiting.set(id, before === undefined ? entry : { ...entry, since: before.since });
  }

  function take(id: string): void {
    if (waiting.get(id)?.settle) urgent -= 1;
    waiting.delete(id);
  }

  function schedule(): void {
    if (working !== undefined || stopped) return;
    if (urgent > 0 || (failures === 0 && waiting.size >= BATCH_ROWS)) {
      void work();
      return;
    }
    const [first] = waiting.values();
    if (timer !== undefined || (batch === undefined && first === undefined)) return;
    const delay =
      failures > 0
        ? (RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? 0)
        : Math.max((first?.since ?? 0) + BATCH_MS - performance.now(), 0);
    timer = setTimeout(work, delay);
  }

  function work(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    working ??= run().finally(() => {
      working = undefined;
      schedule();
    });
    return working;
  }

  async function run(): Promise<void> {
    do {
      try {
        if (batch === undefined && waiting.size === 0) return;
        writer ??= await beginChain(options);
        batch ??= nextBatch(writer);
        if (batch === undefined) return;
        await writer.write(batch);
      } catch (error) {
        if (error instanceof ChainTaken && taken < MAX_TAKEN) {
          chainTaken(error);
          continue;
        }
        failed(error);
        return;
      }
      recovered();
      const { entries } = batch;
      batch = undefined;
      for (const entry of entries) {
        if (entry.open.refused && entry.ended === undefined) {
          put({ open: entry.open, ended: options.refusedRow(entry.open), since: entry.since });
        }
        entry.settle?.written();
      }
    } while (urgent > 0 || waiting.size >= BATCH_ROWS || (flushing && waiting.size > 0));
  }

  function nextBatch(writer: ChainWriter): Batch | undefined {
    const all = [...waiting.values()];
    const inOrder =
      urgent === 0 ? all : [...all.filter(({ settle }) => settle), ...all.filter(({ settle }) => !settle)];
    const entries = inOrder.slice(0, BATCH_ROWS).filter((entry) => {
      take(entry.open.row.id);
      // Its beginning is in a chain that is not ours any more, where it was given an end.
      const elsewhere = entry.open.row.opened_sequence !== null && entry.open.row.writer !== writer.id;
      if (elsewhere) entry.settle?.written();
      return !elsewhere;
    });
    return entries.length === 0 ? undefined : writer.chain(entries);
  }

  /** Goes on in a new chain, with what was not written in the old one. */
  function chainTaken(error: ChainTaken): void {
    taken += 1;
    options.onProblem(error.tampered ? { kind: 'tampering', what: error.message } : { kind: 'displaced' });
    const entries = batch?.entries ?? [];
    writer = undefined;
    batch = undefined;
    for (const entry of entries) {
      const { open, ended } = entry;
      if (ended === undefined) open.row = { ...open.row, opened_sequence: null, opened_hash: null };
      if (!waiting.has(open.row.id)) put(entry);
    }
  }

  function recovered(): void {
    if (failures > 0) options.onProblem({ kind: 'recovered' });
    failures = 0;
    taken = 0;
  }

  function failed(error: unknown): void {
    failures += 1;
    if (failures === 1) options.onProblem({ kind: 'unavailable', error });
    for (const { open, ended, settle } of batch?.entries ?? []) {
      if (settle === undefined) continue;
      // It may be written all the same, now or when it is tried again.
      if (ended === undefined) open.refused = true;
      settle.failed(error);
    }
    for (const entry of [...waiting.values()]) {
      const { settle, ...rest } = entry;
      if (settle === undefined) continue;
      take(entry.open.row.id);
      if (entry.ended !== undefined) put(rest);
      settle.failed(error);
    }
  }

  async function flush(): Promise<boolean> {
    flushing = true;
    try {
      do {
        await work();
      } while (failures === 0 && (waiting.size > 0 || batch !== undefined));
    } finally {
      flushing = false;
    }
    return failures === 0;
  }

  return {
    flush,
    stop() {
      stopped = true;
      clearTimeout(timer);
      return flush();
    },
    room() {
      const full = failures === 0 && waiting.size + (batch?.rows.length ?? 0) >= AT_RISK.rows;
      return full ? work() : undefined;
    },
    addDurable: (open, ended) =>
      new Promise((written, failed) => {
        put({ open, ...(ended && { ended }), since: performance.now(), settle: { written, failed } });
        schedule();
      }),
    add(open, ended) {
      put({ open, ...(ended && { ended }), since: performance.now() });
      schedule();
    },
    refuse(open) {
      open.refused = true;
      if (waiting.get(open.row.id)?.ended === undefined) take(open.row.id);
    },
    async between(task) {
      while (working !== undefined) await working;
      if (writer === undefined || batch !== undefined) return;
      const chain = writer;
      working = task(chain)
        .then(recovered, (error: unknown) => {
          if (error instanceof ChainTaken) chainTaken(error);
          else failed(error);
        })
        .finally(() => {
          working = undefined;
          schedule();
        });
      await working;
    },
    get atRisk() {
      return waiting.size + (batch?.rows.length ?? 0);
    },
    get lost() {
      return lost;
    },
    get failing() {
      return failures > 0;
    },
  };
}
