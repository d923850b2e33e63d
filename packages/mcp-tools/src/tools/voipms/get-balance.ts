import { BalanceReport } from '@voxolib/telephony';
import { z } from 'zod';
import { foreign } from '../../foreign-text.ts';
import { defineTool, READS } from '../../tool.ts';

export const getBalance = defineTool({
  name: 'voipms_get_balance',
  title: 'VoIP.ms balance',
  description: `What is left on the VoIP.ms account, and what it has spent in all and today.

Use it for money. What a single call cost is in voipms_get_recent_cdr.`,
  needs: 'voipms',
  scope: 'mcp.account.read',
  effects: READS,
  input: z.strictObject({}),
  output: BalanceReport,
  async run(_, { voipms, signal }) {
    return foreign(BalanceReport, await voipms.balance.read({ signal }));
  },
});
