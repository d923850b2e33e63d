import { z } from 'zod';
import { CREATES, defineChange } from '../../changes/define-change.ts';
import { newEntry, spamInput } from './group-arguments.ts';

export const markNumberAsSpam = defineChange({
  name: 'voipms_mark_number_as_spam',
  title: 'Block a number (VoIP.ms)',
  description: `Blocks a caller: puts the number into the phonebook group Spam and makes sure that a caller ID filter turns that group away.

Use it when the person wants calls from a number to stop. Candidates: voipms_suggest_spam_numbers. Undo: voipms_unmark_number_as_spam.`,
  needs: 'voipmsPhonebook',
  scope: 'mcp.phonebook.read',
  changeScope: 'mcp.phonebook.write',
  effects: CREATES,
  input: {
    ...spamInput,
    answer: z
      .enum(['noservice', 'busy', 'hangup', 'disconnected'])
      .default('noservice')
      .describe('What such callers get, where the filter is made'),
    ...newEntry,
  },
  prepare(request, { voipms, signal }) {
    return voipms.callerIdFilters.prepareBlock(request, { signal });
  },
});
