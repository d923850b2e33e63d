import { DailyCallReport, Period } from '@voxolib/telephony';
import { defineTool, READS } from '../../tool.ts';

export const didCalls = defineTool({
  name: 'voxolib_did_calls',
  title: 'Inbound numbers: calls per day',
  description: `Daily volume of inbound calls to DIDs (the account's phone numbers), with a breakdown by status and exact totals.

Use it for calls that people made to the company, over at most 90 days. Calls requested on a web site are in voxolib_wcb_calls.`,
  needs: 'voxolib',
  scope: 'mcp.stats.read',
  effects: READS,
  input: Period,
  output: DailyCallReport,
  run(period, { voxolib, signal }) {
    return voxolib.calls.daily('did', period, { signal });
  },
});
