import { FilterValue } from '@voxolib/telephony';
import { z } from 'zod';
import { foreign } from '../../foreign-text.ts';
import { paged, pageFacts, pageInput, Rows } from '../../page.ts';
import { defineTool, READS } from '../../tool.ts';
import { AccountName } from './arguments.ts';

export const getCallAccounts = defineTool({
  name: 'voipms_get_call_accounts',
  title: 'VoIP.ms account filter values',
  description: `The values that the argument account takes in the tools for calls, recordings and transcripts.

Use it before those tools when the name of a line is not known.`,
  needs: 'voipms',
  scope: 'mcp.account.read',
  effects: READS,
  input: z.strictObject({
    client: AccountName.optional().describe('Only those of this reseller client'),
    ...pageInput,
  }),
  output: z.object({ accounts: Rows, ...pageFacts, as_of: z.string() }),
  async run({ client, limit, cursor }, { voipms, signal }) {
    const { accounts, as_of } = await voipms.lines.filterValues({ client }, { signal });
    const rows = foreign(z.array(FilterValue), accounts);
    return paged(rows, { limit, cursor, keyOf: ({ value }) => value }, (shown, page) => ({
      accounts: shown,
      ...page,
      as_of,
    }));
  },
});
