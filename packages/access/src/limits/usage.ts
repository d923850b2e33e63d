import type { Storage } from '../storage/storage.ts';
import { fromMicros } from './money.ts';
import { nextMonth } from './month.ts';

/** The calls of one caller under one tier in a month. */
export interface Usage {
  readonly tier: string;
  /** Calendar month in UTC, as `YYYY-MM`. */
  readonly month: string;
  readonly calls: number;
  /** When the next month begins. */
  readonly resetsAt: number;
  /** Calls beyond the included ones and what they cost; absent where nothing is metered. */
  readonly overage?: { readonly calls: number; readonly amount: string; readonly currency: string };
}

export interface TierUsage extends Usage {
  readonly subjects: number;
}

type Stored = Pick<Storage, 'db'>;

/** What one caller has used in a month, by tier. */
export async function readUsage({ db }: Stored, subject: string, month: string): Promise<Usage[]> {
  const rows = await db
    .selectFrom('usage_counters')
    .select(['tier', 'calls', 'over_calls', 'over_micros', 'currency'])
    .where('subject', '=', subject)
    .where('month', '=', month)
    .orderBy('tier')
    .execute();
  return rows.map((row) => toUsage(row, month));
}

/** What all callers together have used in a month, by tier. */
export async function readUsageByTier({ db }: Stored, month: string): Promise<TierUsage[]> {
  const rows = await db
    .selectFrom('usage_counters')
    .select(({ fn }) => [
      'tier',
      'currency',
      fn.countAll<number>().as('subjects'),
      fn.sum<number>('calls').as('calls'),
      fn.sum<number>('over_calls').as('over_calls'),
      fn.sum<number>('over_micros').as('over_micros'),
    ])
    .where('month', '=', month)
    .groupBy(['tier', 'currency'])
    .orderBy('tier')
    .execute();
  return rows.map((row) => ({ ...toUsage(row, month), subjects: row.subjects }));
}

interface Row {
  tier: string;
  calls: number;
  over_calls: number;
  over_micros: number;
  currency: string | null;
}

function toUsage({ tier, calls, over_calls, over_micros, currency }: Row, month: string): Usage {
  const resetsAt = nextMonth(Date.parse(`${month}-01`));
  if (currency === null) return { tier, month, calls, resetsAt };
  return { tier, month, calls, resetsAt, overage: { calls: over_calls, amount: fromMicros(over_micros), currency } };
}
