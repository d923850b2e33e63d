import type { Row } from './account-state.ts';

const NEVER = '0000-00-00';

const notTranscribed = {
  transcribe: '0',
  transcription_locale: '',
  transcription_redaction: 'no',
  transcription_summary: 'no',
  transcription_sentiment: 'no',
  transcription_email: '',
};

/** A phonebook entry. Its group is found in the groups. */
export function entryRow(row: Row): Row {
  return { speed_dial: '', callerid: '', note: '', ...row };
}

/** A sub-account of which `id` and `account` are given. */
export function subAccountRow(row: Row & { account: string }): Row {
  const [, username = ''] = row.account.split('_');
  return {
    username,
    description: '',
    protocol: '1',
    auth_type: '1',
    password: `Sandbox-${username}-1`,
    ip: '',
    device_type: '1',
    callerid_number: '',
    canada_routing: '1',
    lock_international: '1',
    international_route: '1',
    music_on_hold: 'default',
    language: 'en',
    allowed_codecs: 'ulaw;g729',
    dtmf_mode: 'auto',
    nat: 'yes',
    sip_traffic: '0',
    max_expiry: '3600',
    rtp_timeout: '60',
    rtp_hold_timeout: '600',
    ip_restriction: '',
    enable_ip_restriction: '0',
    pop_restriction: '',
    enable_pop_restriction: '0',
    send_bye: '1',
    record_calls: '0',
    internal_extension: '',
    internal_voicemail: '',
    internal_dialtime: '30',
    reseller_client: '0',
    reseller_package: '0',
    reseller_nextbilling: NEVER,
    ...notTranscribed,
    parking_lot: '0',
    enable_internal_cnam: '0',
    internal_cnam: '',
    tfcarrier: '0',
    default_e911: '',
    call_pickup_behavior: '1',
    internal_extension_location: '0',
    ...row,
  };
}

/** A number of which `did` is given. */
export function didRow(row: Row & { did: string }): Row {
  return {
    description: '',
    routing: 'none:',
    failover_busy: 'none:',
    failover_unreachable: 'none:',
    failover_noanswer: 'none:',
    voicemail: '0',
    pop: '77',
    dialtime: '60',
    cnam: '1',
    e911: '0',
    callerid_prefix: '',
    note: '',
    port_out_pin: '4821',
    billing_type: '1',
    next_billing: '2026-12-01',
    order_date: '2024-02-11 11:20:09',
    reseller_account: '0',
    reseller_next_billing: NEVER,
    reseller_monthly: '0.00000000',
    reseller_minute: '0.00000000',
    reseller_setup: '0.00000000',
    sms_available: '1',
    sms_enabled: '0',
    sms_email: '',
    sms_email_enabled: '0',
    sms_forward: '',
    sms_forward_enabled: '0',
    sms_url_callback: '',
    sms_url_callback_enabled: '0',
    sms_url_callback_retry: '0',
    smpp_enabled: '0',
    smpp_url: '',
    smpp_user: '',
    smpp_pass: '',
    ...notTranscribed,
    record_calls: '0',
    mms_available: '1',
    voicemail_threshold: '0',
    inbound_dialing_mode: '0',
    transcription_start_delay: '0',
    sms_sipaccount: '',
    sms_sipaccount_enabled: '0',
    ...row,
  };
}
