import { AccessTokenError } from './errors.ts';
import { type AccountKeys, checkKeys, publicKeyFault } from './keys.ts';
import { hmacSha256, sha256 } from './web-crypto.ts';

/** The two parts of a token. The signature is kept as it was written, in either case. */
export interface AccessToken {
  publicKey: string;
  signature: string;
}

const HEX_DIGITS = /^[0-9a-f]*$/i;
const SIGNATURE_LENGTH = 64;
const FINGERPRINT_LENGTH = 12;
const FINGERPRINT_LABEL = 'voxolib access token fingerprint v1:';

/**
 * The persistent access token of an account: public key, a dot, HMAC-SHA-256 of public key + "cdr" in lower-case hex.
 * @throws AccessTokenError INVALID_KEY, with the field, for an empty key or one that was pasted with spaces.
 */
export async function createAccessToken(keys: AccountKeys): Promise<string> {
  checkKeys(keys);
  return `${keys.publicKey}.${await hmacSha256(keys.secretKey, `${keys.publicKey}cdr`)}`;
}

/**
 * Splits a token at its last dot. Only its form is checked: whether it is valid, Voxolib alone knows.
 * @throws AccessTokenError MALFORMED_TOKEN, saying what is wrong without repeating the token.
 */
export function parseAccessToken(text: string): AccessToken {
  const dot = text.lastIndexOf('.');
  if (dot === -1) throw malformed('it has no dot between public key and signature');
  const publicKey = text.slice(0, dot);
  const signature = text.slice(dot + 1);
  if (!HEX_DIGITS.test(signature)) throw malformed('what follows its last dot is not made of hex digits alone');
  if (signature.length !== SIGNATURE_LENGTH) {
    throw malformed(`its signature has ${signature.length} hex digits instead of ${SIGNATURE_LENGTH}`);
  }
  const fault = publicKeyFault(publicKey);
  if (fault !== undefined) throw malformed(`its public key ${fault}`);
  return { publicKey, signature };
}

/** True when `text` has the form of an access token. */
export function isAccessToken(text: string): boolean {
  try {
    parseAccessToken(text);
    return true;
  } catch {
    return false;
  }
}

/** Twelve hex digits that name a token in a log. Nothing leads from them back to the token. */
export async function fingerprint(token: string): Promise<string> {
  return (await sha256(FINGERPRINT_LABEL + token)).slice(0, FINGERPRINT_LENGTH);
}

function malformed(reason: string): AccessTokenError {
  return new AccessTokenError(
    'MALFORMED_TOKEN',
    `This is not a Voxolib access token (<public key>.<64 hex digits>): ${reason}.`,
  );
}
