import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** A static token begins so, in every deployment: secret scanners look for it. */
export const TOKEN_PREFIX = 'vx_mcp_';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 12;
/** Enough letters and digits for 256 bits. */
const SECRET_LENGTH = 43;
const CHECK_LENGTH = 6;
const FORM = new RegExp(
  `^(${TOKEN_PREFIX}([0-9A-Za-z]{${ID_LENGTH}})_[0-9A-Za-z]{${SECRET_LENGTH}})_([0-9A-Za-z]{${CHECK_LENGTH}})$`,
);

/** A new token, and the part of it that is no secret. */
export function makeTokenText(): { readonly id: string; readonly text: string } {
  const id = randomLetters(ID_LENGTH);
  const body = `${TOKEN_PREFIX}${id}_${randomLetters(SECRET_LENGTH)}`;
  return { id, text: `${body}_${check(body)}` };
}

/** The id in a token, or undefined when a character is wrong or missing. Says nothing about whether it was ever made. */
export function readTokenId(text: string): string | undefined {
  const [, body = '', id, given] = FORM.exec(text) ?? [];
  return check(body) === given ? id : undefined;
}

/** A checksum, no signature: it tells a mistake in typing from a token that was made up or revoked. */
function check(body: string): string {
  let rest = crc32(body);
  let digits = '';
  while (digits.length < CHECK_LENGTH) {
    digits = ALPHABET.charAt(rest % ALPHABET.length) + digits;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return digits;
}

function randomLetters(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
