import { PhonebookGroup } from '@voxolib/telephony';
import { z } from 'zod';
import { foreign } from '../../foreign-text.ts';
import { paged, pageFacts, pageInput, Rows } from '../../page.ts';
import { defineTool, READS } from '../../tool.ts';
import { Id, Words } from './arguments.ts';

export const getPhonebookGroups = defineTool({
  name: 'voipms_get_phonebook_groups',
  title: 'VoIP.ms phonebook groups',
  description: `Groups of the VoIP.ms phonebook, each with its id, name and number of members; of a single group also the ids of its entries.

Use it to find a group. Its numbers are in voipms_get_phonebook_entries.`,
  needs: 'voipmsPhonebook',
  scope: 'mcp.phonebook.read',
  effects: READS,
  input: z.strictObject({
    group: Id.optional().describe('Only the group with this id'),
    name: Words(80).optional().describe('Only the group with this whole name'),
    ...pageInput,
  }),
  output: z.object({
    groups: Rows,
    members: z.array(z.string()).optional().describe('Entry ids, when there is one group'),
    ...pageFacts,
    as_of: z.string(),
    warnings: z.array(z.string()).optional(),
  }),
  async run({ group, name, limit, cursor }, { voipms, signal }) {
    const { groups, ...facts } = await voipms.phonebook.groups({ group, name }, { signal });
    const rows = foreign(z.array(PhonebookGroup), groups);
    const [only] = rows;
    return paged(rows, { limit, cursor, keyOf: ({ id }) => id }, (shown, page) => ({
      groups: shown.map(({ id, name: named, members }) => ({ id, name: named, members: members.length })),
      ...(only !== undefined && rows.length === 1 && { members: only.members }),
      ...page,
      ...facts,
    }));
  },
});
