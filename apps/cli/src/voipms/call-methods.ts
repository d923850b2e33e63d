import { type MethodEntry, method } from './method.ts';

/** Calls, recordings, transcripts, voicemail and messages. */
export const callMethods: readonly MethodEntry[] = [
  method(
    'getCDR',
    'date_from* date_to* timezone* answered noanswer busy failed calltype callbilling account',
    'Single calls of at most 92 days; the command cdr is easier',
  ),
  method('getCallRecordings', 'account* date_from* date_to* call_type start length', 'Recordings of days', 'account'),
  method('getCallRecording', 'callrecording* account*', 'A recording, as base64'),
  method('sendCallRecordingEmail', 'callrecording* account* email*', 'Send a recording by e-mail'),
  method('delCallRecording', 'callrecording* account*', 'Delete a recording'),
  method(
    'getCallTranscriptions',
    'account* date_from* date_to* call_type',
    'What was said in calls, where transcription is on',
    'account',
  ),
  method('getVoicemails', 'mailbox client', 'Mailboxes', 'mailbox'),
  method('getVoicemailFolders', 'folder', 'Folders of mailboxes'),
  method('getVoicemailMessages', 'mailbox* folder date_from date_to', 'Messages in a mailbox', 'mailbox'),
  method('getVoicemailMessageFile', 'mailbox* folder* message_num* format', 'A message, as base64'),
  method('getVoicemailTranscriptions', 'mailbox* folder* date_from* date_to*', 'Messages as text'),
  method('sendVoicemailEmail', 'mailbox* folder* message_num* email_address*', 'Send a message by e-mail'),
  method('markListenedVoicemailMessage', 'mailbox* folder* message_num* listened*', 'Mark a message as heard'),
  method('delMessages', 'mailbox* folder message_num', 'Delete messages of a mailbox'),
  method(
    'getSMS',
    'sms from to type did contact limit timezone all_messages',
    'Text messages; without dates those of today',
    { digits: 'did', text: 'contact' },
  ),
  method(
    'getMMS',
    'mms from to type did contact limit timezone all_messages',
    'Picture messages; without dates those of today',
    'did',
  ),
  method('sendSMS', 'did* dst* message*', 'Send a text message of at most 160 characters'),
  method('sendMMS', 'did* dst* message* media1 media2 media3', 'Send a picture message'),
  method('deleteSMS', 'id*', 'Delete a text message', 'id'),
  method('deleteMMS', 'id*', 'Delete a picture message', 'id'),
  method(
    'setSMS',
    'did* enable* email_enabled email_address sms_forward_enable sms_forward url_callback_enable url_callback',
    'Settings of messages of a number: what is left out is switched off',
  ),
];
