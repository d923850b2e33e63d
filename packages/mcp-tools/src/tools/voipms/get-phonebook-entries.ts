import { PhonebookEntry } from '@voxolib/telephony';
import { z } from 'zod';
import { foreign } from '../../foreign-text.ts';
import { paged, pageFacts, pageInput, Rows } from '../../page.ts';
import { defineTool, READS } from '../../tool.ts';
import { Id, PhoneNumber, Words } from './arguments.ts';

export const getPhonebookEntries = defineTool({
  name: 'voipms_get_phonebook_entries',
  title: 'VoIP.ms phonebook entries',
  description: `Entries of the VoIP.ms phonebook: number, name, note and group. One number may have several entries.

Use it to look a number or name up, or to list a group. All about one number at once: voipms_inspect_number.`,
  needs: 'voipmsPhonebook',
  scope: 'mcp.phonebook.read',
  effects: READS,
  input: z.strictObject({
    entry: Id.optional().describe('Only the entry with this id'),
    name: Words(80).optional().describe('Only entries with this whole name'),
    group: Id.optional().describe('Only entries of the group with this id'),
    group_name: Words(80).optional().describe('Only entries of the group with this whole name'),
    number: PhoneNumber.optional(),
    ...pageInput,
  }),
  output: z.object({ entries: Rows, ...pageFacts, as_of: z.string(), warnings: z.array(z.string()).optional() }),
  async run({ limit, cursor, max_tokens: _, ...filter }, { voipms, signal }) {
    const { entries, ...facts } = await voipms.phonebook.entries(filter, { signal });
    const rows = foreign(z.array(PhonebookEntry), entries);
    return paged(rows, { limit, cursor, keyOf: ({ id }) => id }, (shown, page) => ({
      entries: shown,
      ...page,
      ...facts,
    }));
  },
});
