import { LRUCache } from 'lru-cache';

/** Resolves when whoever was refused may be told so. */
export type HoldBack = (subject: string) => Promise<void>;

/** Refusals in a minute that are told at once: a client that obeys them has fewer. */
const AT_ONCE = 10;
const MINUTE_MS = 60_000;
const HELD_MS = 1_000;
/** Requests that are held at a time. Each keeps a connection and what was sent with it. */
const MOST_HELD = 1_000;
const REMEMBERED = 10_000;

/** Makes whoever goes on calling beyond a limit wait for each refusal, so that they take no time from others. */
export function createHoldBack(): HoldBack {
  const refusals = new LRUCache<string, number>({ max: REMEMBERED, ttl: MINUTE_MS, noUpdateTTL: true });
  let held = 0;
  return async (subject) => {
    const count = (refusals.get(subject) ?? 0) + 1;
    refusals.set(subject, count);
    if (count <= AT_ONCE || held >= MOST_HELD) return;
    held += 1;
    await new Promise((told) => setTimeout(told, HELD_MS));
    held -= 1;
  };
}
