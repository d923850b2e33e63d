/** What a refusal of VoIP.ms is about; each kind has one of our codes, see `refusal.ts`. */
export type RefusalKind =
  | 'auth'
  | 'access'
  | 'rate_limit'
  | 'quota'
  | 'empty'
  | 'not_found'
  | 'invalid_argument'
  | 'missing_argument'
  | 'conflict'
  | 'payment'
  | 'stock'
  | 'rejected'
  | 'upstream';

/** The statuses whose name does not say what they mean, by what they mean. All in lower case: VoIP.ms writes some both ways. */
export const namedStatuses: Readonly<Partial<Record<RefusalKind, string>>> = {
  auth: 'invalid_credentials missing_credentials',
  access: 'api_not_enabled ip_not_enabled',
  rate_limit: 'api_limit_exceeded sms_wait_message',
  quota: 'limit_reached did_limit_reached forwards_exceeded members_exceeded max_phonebook',
  upstream: 'method_maintenance tls_error provider_outofservice unavailable_info',
  missing_argument: 'missing_params no_callstatus',
  invalid_argument:
    'missing_method invalid_method invalid_daterange invalid_date invalid_datetime invalid_date_from invalid_timerange ' +
    'invalid_dayrange invalid_timezone invalid_routing_header invalid_failover_header invalid_dst invalid_contact ' +
    'invalid_to_number invalid_from_number sms_toolong message_empty weak_password name_toolong note_toolong ' +
    'exceeds_file_size invalid_note invalid_calleridprefix rtp_timeout_greater_than_rtp_hold_timeout no_base64file ' +
    'invalid_tfnumber_porttype invalid_mixed_numbers invalid_threshold mismatch_email_confirm ' +
    'mismatch_password_confirm can_have_only_one_profile_without_pin',
  not_found: 'message_not_found location_not_found conference_member_relation_not_found',
  conflict:
    'existing_did invalid_forwarding_did same_did_billingtype used_speed_dial used_name used_number used_filter ' +
    'used_description used_email used_extension used_extension_in_location used_username used_ip repeated_ip ' +
    'reserved_ip duplicated_name duplicated_pin member_already_included location_already_exists used_password ' +
    'sipuri_in_phonebook account_with_dids location_linked_to_subaccount recording_in_use_did recording_in_use_ivr ' +
    'recording_in_use_queue recording_in_use_caller_id_filtering recording_in_use_caller_timecondition',
  payment: 'non_sufficient_funds',
  stock: 'did_in_use unsifficient_stock',
  rejected:
    'sms_failed sms_apply_regulations order_failed unable_to_purchase cancel_failed no_change_billingtype ' +
    'e911_disabled e911_pending no_provision no_provision_update problem_sending_mail sent_fail moving_fail ' +
    'error_deleting_msg error_moving_msg',
  empty:
    'no_account no_attachments no_callback no_callhunting no_callparking no_cdr no_client no_conference no_did no_disa ' +
    'no_emailtofax no_filter no_folder no_forwarding no_ivr no_mailbox no_member no_message no_messages no_numbers ' +
    'no_package no_phonebook no_phonebook_group no_queue no_rate no_recording no_ringgroup no_sipuri no_sms ' +
    'no_timecondition no_transactions no_vpri no_subaccount no_dids no_recordings no_call_recordings no_mms',
};

/** Where `invalid_<this>` answers a method that names a record, there is no such record. */
export const records: readonly string[] =
  `account callback callerid_filter callhunting callparking callrecording client conference did disa filter folder
   forwarding id ivr location mailbox member message_num package phonebook phonebook_group group portingid queue recording
   ringgroup sipuri sms timecondition fax_id attachid`.split(/\s+/);

/** Searches for numbers that answer `unavailable_info` when there are none for sale. */
export const STOCK_SEARCH = /^(getDIDs(USA|CAN|International)|searchDIDs|searchTollFree|searchVanity)/i;
