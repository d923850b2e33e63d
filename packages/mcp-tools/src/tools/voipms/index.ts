import type { Tool } from '../../tool.ts';
import { addNumberToPhonebookGroup } from './add-number-to-phonebook-group.ts';
import { getAccounts } from './get-accounts.ts';
import { getBalance } from './get-balance.ts';
import { getCallAccounts } from './get-call-accounts.ts';
import { getCallRecording } from './get-call-recording.ts';
import { getCallRecordings } from './get-call-recordings.ts';
import { getCallTranscript } from './get-call-transcript.ts';
import { getCalleridFilters } from './get-callerid-filters.ts';
import { getPhonebookEntries } from './get-phonebook-entries.ts';
import { getPhonebookGroups } from './get-phonebook-groups.ts';
import { getRecentCdr } from './get-recent-cdr.ts';
import { inspectNumber } from './inspect-number.ts';
import { markNumberAsSpam } from './mark-number-as-spam.ts';
import { removeNumberFromPhonebookGroup } from './remove-number-from-phonebook-group.ts';
import { sendCallRecordingEmail } from './send-call-recording-email.ts';
import { suggestSpamNumbers } from './suggest-spam-numbers.ts';
import { unmarkNumberAsSpam } from './unmark-number-as-spam.ts';

/** The toolset of VoIP.ms, in the order in which clients see it. */
export const voipmsTools: readonly Tool[] = [
  getRecentCdr,
  inspectNumber,
  suggestSpamNumbers,
  markNumberAsSpam,
  unmarkNumberAsSpam,
  getPhonebookGroups,
  getPhonebookEntries,
  addNumberToPhonebookGroup,
  removeNumberFromPhonebookGroup,
  getCalleridFilters,
  getCallRecordings,
  getCallRecording,
  sendCallRecordingEmail,
  getCallTranscript,
  getAccounts,
  getCallAccounts,
  getBalance,
];
