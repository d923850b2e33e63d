import { LRUCache } from 'lru-cache';
import type { Storage } from '../storage/storage.ts';
import { monthOf } from './month.ts';
import { counted } from './month-row.ts';
import { createMonthWriter } from './month-writer.ts';
import type { Tier } from './tier.ts';

interface Count {
  readonly allowed: boolean;
  /** Calls of this month, this one included when it is allowed, as far as this process knows. */
  readonly used: number;
}

export interface MonthCounter {
  /** Counts one call, at once as a rule, by way of the database where only it can tell. */
  count(subject: string, tier: Tier): Count | Promise<Count>;
  /** Whether the database does not answer: calls are then admitted and counted here. */
  readonly silent: boolean;
  readonly unwritten: number;
  flush(): Promise<void>;
  /** Writes what it can, and stops trying. */
  close(): Promise<void>;
}

export interface MonthCounterOptions {
  readonly storage: Pick<Storage, 'db'>;
  readonly now: () => number;
  readonly report: (message: string) => void;
  /** How near to a limit that refuses every call goes by way of the database. */
  readonly margin?: (tier: Tier) => number;
}

interface Known {
  /** The stored total, and when it was read. */
  total: number;
  at: number;
  /** Calls of this process that are not part of it yet. */
  unwritten: number;
}

/** So many admitted calls may be lost when the process is killed. */
const AT_RISK = 100;
const STALE_MS = 10_000;
const REMEMBERED = 50_000;

/** What other processes can admit unseen: in ten seconds at most two minutes' worth each. Enough for five of them. */
function tenMinutesWorth({ callsPerMinute }: Tier): number {
  return callsPerMinute === null ? Number.POSITIVE_INFINITY : callsPerMinute * 10;
}

/**
 * Counts calls per month in the database, for any number of processes. Far from a limit a call is admitted by what is
 * known here, and written together with others. Near a limit that refuses, where another process may have taken the last
 * call, it is added in the database first, and the total that comes back decides; refused calls are taken off again.
 */
export function createMonthCounter(options: MonthCounterOptions): MonthCounter {
  const { storage, now, report, margin = tenMinutesWorth } = options;
  const known = new LRUCache<string, Known>({ max: REMEMBERED });
  const writer = createMonthWriter({
    storage,
    report,
    written({ key }, total, calls) {
      const unwritten = known.get(key)?.unwritten ?? calls;
      known.set(key, { total, at: now(), unwritten: unwritten - calls });
    },
  });

  return {
    count(subject, tier) {
      const time = now();
      const counting = counted(subject, tier, monthOf(time));
      const state = known.get(counting.key) ?? { total: 0, at: Number.NEGATIVE_INFINITY, unwritten: 0 };
      const limit = refusesBeyond(tier);
      const used = state.total + state.unwritten;
      const trusted = writer.silent || time - state.at < STALE_MS;
      if (trusted && used >= limit) return { allowed: false, used };

      known.set(counting.key, state);
      state.unwritten += 1;
      const far = limit === Number.POSITIVE_INFINITY || used < limit - margin(tier);
      if (writer.silent || (trusted && far && writer.unwritten < AT_RISK)) {
        writer.add(counting, 1);
        return { allowed: true, used: used + 1 };
      }
      return writer.next(counting).then((total) => {
        if (total === undefined) return { allowed: true, used: used + 1 };
        if (total <= limit) return { allowed: true, used: total };
        const newest = known.get(counting.key);
        if (newest !== undefined) newest.unwritten -= 1;
        writer.add(counting, -1);
        return { allowed: false, used: limit };
      });
    },
    get silent() {
      return writer.silent;
    },
    get unwritten() {
      return writer.unwritten;
    },
    flush: writer.flush,
    close: writer.close,
  };
}

/** Where calls begin to be refused: nowhere, when those beyond the included ones are metered. */
function refusesBeyond({ callsPerMonth, overage }: Tier): number {
  return callsPerMonth === null || overage !== undefined ? Number.POSITIVE_INFINITY : callsPerMonth;
}
