import { expect, test } from 'vitest';
import { classifyStatus } from './classify-status.ts';

test.each([
  ['getCDR', 'no_cdr', { kind: 'empty' }],
  ['getSequences', 'no_sequences', { kind: 'empty' }],
  ['getPhonebook', 'no_whatever', { kind: 'empty' }],
  ['setPhonebook', 'no_whatever', { kind: 'rejected' }],
  ['delPhonebook', 'no_phonebook', { kind: 'not_found' }],
  ['getCDR', 'no_callstatus', { kind: 'missing_argument' }],
  ['getRecordings', 'no_base64file', { kind: 'invalid_argument' }],
  ['getDIDsInfo', 'no_change_billingtype', { kind: 'rejected' }],
  ['getX', 'no_provision', { kind: 'rejected' }],
  ['getX', 'no_provision_update', { kind: 'rejected' }],
  ['getDIDsUSA', 'unavailable_info', { kind: 'empty' }],
  ['searchTollFreeUSA', 'unavailable_info', { kind: 'empty' }],
  ['getBalance', 'unavailable_info', { kind: 'upstream' }],
  ['setPhonebook', 'missing_name', { kind: 'missing_argument', parameter: 'name' }],
  ['getPhonebook', 'invalid_phonebook', { kind: 'not_found', parameter: 'phonebook' }],
  ['delIVR', 'invalid_ivr', { kind: 'not_found', parameter: 'ivr' }],
  ['orderDID', 'invalid_did', { kind: 'invalid_argument', parameter: 'did' }],
  ['setSMS', 'invalid_email', { kind: 'invalid_argument', parameter: 'email' }],
  ['setVoicemail', 'Invalid_threshold', { kind: 'invalid_argument', parameter: 'threshold' }],
  ['orderDID', 'Unable_to_purchase', { kind: 'rejected' }],
  ['orderDID', 'did_in_use', { kind: 'stock' }],
  ['getX', 'never_heard_of', { kind: 'rejected' }],
])('%s answering %s', (method, status, classified) => {
  expect(classifyStatus(method, status)).toEqual(classified);
});
