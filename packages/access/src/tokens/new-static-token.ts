import { TelephonyError } from '@voxolib/telephony';
import { parseNetwork } from '../addresses/network.ts';
import { plainText } from '../audit/plain-text.ts';
import type { Scopes } from '../scopes/scopes.ts';
import { TOKEN_PREFIX } from './token-text.ts';

export interface NewStaticToken {
  readonly account: string;
  /** What the owner calls it. */
  readonly name: string;
  readonly scopes: Iterable<string>;
  readonly tier: string;
  /** 90 days from now by default, 366 at most. */
  readonly expiresAt?: number;
  /** Addresses or ranges that it may be used from. */
  readonly addresses?: readonly string[];
  /** What the token opens at the vendors; sealed under the token, and given back when it is used. */
  readonly credential?: string;
}

const DAY_MS = 24 * 60 * 60_000;
const USUAL_DAYS = 90;
const MOST_DAYS = 366;
const LONGEST_NAME = 80;
const MOST_ADDRESSES = 20;

/** What is stored of a new token. Throws a `TelephonyError` that names the field that cannot be so. */
export function checkNewStaticToken(asked: NewStaticToken, scopes: Scopes, now: number) {
  const name = plainText(asked.name, 10 * LONGEST_NAME)
    .normalize('NFC')
    .trim();
  if (name === '') refuse('name', 'A token needs a name.');
  if (name.includes(TOKEN_PREFIX)) refuse('name', 'A name is shown to others: it must not contain a token.');
  if (name.length > LONGEST_NAME) refuse('name', `A name has at most ${LONGEST_NAME} characters.`);

  const granted = scopes.parse(asked.scopes);
  if (granted.length === 0) refuse('scope', `A token needs at least one scope of: ${scopes.names.join(', ')}.`);

  const expiresAt = asked.expiresAt ?? now + USUAL_DAYS * DAY_MS;
  if (!(expiresAt > now)) refuse('expires_at', 'The end of a token must be in the future.');
  if (expiresAt > now + MOST_DAYS * DAY_MS) refuse('expires_at', `A token is valid for at most ${MOST_DAYS} days.`);

  const addresses = [...new Set((asked.addresses ?? []).map((text) => parseNetwork(text).text))];
  if (addresses.length > MOST_ADDRESSES) {
    refuse('addresses', `A token has at most ${MOST_ADDRESSES} addresses or ranges.`);
  }
  return { name, scopes: scopes.format(granted), expiresAt: Math.trunc(expiresAt), addresses };
}

function refuse(field: string, message: string): never {
  throw new TelephonyError('INVALID_INPUT', message, { field });
}
