import { Period } from '@voxolib/telephony';
import { defineTool, READS } from '../../tool.ts';
import { DailyAnswer, dailyAnswer } from './daily-answer.ts';

export const didCalls = defineTool({
  name: 'voxolib_did_calls',
  title: 'Inbound numbers: calls per day',
  description: `Daily volume of inbound calls to DIDs (the account's phone numbers), with a breakdown by status and exact totals.

Use it for plain daily rows of calls that people made to the company, over at most 90 days. Calls requested on a web site are in voxolib_wcb_calls; rates, ranks and longer periods in call_stats.`,
  needs: 'voxolib',
  scope: 'mcp.stats.read',
  effects: READS,
  input: Period,
  output: DailyAnswer,
  async run(period, { voxolib, signal }) {
    return dailyAnswer(await voxolib.calls.daily('did', period, { signal }));
  },
});
