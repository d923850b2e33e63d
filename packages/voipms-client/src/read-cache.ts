interface Kept {
  value: unknown;
  receivedAt: Date;
  until: number;
}

/** Replies of list methods, for a short time. */
export interface ReadCache {
  get(key: string, now: number): { value: unknown; receivedAt: Date } | undefined;
  /** Keeps a reply, unless something was changed since `version` was taken. */
  put(key: string, kept: Kept, version: number): void;
  /** Forgets everything: after a change, whatever came of it. */
  clear(): void;
  readonly version: number;
}

const MOST_REPLIES = 50;

export function createReadCache(): ReadCache {
  const replies = new Map<string, Kept>();
  let version = 0;
  return {
    get version() {
      return version;
    },
    get(key, now) {
      const kept = replies.get(key);
      if (kept === undefined) return undefined;
      if (kept.until > now) return kept;
      replies.delete(key);
      return undefined;
    },
    put(key, kept, from) {
      if (from !== version) return;
      replies.delete(key);
      replies.set(key, kept);
      const [oldest] = replies.keys();
      if (replies.size > MOST_REPLIES && oldest !== undefined) replies.delete(oldest);
    },
    clear() {
      version += 1;
      replies.clear();
    },
  };
}
