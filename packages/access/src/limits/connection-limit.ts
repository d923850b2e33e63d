import { randomUUID } from 'node:crypto';
import type { Refused } from './admission.ts';
import { type ConnectionLeases, createConnectionLeases, LEASE_MS } from './connection-leases.ts';
import type { RedisConnection } from './redis.ts';
import { connectionRefusal } from './refusals.ts';
import type { Tier } from './tier.ts';

export interface OpenConnection {
  readonly allowed: true;
  /** Frees the place; a second time does nothing. */
  close(): void;
}

export interface ConnectionLimit {
  open(subject: string, tier: Pick<Tier, 'name' | 'title' | 'connections'>): Promise<OpenConnection | Refused>;
  close(): void;
}

/** Streams that a caller has open at a time: in this process, or with Redis in all of them. */
export function createConnectionLimit(redis?: RedisConnection): ConnectionLimit {
  const leases: ConnectionLeases | undefined = redis && createConnectionLeases(redis);
  const local = new Map<string, Set<string>>();
  let renewing: NodeJS.Timeout | undefined;

  function renewWhileOpen(each: ConnectionLeases) {
    renewing ??= setInterval(() => each.renew(local), LEASE_MS / 3).unref();
  }

  function free(key: string, id: string) {
    const ids = local.get(key);
    if (ids?.delete(id) && ids.size === 0) local.delete(key);
  }

  return {
    async open(subject, tier) {
      const limit = tier.connections;
      if (limit === null) return { allowed: true, close() {} };
      const key = `${tier.name}:${subject}`;
      const id = randomUUID();
      const ids = local.get(key) ?? new Set();
      if (ids.size >= limit) return connectionRefusal(tier, limit, LEASE_MS);
      // Taken before Redis is asked, so that what is asked for at once is counted here at least.
      local.set(key, ids.add(id));
      if (leases !== undefined) {
        renewWhileOpen(leases);
        if ((await leases.take(key, id, limit)) === false) {
          free(key, id);
          return connectionRefusal(tier, limit, LEASE_MS);
        }
      }
      return {
        allowed: true,
        close() {
          free(key, id);
          void leases?.release(key, id);
        },
      };
    },
    close() {
      clearInterval(renewing);
    },
  };
}
