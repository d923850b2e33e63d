import { DailyCallReport, Period } from '@voxolib/telephony';
import { defineTool, READS } from '../../tool.ts';

export const wcbCalls = defineTool({
  name: 'voxolib_wcb_calls',
  title: 'Web call back: calls per day',
  description: `Daily volume of WCB (web call back) calls, with a breakdown by status and exact totals.

Use it for calls that visitors of a web site asked for, over at most 90 days. Inbound calls to phone numbers are in voxolib_did_calls.`,
  needs: 'voxolib',
  scope: 'mcp.stats.read',
  effects: READS,
  input: Period,
  output: DailyCallReport,
  run(period, { voxolib, signal }) {
    return voxolib.calls.daily('wcb', period, { signal });
  },
});
