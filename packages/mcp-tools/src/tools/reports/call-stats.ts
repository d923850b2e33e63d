import { TelephonyError } from '@voxolib/telephony';
import {
  CallStats,
  callStats as computeCallStats,
  type Grouping,
  groupings,
  minuteSortKeys,
  minutesStats,
  sortKeys,
} from '@voxolib/telephony/reports';
import { z } from 'zod';
import { MaxTokens } from '../../budget.ts';
import { defineTool, READS } from '../../tool.ts';
import { coarserGroups } from './coarser-groups.ts';
import { periodInput, readPeriod } from './period-input.ts';
import { Account, Fresh, Measure, Product, readCalls, readMinutes } from './read-accounts.ts';

const sortBy = [...new Set([...sortKeys, ...minuteSortKeys])] as [string, ...string[]];

export const callStats = defineTool({
  name: 'call_stats',
  title: 'Call statistics',
  description: `Computed statistics of any period: totals, answered and missed rate, mean per day, best and worst day, and groups in time, by weekday, status, family or product; ranked, if you like.

Use it for every question about how many, what share, which day, which weekday, or a trend: one call answers it exactly. To compare two periods use compare_periods.`,
  needs: 'reports',
  scope: 'mcp.stats.read',
  effects: READS,
  input: z.strictObject({
    ...periodInput,
    account: Account,
    product: Product,
    measure: Measure,
    group_by: z
      .array(z.enum(groupings))
      .max(2)
      .default(['month'])
      .describe('One grouping, or two to cross them, e.g. ["week","product"]; [] for totals alone'),
    sort_by: z.enum(sortBy).optional().describe('Rank the groups by this figure; in their own order without it'),
    order: z.enum(['desc', 'asc']).default('desc').describe('desc: highest first'),
    top: z.int().min(1).max(500).optional().describe('Keep so many groups; the others are added up in rest'),
    min_calls: z.int().min(0).default(0).describe('Leave groups of fewer calls out of a ranking'),
    fresh: Fresh,
    max_tokens: MaxTokens,
  }),
  // The rows are described by the arguments; their full schema would cost every conversation more than it tells.
  output: CallStats.pick({
    source: true,
    period: true,
    missing: true,
    coarsened: true,
    as_of: true,
    warnings: true,
  }).extend({
    measure: z.enum(['calls', 'minutes']),
    totals: z.looseObject({}),
    groups: z.array(z.looseObject({})),
    rest: z.looseObject({}).optional().describe('What is in no listed group'),
    definitions: z.looseObject({}).optional(),
  }),
  async run(input, context) {
    const { period } = readPeriod(input, context.now());
    const { account, product, fresh } = input;
    const request = { accounts: context.accounts, account, product, period, fresh };
    const ranking = { order: input.order, ...(input.top !== undefined && { top: input.top }) };
    if (input.measure === 'minutes') {
      const groupBy = input.group_by.filter((grouping) => noStatus(grouping));
      const sort = keyOf(minuteSortKeys, input.sort_by);
      const read = await readMinutes(request, context);
      return coarserGroups(groupBy, ranking, (by, rank) =>
        minutesStats({ ...read, ...rank, period, groupBy: by, ...(sort && { sortBy: sort }) }),
      );
    }
    const sort = keyOf(sortKeys, input.sort_by);
    if (sort !== undefined && sort !== 'calls') input.group_by.forEach(hasRates);
    const read = await readCalls(request, context);
    const { families } = context;
    return coarserGroups(input.group_by, ranking, (by, rank) =>
      computeCallStats({
        ...read,
        ...rank,
        period,
        families,
        groupBy: by,
        minCalls: input.min_calls,
        ...(sort && { sortBy: sort }),
      }),
    );
  },
});

function noStatus(grouping: Grouping): boolean {
  if (grouping !== 'status' && grouping !== 'family') return true;
  throw new TelephonyError('INVALID_INPUT', `Minutes have no ${grouping}. Group them by time, weekday or product.`, {
    field: 'group_by',
  });
}

/** A group of one status is not answered or missed in part. */
function hasRates(grouping: Grouping): void {
  if (grouping !== 'status' && grouping !== 'family') return;
  throw new TelephonyError('INVALID_INPUT', `Groups by ${grouping} have calls alone. Use sort_by calls, or none.`, {
    field: 'sort_by',
  });
}

function keyOf<Key extends string>(keys: readonly Key[], given: string | undefined): Key | undefined {
  if (given === undefined) return undefined;
  const key = keys.find((known) => known === given);
  if (key !== undefined) return key;
  throw new TelephonyError('INVALID_INPUT', `This measure has no figure ${given}. It has: ${keys.join(', ')}.`, {
    field: 'sort_by',
  });
}
