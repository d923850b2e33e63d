import type { ChangeEnd, ChangeKey, ChangeLedger, Known } from './ledger.ts';

/** For how long a key is remembered, and how many. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const MOST = 10_000;

interface Entry {
  digest: string;
  since: number;
  ended: Promise<ChangeEnd>;
}

/** A ledger of this process: for one person over stdio, and where nothing is kept. Several processes each have their own. */
export function createMemoryLedger(now: () => number = Date.now): ChangeLedger {
  const entries = new Map<string, Entry>();
  const nameOf = ({ subject, key }: ChangeKey) => JSON.stringify([subject, key]);

  const forget = () => {
    for (const [name, { since }] of entries) {
      if (entries.size <= MOST && now() - since < KEPT_MS) return;
      entries.delete(name);
    }
  };
  const known = async (asked: ChangeKey): Promise<Known> => {
    forget();
    const entry = entries.get(nameOf(asked));
    if (entry === undefined) return { state: 'new' };
    if (entry.digest !== asked.digest) return { state: 'other' };
    return { state: 'ended', end: await entry.ended };
  };

  return {
    look: known,
    async claim(asked) {
      if (entries.has(nameOf(asked))) {
        const found = await known(asked);
        if (found.state !== 'new') return found;
      }
      const { promise: ended, resolve } = Promise.withResolvers<ChangeEnd>();
      entries.set(nameOf(asked), { digest: asked.digest, since: now(), ended });
      return { state: 'claimed', end: async (end) => resolve(end) };
    },
  };
}
