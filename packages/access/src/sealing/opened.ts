import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Sealer } from './sealer.ts';

const REMEMBERED_MS = 60_000;
const MOST = 10_000;

/**
 * Opens what callers need with every call, and remembers it for a minute after it was opened: to open it anew costs half of
 * what a relayed call does. Whoever asks has read the row and brings the token each time; what is no longer in
 * the database is not asked for. Neither tokens nor keys are remembered.
 */
export function rememberingOpener({ open }: Pick<Sealer, 'open'>): Sealer['open'] {
  const opened = new LRUCache<string, string>({ max: MOST, ttl: REMEMBERED_MS, ttlAutopurge: true });
  return (kind, token, { keyId, sealed }) => {
    const key = hash('sha256', JSON.stringify([kind, keyId, sealed, token]), 'base64url');
    const known = opened.get(key);
    if (known !== undefined) return known;
    const text = open(kind, token, { keyId, sealed });
    if (text !== undefined) opened.set(key, text);
    return text;
  };
}
