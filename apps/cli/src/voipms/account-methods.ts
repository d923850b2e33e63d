import { type MethodEntry, method } from './method.ts';

/** The account, money, sub-accounts, and what else belongs to no number. */
export const accountMethods: readonly MethodEntry[] = [
  method('getIP', '', 'The IP address that VoIP.ms sees'),
  method('getBalance', 'advanced', 'Balance; with advanced=1 also what was spent'),
  method('getTransactionHistory', 'date_from* date_to*', 'Charges and payments of days'),
  method('getServersInfo', 'server_pop', 'Servers, with their addresses', 'server_pop'),
  method('getSubAccounts', 'account', 'Sub-accounts, without their passwords', 'account'),
  method('getCallAccounts', 'client', 'Names that calls can be filtered by'),
  method('getCallBilling', '', 'Kinds of billing that calls can be filtered by'),
  method('getCallTypes', 'client', 'Kinds of calls that calls can be filtered by'),
  method('getRegistrationStatus', 'account*', 'Whether a device is registered, and where', 'account'),
  method(
    'createSubAccount',
    'username* protocol* auth_type* password* device_type* lock_international* international_route* music_on_hold* allowed_codecs* dtmf_mode* nat*',
    'Make a sub-account',
  ),
  method(
    'setSubAccount',
    'id* description auth_type* password ip device_type* callerid_number canada_routing lock_international* international_route* music_on_hold* language allowed_codecs* dtmf_mode* nat*',
    'Write a whole sub-account: what is left out is reset',
  ),
  method('delSubAccount', 'id*', 'Delete a sub-account', 'id'),
  method('getRoutes', 'route', 'Outbound routes'),
  method('getCountries', 'country', 'Countries', 'country'),
  method('getLanguages', 'language', 'Languages of prompts'),
  method('getMusicOnHold', 'music_on_hold', 'Music on hold'),
  method('getTimezones', 'timezone', 'Time zones of voicemail'),
  method('getTerminationRates', 'query* route*', 'Price of calls to a destination', 'query'),
];
