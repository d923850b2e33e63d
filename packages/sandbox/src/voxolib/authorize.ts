import { timingSafeEqual } from 'node:crypto';
import { isAccessToken, parseAccessToken } from '@voxolib/token';
import type { Account, Accounts } from './accounts.ts';
import { accountSuspended, invalidToken, reportNotEnabled } from './api-error.ts';
import type { Product } from './truth/call.ts';

const BEARER = /^Bearer +(\S+) *$/i;

/**
 * The account that an `Authorization` header belongs to.
 * @throws 401 unless the token is one of ours to the last digit, 403 when its account is suspended.
 */
export function authorize(accounts: Accounts, header: string | undefined): Account {
  const token = BEARER.exec(header ?? '')?.[1];
  if (token === undefined || !isAccessToken(token)) throw invalidToken();
  const { publicKey } = parseAccessToken(token);
  const account = Object.values(accounts).find((candidate) => candidate.publicKey === publicKey);
  if (account === undefined || !sameText(account.token, token)) throw invalidToken();
  if (account.suspended) throw accountSuspended();
  return account;
}

/** @throws 403 when the account does not have the report of this product. */
export function requireRight(account: Account, product: Product): void {
  if (!account.rights[product]) throw reportNotEnabled(product);
}

function sameText(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
