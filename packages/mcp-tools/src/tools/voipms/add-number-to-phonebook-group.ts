import { z } from 'zod';
import { CREATES, defineChange } from '../../changes/define-change.ts';
import { PhoneNumber } from './arguments.ts';
import { Group, newEntry } from './group-arguments.ts';

export const addNumberToPhonebookGroup = defineChange({
  name: 'voipms_add_number_to_phonebook_group',
  title: 'Add a number to a VoIP.ms phonebook group',
  description: `Puts a number into a phonebook group. An entry that the number has already is used, so that none is made twice.

Use it to sort callers into groups. To block one, use voipms_mark_number_as_spam, which also makes the filter.`,
  needs: 'voipmsPhonebook',
  scope: 'mcp.phonebook.read',
  changeScope: 'mcp.phonebook.write',
  effects: CREATES,
  input: {
    number: PhoneNumber,
    group: Group,
    ...newEntry,
    create_group: z.boolean().default(true).describe('Whether a group that does not exist is made'),
  },
  prepare(request, { voipms, signal }) {
    return voipms.phonebook.prepareAdd(request, { signal });
  },
});
