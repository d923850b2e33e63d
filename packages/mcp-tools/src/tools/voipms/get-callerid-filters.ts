import { CallerIdFilter } from '@voxolib/telephony';
import { z } from 'zod';
import { foreign } from '../../foreign-text.ts';
import { paged, pageFacts, pageInput, Rows } from '../../page.ts';
import { defineTool, READS } from '../../tool.ts';
import { Id, PhoneNumber } from './arguments.ts';

export const getCalleridFilters = defineTool({
  name: 'voipms_get_callerid_filters',
  title: 'VoIP.ms caller ID filters',
  description: `Rules that route calls by who calls: pattern (a number, 214*, p:<group id>, 0 anonymous), number called, and where such calls go.

Use it to see what is blocked or redirected. Which of them meet one number: voipms_inspect_number.`,
  needs: 'voipmsPhonebook',
  scope: 'mcp.phonebook.read',
  effects: READS,
  input: z.strictObject({
    filter: Id.optional().describe('Only the filter with this id'),
    did: z
      .union([z.literal('all'), PhoneNumber])
      .optional()
      .describe('Only filters for this number of the account, or all'),
    ...pageInput,
  }),
  output: z.object({ filters: Rows, ...pageFacts, as_of: z.string(), warnings: z.array(z.string()).optional() }),
  async run({ filter, did, limit, cursor }, { voipms, signal }) {
    const { filters, ...facts } = await voipms.callerIdFilters.list({ filter, did }, { signal });
    const rows = foreign(z.array(CallerIdFilter), filters);
    return paged(rows, { limit, cursor, keyOf: ({ id }) => id }, (shown, page) => ({
      filters: shown,
      ...page,
      ...facts,
    }));
  },
});
