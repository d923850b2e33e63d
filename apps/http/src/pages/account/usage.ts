import type { Limits, MinuteUsage, Tier, Usage } from '@voxolib/access';

/** What is used of one plan. */
export interface PlanUsage {
  tier: Tier;
  month: Usage;
  /** Undefined where the plan has no such limit, or it cannot be known now. */
  minute: MinuteUsage | undefined;
}

/** What an account has used of the plans of its tokens, and of those that it used before in this month. */
export async function usageOf(limits: Limits, subject: string, plans: Iterable<string>): Promise<PlanUsage[]> {
  const rows = await limits.usage(subject);
  const names = new Set([...plans, ...rows.map(({ tier }) => tier)].map((name) => limits.tier(name).name));
  const { month, resetsAt } = thisMonth(Date.now());
  return Promise.all(
    [...names].map(async (name) => ({
      tier: limits.tier(name),
      month: rows.find(({ tier }) => tier === name) ?? { tier: name, month, calls: 0, resetsAt },
      minute: await limits.minuteUsage({ subject, tier: name }),
    })),
  );
}

/** As calls are counted: by calendar months in UTC. */
function thisMonth(now: number): { month: string; resetsAt: number } {
  const date = new Date(now);
  return {
    month: date.toISOString().slice(0, 7),
    resetsAt: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1),
  };
}
