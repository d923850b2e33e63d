import { CallDetail, CallOutcome } from '@voxolib/telephony';
import { familyOf } from '@voxolib/telephony/reports';
import { z } from 'zod';
import { foreign } from '../../foreign-text.ts';
import { paged, pageFacts, pageInput, Rows } from '../../page.ts';
import { defineTool, READS } from '../../tool.ts';
import { AccountName, Days, Direction, datesOf, PhoneNumber, readDays, recentDays } from './arguments.ts';
import { countStatuses } from './call-counts.ts';

export const getRecentCdr = defineTool({
  name: 'voipms_get_recent_cdr',
  title: 'VoIP.ms single calls',
  description: `Single calls of the VoIP.ms account, newest first: time (UTC), from, to, status, seconds, cost.

Use it to see calls one by one. How many, rates, trends and comparisons: call_stats and compare_periods, which are exact and cost far less.`,
  needs: 'voipms',
  scope: 'mcp.calls.read',
  effects: READS,
  input: z.strictObject({
    ...recentDays,
    direction: Direction,
    account: AccountName.optional().describe('Only this line, from voipms_get_call_accounts'),
    number: PhoneNumber.optional().describe('Only calls from or to this number, in any notation'),
    outcomes: z.array(CallOutcome).min(1).max(4).optional().describe('All unless given'),
    billing: z.enum(['free', 'billed']).optional().describe('Both unless given'),
    ...pageInput,
  }),
  output: z.object({
    period: Days,
    status_breakdown: z.record(z.string(), z.int()).describe('All calls by status, not only those of this answer'),
    calls: Rows,
    ...pageFacts,
    as_of: z.string(),
    warnings: z.array(z.string()).optional(),
  }),
  async run(input, { voipms, signal, now, families }) {
    const { direction, account, number, outcomes, billing, limit, cursor } = input;
    const period = readDays(input, now());
    const asked = { ...datesOf(period), direction, account, number, outcomes, billing };
    const { calls, ...facts } = await voipms.records.list(asked, { signal });
    const status_breakdown = countStatuses(calls);
    return paged(calls, { limit, cursor, keyOf: ({ id }) => id }, (shown, page) => ({
      period,
      status_breakdown,
      calls: foreign(z.array(CallDetail), shown).map(({ cost, ...call }) => ({
        ...call,
        family: familyOf(call.status, families),
        ...(cost && { cost: `${cost.amount} ${cost.currency}` }),
      })),
      ...page,
      ...facts,
    }));
  },
});
