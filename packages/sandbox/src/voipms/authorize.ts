import { timingSafeEqual } from 'node:crypto';
import type { VoipmsAccount, VoipmsAccounts } from './accounts.ts';
import type { Parameters } from './parameters.ts';
import { StatusError } from './status-error.ts';

const ANY_ADDRESS = '0.0.0.0';
const MINUTE_MS = 60_000;

/** The only method that an address which is not listed may call. */
const FOR_ANY_ADDRESS = 'getIP';

/** @throws `missing_credentials`, `invalid_credentials`, `api_not_enabled` or `ip_not_enabled`, in this order. */
export function authorize(accounts: VoipmsAccounts, parameters: Parameters, address: string): VoipmsAccount {
  const username = parameters.get('api_username');
  const password = parameters.get('api_password');
  if (!username || !password) throw new StatusError('missing_credentials');
  const account = Object.values(accounts).find((candidate) => candidate.username === username.toLowerCase());
  if (account === undefined || !sameText(account.apiPassword, password)) throw new StatusError('invalid_credentials');
  if (!account.apiEnabled) throw new StatusError('api_not_enabled');
  const listed = account.allowedIps.includes(ANY_ADDRESS) || account.allowedIps.includes(address);
  if (!listed && parameters.get('method') !== FOR_ANY_ADDRESS) throw new StatusError('ip_not_enabled');
  return account;
}

/** Counts the requests of each account in the minute of the clock. */
export function createMinuteLimit(now: () => Date): (account: VoipmsAccount) => void {
  const counted = new Map<string, { minute: number; requests: number }>();
  return ({ id, requestsPerMinute = Number.POSITIVE_INFINITY }) => {
    const minute = Math.floor(now().getTime() / MINUTE_MS);
    const before = counted.get(id);
    const requests = before?.minute === minute ? before.requests + 1 : 1;
    counted.set(id, { minute, requests });
    if (requests > requestsPerMinute) throw new StatusError('api_limit_exceeded');
  };
}

function sameText(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
