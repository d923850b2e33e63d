/** A method that replaces a whole record: what is not sent is reset. */
export interface FullRecord {
  /** The method that lists such records. */
  list: string;
  /** The field, and the parameter, that says which record is meant. */
  id: string;
  /** Whether the list can be asked for one record by that name. */
  filtered: boolean;
  /** What the method takes, where the list has much else. */
  fields?: readonly string[];
  /** Parameters that the list has under another name: that name. */
  listedAs?: Readonly<Record<string, string>>;
  /** What the list has and the method does not take, or takes as a change only. */
  leave?: readonly string[];
}

const didFields = `routing failover_busy failover_unreachable failover_noanswer voicemail pop dialtime cnam billing_type callerid_prefix note
  port_out_pin record_calls transcribe transcription_locale transcription_email transcription_start_delay transcription_redaction
  transcription_summary transcription_sentiment voicemail_threshold inbound_dialing_mode sms_sipaccount sms_sipaccount_enabled`;

const smsListedAs = {
  enable: 'sms_enabled',
  email_enabled: 'sms_email_enabled',
  email_address: 'sms_email',
  sms_forward_enable: 'sms_forward_enabled',
  url_callback_enable: 'sms_url_callback_enabled',
  url_callback: 'sms_url_callback',
  url_callback_retry: 'sms_url_callback_retry',
  webhook_enable: 'webhook_enabled',
};
const smsFields = `sms_forward webhook dialmode sms_sipaccount sms_sipaccount_enabled smpp_enabled smpp_url smpp_user smpp_pass`;

export const fullRecords = {
  setDIDInfo: { list: 'getDIDsInfo', id: 'did', filtered: true, fields: didFields.split(/\s+/) },
  setSMS: {
    list: 'getDIDsInfo',
    id: 'did',
    filtered: true,
    fields: [...Object.keys(smsListedAs), ...smsFields.split(' ')],
    listedAs: smsListedAs,
  },
  setSubAccount: {
    list: 'getSubAccounts',
    id: 'id',
    filtered: false,
    leave: [
      'account',
      'username',
      'protocol',
      'password',
      'reseller_client',
      'reseller_package',
      'reseller_nextbilling',
    ],
  },
  setVoicemail: { list: 'getVoicemails', id: 'mailbox', filtered: true, leave: ['new', 'urgent'] },
  setForwarding: { list: 'getForwardings', id: 'forwarding', filtered: true },
  setIVR: { list: 'getIVRs', id: 'ivr', filtered: true },
  setRingGroup: { list: 'getRingGroups', id: 'ring_group', filtered: true },
  setTimeCondition: { list: 'getTimeConditions', id: 'timecondition', filtered: true },
  setQueue: { list: 'getQueues', id: 'queue', filtered: true },
  setDISA: { list: 'getDISAs', id: 'disa', filtered: true },
  setCallHunting: { list: 'getCallHuntings', id: 'callhunting', filtered: true },
  setSIPURI: { list: 'getSIPURIs', id: 'sipuri', filtered: true },
  setCallback: { list: 'getCallbacks', id: 'callback', filtered: true },
} as const satisfies Readonly<Record<string, FullRecord>>;

/** A method that replaces a whole record, and whose records can be read. */
export type FullRecordMethod = keyof typeof fullRecords;
