import type { Storage } from '../storage/storage.ts';
import type { Admission, Refused } from './admission.ts';
import { createConnectionLimit, type OpenConnection } from './connection-limit.ts';
import { deploymentOf } from './deployment.ts';
import { createMinuteLimit, type MinuteUsage } from './minute-limit.ts';
import { monthOf } from './month.ts';
import { createMonthCounter } from './month-counter.ts';
import { connectRedis, type RedisConnection } from './redis.ts';
import { minuteRefusal, monthRefusal } from './refusals.ts';
import { standardTiers, Tier } from './tier.ts';
import { readUsage, readUsageByTier, type TierUsage, type Usage } from './usage.ts';

export interface LimitsOptions {
  readonly storage: Pick<Storage, 'db'>;
  /** Where calls per minute and open streams are counted for several processes. Without it each counts for itself. */
  readonly redisUrl?: string;
  /** How long a call waits for Redis before this process decides by itself; 100 by default. */
  readonly redisTimeoutMs?: number;
  /** How many processes there are: while Redis is lost, each admits that part of the calls per minute. 1 by default. */
  readonly processes?: number;
  /** The first one also serves callers whose tier is no longer in the list. */
  readonly tiers?: readonly Tier[];
  /** The clock that says which month it is. */
  readonly now?: () => number;
  /** Told, in a sentence, when Redis or the database is lost and found. */
  readonly report?: (message: string) => void;
}

/** Who is counted, for all their tokens together, and the name of their tier. */
export interface LimitedCaller {
  readonly subject: string;
  readonly tier: string;
}

export interface Limits {
  /** Counts a call and says whether it may be made. */
  admit(caller: LimitedCaller): Promise<Admission>;
  /** Takes a place for a stream; whoever gets one closes it. */
  openConnection(caller: LimitedCaller): Promise<OpenConnection | Refused>;
  /** What a caller has used in a month, `YYYY-MM`, by default this one. */
  usage(subject: string, month?: string): Promise<Usage[]>;
  usageByTier(month?: string): Promise<TierUsage[]>;
  /** What a caller has used in the minute under way. Undefined without such a limit, and where it cannot be known now. */
  minuteUsage(caller: LimitedCaller): Promise<MinuteUsage | undefined>;
  /** The tier that a name stands for. */
  tier(name: string): Tier;
  /** For other limits that all processes of this database share; undefined without a Redis. */
  readonly redis: RedisConnection | undefined;
  /** Whether what is counted for all processes can be at present, and how many calls are not written yet. */
  health(): {
    readonly redis: 'unused' | 'ready' | 'lost';
    readonly database: 'ready' | 'lost';
    readonly unwritten: number;
  };
  /** Writes what is counted; call it before the storage is closed. */
  close(): Promise<void>;
}

/** The limits of all callers. Waits a moment for Redis, and goes on without it. */
export async function createLimits(options: LimitsOptions): Promise<Limits> {
  const {
    storage,
    redisUrl,
    redisTimeoutMs = 100,
    processes = 1,
    tiers = standardTiers,
    now = Date.now,
    report = () => {},
  } = options;
  const byName = new Map(tiers.map((tier) => [tier.name, Tier.parse(tier)]));
  const [lowest] = byName.values();
  if (lowest === undefined) throw new TypeError('There must be at least one tier.');
  if (byName.size < tiers.length) throw new TypeError('Two tiers have the same name.');
  const tierOf = (name: string) => byName.get(name) ?? lowest;

  const redis =
    redisUrl === undefined
      ? undefined
      : await connectRedis(redisUrl, redisTimeoutMs, report, `${await deploymentOf(storage)}:`);
  const minutes = createMinuteLimit(redis, processes);
  const months = createMonthCounter({ storage, now, report });
  const connections = createConnectionLimit(redis);

  return {
    async admit({ subject, tier: name }) {
      const tier = tierOf(name);
      const minute = await minutes.count(subject, tier);
      if (minute?.allowed === false) return minuteRefusal(tier, minute.limit, minute.resetMs);
      const { allowed, used } = await months.count(subject, tier);
      const included = tier.callsPerMonth;
      if (!allowed) return monthRefusal(tier, included ?? used, now());
      const remaining = included === null ? null : Math.max(0, included - used);
      return {
        allowed: true,
        tier: tier.name,
        ...(minute && { minute: { limit: minute.limit, remaining: minute.remaining, resetMs: minute.resetMs } }),
        month: { used, included, remaining },
        ...(tier.overage && included !== null && used > included && { metered: tier.overage }),
      };
    },
    openConnection: ({ subject, tier }) => connections.open(subject, tierOf(tier)),
    async usage(subject, month = monthOf(now())) {
      await months.flush();
      return readUsage(storage, subject, month);
    },
    async usageByTier(month = monthOf(now())) {
      await months.flush();
      return readUsageByTier(storage, month);
    },
    minuteUsage: ({ subject, tier }) => minutes.used(subject, tierOf(tier)),
    tier: tierOf,
    redis,
    health: () => ({
      redis: redis === undefined ? 'unused' : redis.ready ? 'ready' : 'lost',
      database: months.silent ? 'lost' : 'ready',
      unwritten: months.unwritten,
    }),
    async close() {
      connections.close();
      await months.close();
      redis?.close();
    },
  };
}
