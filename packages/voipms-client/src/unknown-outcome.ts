import { TelephonyError } from '@voxolib/telephony';

/** How to see whether a change was carried out, by the beginning of its method's name. */
const checks: readonly (readonly [RegExp, string])[] = [
  [/PhonebookGroup$/, 'getPhonebookGroups'],
  [/Phonebook$/, 'getPhonebook'],
  [/CallerIDFiltering$/, 'getCallerIDFiltering'],
  [/SubAccount$/, 'getSubAccounts'],
  [/^send(SMS)$/, 'getSMS'],
  [/^send(MMS)$/, 'getMMS'],
  [/^(order|backOrder|cancelDID|setDID)/, 'getDIDsInfo'],
  [/Voicemail$/, 'getVoicemails'],
  [/CallRecording$/, 'getCallRecordings'],
];

/** A change was sent, and no answer came. It may have been carried out, so it must not be sent again before looking. */
export function unknownOutcome(method: string): TelephonyError {
  const look = checks.find(([form]) => form.test(method))?.[1];
  const check =
    method === 'sendCallRecordingEmail'
      ? 'Ask the recipient'
      : look === undefined
        ? 'Look at the account on the portal'
        : `Read it with ${look}`;
  return new TelephonyError(
    'UNKNOWN_OUTCOME',
    `VoIP.ms gave no answer to ${method}, which may have been carried out all the same. ${check} before any second try.`,
    { provider: 'voipms', detail: { method, ...(look !== undefined && { check: look }) } },
  );
}
