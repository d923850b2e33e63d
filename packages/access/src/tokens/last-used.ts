import { LRUCache } from 'lru-cache';

export interface LastUsed {
  /** Notes that a token is in use; `stored` is what its row says. */
  note(id: string, stored: number | null): void;
  flush(): Promise<void>;
}

const EVERY_MS = 60_000;
const GATHER_MS = 1_000;
const IDS_PER_STATEMENT = 200;

export interface LastUsedOptions {
  /** Puts the time into the rows of these ids. */
  write(ids: readonly string[], time: number): Promise<unknown>;
  now: () => number;
  report: (message: string) => void;
}

/** Writes when tokens were last used: each at most once a minute, several in one statement, and no call waits for it. */
export function createLastUsed({ write, now, report }: LastUsedOptions): LastUsed {
  const noted = new LRUCache<string, number>({ max: 50_000 });
  let due = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  async function flush() {
    clearTimeout(timer);
    timer = undefined;
    const ids = [...due].sort();
    due = new Set();
    const time = now();
    try {
      for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT) {
        await write(ids.slice(start, start + IDS_PER_STATEMENT), time);
      }
    } catch {
      // The next use in a minute tries again.
      report('The database refused to note when tokens were last used.');
    }
  }

  return {
    note(id, stored) {
      const time = now();
      if (time - Math.max(stored ?? 0, noted.get(id) ?? 0) < EVERY_MS) return;
      noted.set(id, time);
      due.add(id);
      timer ??= setTimeout(flush, GATHER_MS).unref();
    },
    flush,
  };
}
