import { type MethodEntry, method } from './method.ts';

const ORDER =
  'routing* pop* dialtime* cnam* billing_type* failover_busy failover_unreachable failover_noanswer voicemail note test';

/** Numbers of the account, and numbers for sale. */
export const numberMethods: readonly MethodEntry[] = [
  method('getDIDsInfo', 'did client', 'Numbers of the account, with where they lead', {
    digits: 'did',
    text: 'client',
  }),
  method('setDIDRouting', 'did* routing*', 'Where a number leads'),
  method('setDIDPOP', 'did* pop*', 'The server of a number'),
  method('setDIDVoicemail', 'did* voicemail', 'The mailbox of a number'),
  method('setDIDBillingType', 'did* billing_type*', 'How a number is billed'),
  method(
    'setDIDInfo',
    'did* routing* pop* dialtime* cnam* billing_type* failover_busy failover_unreachable failover_noanswer voicemail callerid_prefix note',
    'Write all of a number: what is left out is reset',
  ),
  method('cancelDID', 'did* cancelcomment portout test', 'Give a number up, for good'),
  method('getPortability', 'did*', 'Whether a number can be brought along', 'did'),
  method('e911Info', 'did*', 'The emergency address of a number', 'did'),
  method('getStates', '', 'States of the USA that have numbers'),
  method('getProvinces', '', 'Provinces of Canada that have numbers'),
  method('getRateCentersUSA', 'state*', 'Places of a state', 'state'),
  method('getRateCentersCAN', 'province*', 'Places of a province', 'province'),
  method('getDIDsUSA', 'state* ratecenter', 'Numbers for sale in a state', 'state'),
  method('getDIDsCAN', 'province* ratecenter', 'Numbers for sale in a province', 'province'),
  method('searchDIDsUSA', 'state type* query*', 'Find numbers of the USA; type is starts, contains or ends'),
  method('searchDIDsCAN', 'province type* query*', 'Find numbers of Canada; type is starts, contains or ends'),
  method('searchTollFreeUSA', 'type query', 'Find toll-free numbers of the USA'),
  method('searchTollFreeCanUS', 'type query', 'Find toll-free numbers of Canada and the USA'),
  method('searchVanity', 'type* query*', 'Find toll-free numbers by their letters'),
  method('getDIDCountries', 'type* country_id', 'Countries that have numbers', 'type'),
  method('getDIDsInternationalGeographic', 'country_id*', 'Places of a country that have numbers', 'country_id'),
  method('orderDID', `did* ${ORDER}`, 'Buy a number; test=1 lets VoIP.ms check it alone'),
  method('orderTollFree', `did* ${ORDER}`, 'Buy a toll-free number; test=1 lets VoIP.ms check it alone'),
  method('orderVanity', `did* carrier* ${ORDER}`, 'Buy a number by its letters; test=1 lets VoIP.ms check it alone'),
  method('getBackOrders', 'backorder', 'Numbers that are waited for'),
];
