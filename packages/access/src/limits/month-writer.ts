import type { Storage } from '../storage/storage.ts';
import { addCalls, type Counted } from './month-row.ts';

export interface MonthWriter {
  /** Adds calls, negative ones too, within 50 ms and together with others. */
  add(counted: Counted, calls: number): void;
  /** Adds one call and gives the stored total at its place in line, or undefined when the database does not answer. */
  next(counted: Counted): Promise<number | undefined>;
  /** Whether the database does not answer at present. What is added is kept and written when it does. */
  readonly silent: boolean;
  /** Calls that are not written yet. */
  readonly unwritten: number;
  /** Tries to write everything. */
  flush(): Promise<void>;
  /** The same, once and for all. */
  close(): Promise<void>;
}

export interface MonthWriterOptions {
  readonly storage: Pick<Storage, 'db'>;
  /** Told when the database stops answering, and when it answers again. */
  readonly report: (message: string) => void;
  /** Told each new total, with the calls of this process that are now part of it. */
  readonly written: (counted: Counted, total: number, calls: number) => void;
}

interface Slot extends Counted {
  calls: number;
  /** Who waits, with the number of calls that came before and with theirs. */
  waiting: { readonly place: number; readonly resolve: (total: number | undefined) => void }[];
}

const FLUSH_MS = 50;
const FLUSH_CALLS = 50;
const PATIENCE_MS = 1_000;
const RETRY_MS = 1_000;
const ROWS_PER_STATEMENT = 200;

/** Gathers what several calls add, and writes it in one statement; one statement at a time. */
export function createMonthWriter({ storage, report, written }: MonthWriterOptions): MonthWriter {
  let slots = new Map<string, Slot>();
  let unwritten = 0;
  let silent = false;
  let closed = false;
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Immediate | undefined;

  function slotOf(counted: Counted): Slot {
    const found = slots.get(counted.key);
    if (found !== undefined) return found;
    const slot = { ...counted, calls: 0, waiting: [] };
    slots.set(counted.key, slot);
    return slot;
  }

  function put(counted: Counted, calls: number): Slot {
    const slot = slotOf(counted);
    slot.calls += calls;
    unwritten += Math.abs(calls);
    return slot;
  }

  function schedule(now: boolean) {
    if (writing !== undefined || soon !== undefined || closed) return;
    if (now && !silent) {
      clearTimeout(timer);
      timer = undefined;
      // What the same turn of the event loop brings goes into the same statement.
      soon = setImmediate(write);
    } else {
      timer ??= setTimeout(write, silent ? RETRY_MS : FLUSH_MS);
    }
  }

  function write(): Promise<void> {
    clearTimeout(timer);
    clearImmediate(soon);
    timer = undefined;
    soon = undefined;
    writing ??= writeAll().finally(() => {
      writing = undefined;
      if (slots.size > 0) schedule([...slots.values()].some(({ waiting }) => waiting.length > 0));
    });
    return writing;
  }

  async function writeAll() {
    // Rows in one order, so that two processes never wait for each other's.
    const taken = [...slots.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    slots = new Map();
    const impatient = setTimeout(() => fall(taken, 'does not answer'), PATIENCE_MS);
    try {
      while (taken.length > 0) {
        const batch = taken.slice(0, ROWS_PER_STATEMENT);
        settle(batch, await addCalls(storage, batch));
        taken.splice(0, batch.length);
      }
      if (silent) report('The database answers again; calls of this month are counted exactly.');
      silent = false;
    } catch {
      fall(taken, 'refused to count');
      for (const { calls, waiting: _, ...counted } of taken) slotOf(counted).calls += calls;
    } finally {
      clearTimeout(impatient);
    }
  }

  function settle(batch: readonly Slot[], totals: readonly number[]) {
    for (const [index, slot] of batch.entries()) {
      const total = totals[index] ?? 0;
      unwritten -= Math.abs(slot.calls);
      written(slot, total, slot.calls);
      for (const { place, resolve } of slot.waiting) resolve(total - slot.calls + place);
    }
  }

  function fall(taken: readonly Slot[], what: string) {
    if (!silent) report(`The database ${what}; calls of this month are counted here and written later.`);
    silent = true;
    for (const { waiting } of [...taken, ...slots.values()]) for (const { resolve } of waiting) resolve(undefined);
  }

  async function flush() {
    await writing;
    if (slots.size > 0) await write();
  }

  return {
    add(counted, calls) {
      put(counted, calls);
      schedule(unwritten >= FLUSH_CALLS);
    },
    next(counted) {
      const slot = put(counted, 1);
      return new Promise((resolve) => {
        slot.waiting.push({ place: slot.calls, resolve });
        schedule(true);
      });
    },
    get silent() {
      return silent;
    },
    get unwritten() {
      return unwritten;
    },
    flush,
    async close() {
      closed = true;
      await flush();
    },
  };
}
