import { z } from 'zod';
import { CHANGES, defineChange } from '../../changes/define-change.ts';
import { spamInput } from './group-arguments.ts';

export const unmarkNumberAsSpam = defineChange({
  name: 'voipms_unmark_number_as_spam',
  title: 'Unblock a number (VoIP.ms)',
  description: `Unblocks a caller: takes the number out of the phonebook group Spam. The group and its filter stay for the others.

Use it to undo voipms_mark_number_as_spam. Whether another filter still meets the number: voipms_inspect_number.`,
  needs: 'voipmsPhonebook',
  scope: 'mcp.phonebook.read',
  changeScope: 'mcp.phonebook.write',
  effects: CHANGES,
  input: {
    ...spamInput,
    delete_entry: z.boolean().default(false).describe('true deletes the entries of the number too'),
  },
  prepare(request, { voipms, signal }) {
    return voipms.phonebook.prepareRemove(request, { signal });
  },
});
