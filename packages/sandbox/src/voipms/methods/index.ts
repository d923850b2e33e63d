import type { Methods } from '../method.ts';
import { accountMethods } from './account.ts';
import { announcementMethods } from './announcements.ts';
import { callHandlingMethods } from './call-handling/index.ts';
import { callerIdFilterMethods } from './caller-id-filters.ts';
import { cdrMethods } from './cdr.ts';
import { clientMethods } from './clients.ts';
import { conferenceMethods } from './conferences.ts';
import { didMethods } from './dids.ts';
import { lookupMethods } from './lookups.ts';
import { moneyMethods } from './money.ts';
import { nothingThere } from './nothing-there.ts';
import { orderMethods } from './orders.ts';
import { phonebookMethods } from './phonebook.ts';
import { phonebookGroupMethods } from './phonebook-groups.ts';
import { queueMemberMethods } from './queue-members.ts';
import { recordingMethods } from './recordings.ts';
import { serverMethods } from './servers.ts';
import { smsMethods } from './sms.ts';
import { subAccountMethods } from './sub-accounts.ts';
import { transcriptionMethods } from './transcriptions.ts';
import { voicemailMessageMethods } from './voicemail-messages.ts';
import { voicemailMethods } from './voicemails.ts';

/** Every method that the sandbox answers. */
export const methods: Methods = {
  ...nothingThere,
  ...accountMethods,
  ...clientMethods,
  ...moneyMethods,
  ...conferenceMethods,
  ...smsMethods,
  ...lookupMethods,
  ...subAccountMethods,
  ...serverMethods,
  ...didMethods,
  ...orderMethods,
  ...cdrMethods,
  ...phonebookMethods,
  ...phonebookGroupMethods,
  ...callerIdFilterMethods,
  ...recordingMethods,
  ...transcriptionMethods,
  ...voicemailMethods,
  ...voicemailMessageMethods,
  ...callHandlingMethods,
  ...announcementMethods,
  ...queueMemberMethods,
};
