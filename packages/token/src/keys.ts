import { AccessTokenError } from './errors.ts';

/** The two keys of a Voxolib API account. */
export interface AccountKeys {
  publicKey: string;
  secretKey: string;
}

// Longer than any key in use, short enough for an HTTP header.
const LONGEST_PUBLIC_KEY = 256;

const SPACE_OR_CONTROL = /[\s\p{Cc}]/u;
const SPACE_OR_CONTROL_AT_AN_END = /^[\s\p{Cc}]|[\s\p{Cc}]$/u;

/** What is wrong with the form of a public key, or undefined. The sentence goes on after "the public key". */
export function publicKeyFault(publicKey: string): string | undefined {
  if (publicKey === '') return 'is empty';
  if (SPACE_OR_CONTROL_AT_AN_END.test(publicKey)) return 'starts or ends with white space or a control character';
  if (SPACE_OR_CONTROL.test(publicKey)) return 'contains white space or a control character';
  if (publicKey.length > LONGEST_PUBLIC_KEY) return `is longer than ${LONGEST_PUBLIC_KEY} characters`;
  return wellFormedFault(publicKey);
}

/** @throws INVALID_KEY when a token made of these keys could not be right. */
export function checkKeys(keys: AccountKeys): void {
  const publicFault = publicKeyFault(keys.publicKey);
  if (publicFault !== undefined) {
    throw new AccessTokenError('INVALID_KEY', `The public key ${publicFault}.`, 'publicKey');
  }
  const secretFault = secretKeyFault(keys.secretKey);
  if (secretFault !== undefined) {
    throw new AccessTokenError('INVALID_KEY', `The secret key ${secretFault}.`, 'secretKey');
  }
}

function secretKeyFault(secretKey: string): string | undefined {
  if (secretKey === '') return 'is empty';
  if (SPACE_OR_CONTROL_AT_AN_END.test(secretKey)) return 'starts or ends with white space or a control character';
  return wellFormedFault(secretKey);
}

/** Half a surrogate pair has no UTF-8 form: encoding would put the same bytes in the place of different keys. */
function wellFormedFault(key: string): string | undefined {
  return key.isWellFormed() ? undefined : 'is not well-formed Unicode text';
}
