import { z } from 'zod';
import { CHANGES, defineChange } from '../../changes/define-change.ts';
import { PhoneNumber } from './arguments.ts';
import { Group } from './group-arguments.ts';

export const removeNumberFromPhonebookGroup = defineChange({
  name: 'voipms_remove_number_from_phonebook_group',
  title: 'Remove a number from a VoIP.ms phonebook group',
  description: `Takes every entry of a number out of a phonebook group. The entries stay, unless delete_entry is true.

Use it to undo voipms_add_number_to_phonebook_group. To unblock a number, use voipms_unmark_number_as_spam.`,
  needs: 'voipmsPhonebook',
  scope: 'mcp.phonebook.read',
  changeScope: 'mcp.phonebook.write',
  effects: CHANGES,
  input: {
    number: PhoneNumber,
    group: Group,
    delete_entry: z.boolean().default(false).describe('true deletes the entries of the number too'),
  },
  prepare(request, { voipms, signal }) {
    return voipms.phonebook.prepareRemove(request, { signal });
  },
});
