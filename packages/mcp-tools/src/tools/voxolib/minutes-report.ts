import { DailyMinutesReport, Period } from '@voxolib/telephony';
import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';

const MinutesPeriod = z.strictObject({
  product: z.enum(['wcb', 'did']).describe('wcb: web call back; did: inbound numbers'),
  ...Period.shape,
});

export const minutesReport = defineTool({
  name: 'voxolib_minutes_report',
  title: 'Minutes per day',
  description: `Minutes per day of one product, by kind of line (fixed, mobile, international), with the billable minutes and exact totals.

Use it for consumption and invoices, over at most 90 days. Numbers of calls are in voxolib_wcb_calls and voxolib_did_calls.`,
  needs: 'voxolib',
  scope: 'mcp.billing.read',
  effects: READS,
  input: MinutesPeriod,
  output: DailyMinutesReport,
  run({ product, ...period }, { voxolib, signal }) {
    return voxolib.minutes.daily(product, period, { signal });
  },
});
