import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { isTelephonyError } from '@voxolib/telephony';
import { fingerprint } from '@voxolib/token';
import { LRUCache } from 'lru-cache';

/** What Voxolib says of a token. `unknown`: it could not be asked; the calls themselves will tell. */
export type Verdict = 'accepted' | 'refused' | 'unknown';

export interface Judgement {
  verdict: Verdict;
  /** Sets what is kept for this token apart from that of all others: a hash under a key that this process alone has. */
  id: string;
  /** Names the token in logs; does not lead back to it. */
  fingerprint: string;
}

const ACCEPTED_MS = 60_000;
const OTHERWISE_MS = 10_000;

/** Asks Voxolib about tokens, and remembers each answer for a short time. Holds no token, only a keyed hash of it. */
export interface Verdicts {
  of(token: string): Promise<Judgement>;
  /** Forgets an answer that has just been proved wrong. */
  forget(token: string): void;
}

export interface VerdictsOptions {
  /** Told of each answer from Voxolib, not of those remembered. */
  onVerdict?: (verdict: Verdict) => void;
  /** A clock in milliseconds, for tests. */
  now?: () => number;
}

/** @param ask the cheap read that judges a token; it throws when Voxolib cannot be asked. */
export function createVerdicts(
  ask: (token: string) => Promise<'accepted' | 'refused'>,
  { onVerdict = () => {}, now = () => performance.now() }: VerdictsOptions = {},
): Verdicts {
  // A key object: from bytes, one would be made for each request, which costs more than the hash.
  const key = createSecretKey(randomBytes(32));
  const known = new LRUCache<string, Judgement>({ max: 10_000, ttl: ACCEPTED_MS, ttlResolution: 0, perf: { now } });
  const asking = new Map<string, Promise<Judgement>>();
  const hash = (token: string) => createHmac('sha256', key).update(token).digest('base64');

  const judge = async (token: string, id: string): Promise<Judgement> => {
    const verdict = await ask(token).catch((error: unknown): Verdict => {
      if (isTelephonyError(error)) return 'unknown';
      throw error;
    });
    const judgement = { verdict, id, fingerprint: await fingerprint(token) };
    onVerdict(verdict);
    known.set(id, judgement, { ttl: verdict === 'accepted' ? ACCEPTED_MS : OTHERWISE_MS });
    return judgement;
  };

  return {
    async of(token) {
      const id = hash(token);
      const remembered = known.get(id);
      if (remembered !== undefined) return remembered;
      const pending = asking.get(id) ?? judge(token, id).finally(() => asking.delete(id));
      asking.set(id, pending);
      return pending;
    },
    forget(token) {
      known.delete(hash(token));
    },
  };
}
