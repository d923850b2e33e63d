import { type Insertable, sql } from 'kysely';
import type { Storage } from '../storage/storage.ts';
import { toMicros } from './money.ts';
import type { Tier } from './tier.ts';
import type { UsageCounterTable } from './usage-counter-table.ts';

/** What is counted together: the calls of one caller under one tier in one month. */
export interface Counted {
  readonly key: string;
  readonly subject: string;
  readonly tier: Tier;
  readonly month: string;
}

/** Calls that are to be added to the stored ones. Negative to take back what was refused. */
export interface Increment extends Counted {
  readonly calls: number;
}

export function counted(subject: string, tier: Tier, month: string): Counted {
  return { key: countedKey(subject, tier.name, month), subject, tier, month };
}

/** Months and names of tiers have no spaces. */
function countedKey(subject: string, tier: string, month: string): string {
  return `${month} ${tier} ${subject}`;
}

/**
 * Adds all increments in one statement and gives the new totals, in their order. The database adds, and it alone decides
 * which calls are beyond the included ones, so processes that count the same caller at once lose nothing.
 */
export async function addCalls({ db }: Pick<Storage, 'db'>, increments: readonly Increment[]): Promise<number[]> {
  const over = sql<number>`case
    when excluded.metered_from is null or excluded.calls <= 0 then 0
    when usage_counters.calls >= excluded.metered_from then excluded.calls
    when usage_counters.calls + excluded.calls <= excluded.metered_from then 0
    else usage_counters.calls + excluded.calls - excluded.metered_from end`;
  const totals = await db
    .insertInto('usage_counters')
    .values(increments.map(toRow))
    .onConflict((conflict) =>
      conflict.columns(['subject', 'tier', 'month']).doUpdateSet((update) => ({
        calls: sql`usage_counters.calls + excluded.calls`,
        over_calls: sql`usage_counters.over_calls + ${over}`,
        over_micros: sql`usage_counters.over_micros + ${over} * excluded.micros_per_call`,
        metered_from: update.ref('excluded.metered_from'),
        currency: update.ref('excluded.currency'),
        micros_per_call: update.ref('excluded.micros_per_call'),
      })),
    )
    .returning(['subject', 'tier', 'month', 'calls'])
    .execute();
  const found = new Map(totals.map((row) => [countedKey(row.subject, row.tier, row.month), row.calls]));
  return increments.map(({ key }) => found.get(key) ?? 0);
}

function toRow({ subject, tier, month, calls }: Increment): Insertable<UsageCounterTable> {
  const { overage, callsPerMonth } = tier;
  const metered_from = overage === undefined ? null : callsPerMonth;
  const micros_per_call = overage === undefined ? 0 : toMicros(overage.pricePerCall);
  const over_calls = metered_from === null ? 0 : Math.max(0, calls - metered_from);
  return {
    subject,
    tier: tier.name,
    month,
    calls,
    metered_from,
    over_calls,
    over_micros: over_calls * micros_per_call,
    currency: overage?.currency ?? null,
    micros_per_call,
  };
}
