import { type ErrorCode, TelephonyError } from '@voxolib/telephony';
import type { ClassifiedStatus } from './classify-status.ts';
import type { RefusalKind } from './status-codes.ts';

const codes: Readonly<Record<RefusalKind, ErrorCode>> = {
  auth: 'UNAUTHENTICATED',
  access: 'FORBIDDEN',
  rate_limit: 'RATE_LIMITED',
  quota: 'FORBIDDEN',
  empty: 'NOT_FOUND',
  not_found: 'NOT_FOUND',
  invalid_argument: 'INVALID_INPUT',
  missing_argument: 'INVALID_INPUT',
  conflict: 'CONFLICT',
  payment: 'FORBIDDEN',
  stock: 'NOT_FOUND',
  rejected: 'FORBIDDEN',
  upstream: 'UNAVAILABLE',
};

/** What a reader can do, where a status has more to it than its kind. */
const hints: Readonly<Record<string, string>> = {
  invalid_credentials:
    'VoIP.ms does not accept this username and API password. Use the password of its API page (Main Menu, SOAP and REST/JSON ' +
    'API), not that of the portal nor of a SIP line; also look whether this address is on the list of allowed IPs there.',
  missing_credentials: 'VoIP.ms saw no username or no API password.',
  api_not_enabled: 'The API of this VoIP.ms account is switched off. Enable it on the portal (SOAP and REST/JSON API).',
  ip_not_enabled:
    "This machine's IP address is not on the account's list. Ask VoIP.ms for it with getIP, and allow it on the portal's API page.",
  api_limit_exceeded: 'VoIP.ms got too many requests of this account in a minute.',
  sms_wait_message: 'The SMS settings of this number were changed less than a minute ago.',
  limit_reached: "The account's daily cap of messages is reached; VoIP.ms raises it on request.",
  no_callstatus: 'getCDR needs at least one of answered, noanswer, busy, failed.',
  invalid_daterange: 'VoIP.ms takes at most 92 days at once, and date_from before date_to.',
  invalid_did: 'VoIP.ms knows no such number on this account. It wants ten digits, without +1.',
  method_maintenance: 'VoIP.ms has taken this method down for maintenance.',
  missing_method: 'VoIP.ms knows no such method.',
  invalid_method: 'VoIP.ms knows no such method.',
  non_sufficient_funds: 'The balance of the VoIP.ms account is too low.',
  used_password: 'VoIP.ms refuses a password that was used before.',
  members_exceeded: 'The group or phonebook is full.',
  max_phonebook: 'The group or phonebook is full.',
};

/** A refusal in our codes and words. What VoIP.ms wrote beside the status is not repeated: it may hold what was sent. */
export function refusalOf(
  method: string,
  status: string,
  { kind, parameter }: ClassifiedStatus,
  limitPauseMs: number,
): TelephonyError {
  return new TelephonyError(codes[kind], hints[status] ?? words(kind, status, parameter), {
    provider: 'voipms',
    ...(parameter !== undefined && { field: parameter }),
    detail: { method, vendor_status: status, kind },
    ...(kind === 'rate_limit' && { retryAfterMs: limitPauseMs }),
  });
}

function words(kind: RefusalKind, status: string, parameter: string | undefined): string {
  const said = `(${status})`;
  const named = parameter ?? 'what was asked for';
  if (kind === 'not_found') return `VoIP.ms has no such ${parameter ?? 'record'} ${said}.`;
  if (kind === 'invalid_argument') return `VoIP.ms refuses ${named} ${said}.`;
  if (kind === 'missing_argument') return `VoIP.ms misses ${named} ${said}.`;
  if (kind === 'conflict') return `VoIP.ms refuses because it is taken, in use or already so ${said}.`;
  if (kind === 'quota') return `A limit of the VoIP.ms account is reached ${said}.`;
  if (kind === 'stock') return `That number is no longer available ${said}. Search again.`;
  if (kind === 'upstream') return `VoIP.ms has trouble and cannot answer this at the moment ${said}.`;
  return `VoIP.ms refused ${said}.`;
}
