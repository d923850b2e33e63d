import { FilterValue, Line } from '@voxolib/telephony';
import { z } from 'zod';
import { foreign } from '../../foreign-text.ts';
import { paged, pageFacts, pageInput, Rows } from '../../page.ts';
import { defineTool, READS } from '../../tool.ts';
import { AccountName } from './arguments.ts';

export const getAccounts = defineTool({
  name: 'voipms_get_accounts',
  title: 'VoIP.ms sub-accounts',
  description: `Sub-accounts (lines) of the VoIP.ms account with their settings, without passwords, and the values that filters by account take.

Use it to find a line, or whether it records or transcribes calls. For the filter values alone use voipms_get_call_accounts.`,
  needs: 'voipms',
  scope: 'mcp.account.read',
  effects: READS,
  input: z.strictObject({
    account: AccountName.optional().describe('Only this one, by its whole name'),
    ...pageInput,
  }),
  output: z.object({
    lines: Rows,
    filter_values: Rows,
    ...pageFacts,
    as_of: z.string(),
    warnings: z.array(z.string()).optional(),
  }),
  async run({ account, limit, cursor }, { voipms, signal }) {
    const { lines, ...facts } = await voipms.lines.list({ account }, { signal });
    const values = await voipms.lines.filterValues({}, { signal });
    const filter_values = foreign(z.array(FilterValue), values.accounts);
    const rows = foreign(z.array(Line), lines).map(({ codecs, ...line }) => ({
      ...line,
      ...(codecs && { codecs: codecs.join(' ') }),
    }));
    return paged(rows, { limit, cursor, keyOf: ({ id }) => id }, (shown, page) => ({
      lines: shown,
      filter_values,
      ...page,
      ...facts,
    }));
  },
});
