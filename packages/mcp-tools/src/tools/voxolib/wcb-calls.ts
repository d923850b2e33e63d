import { Period } from '@voxolib/telephony';
import { defineTool, READS } from '../../tool.ts';
import { DailyAnswer, dailyAnswer } from './daily-answer.ts';

export const wcbCalls = defineTool({
  name: 'voxolib_wcb_calls',
  title: 'Web call back: calls per day',
  description: `Daily volume of WCB (web call back) calls, with a breakdown by status and exact totals.

Use it for plain daily rows of calls that visitors of a web site asked for, over at most 90 days. Inbound calls are in voxolib_did_calls; rates, ranks and longer periods in call_stats.`,
  needs: 'voxolib',
  scope: 'mcp.stats.read',
  effects: READS,
  input: Period,
  output: DailyAnswer,
  async run(period, { voxolib, signal }) {
    return dailyAnswer(await voxolib.calls.daily('wcb', period, { signal }));
  },
});
