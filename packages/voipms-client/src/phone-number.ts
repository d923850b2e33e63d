import { TelephonyError } from '@voxolib/telephony';

const PUNCTUATION = /[\s().\-/\u00a0\u2010-\u2015]/gu;
const SIP = /^sip:[\w.+@-]{1,100}$/i;

/** A number as VoIP.ms wants it, and what was done to it. */
export interface VendorNumber {
  /** Ten digits for North America, all digits for other countries, or `sip:` and an id. */
  number: string;
  /** Says what was made of it, where that is something else than what was given. */
  note?: string;
}

/**
 * Reads a number in any notation.
 * @throws INVALID_INPUT for anything that is no number.
 */
export function toVendorNumber(given: string, field = 'number'): VendorNumber {
  const text = given.normalize('NFKC').trim();
  if (SIP.test(text)) return { number: text.toLowerCase() };
  const compact = text.replace(PUNCTUATION, '');
  if (!/^\+?\d{3,18}$/.test(compact)) {
    throw new TelephonyError('INVALID_INPUT', 'This is not a phone number. Give it as +14165550117 or 4165550117.', {
      provider: 'voipms',
      field,
    });
  }
  const number = comparable(compact);
  return number === given ? { number } : { number, note: `${text} goes to VoIP.ms as ${number}.` };
}

/** What two ways of writing one number have in common: its digits, without a `1`, `00` or `011` in front. */
export function comparable(number: string): string {
  const text = number.trim();
  if (SIP.test(text)) return text.toLowerCase();
  const digits = text.replace(/\D/g, '');
  if (digits.length === 11 && digits.startsWith('1')) return digits.slice(1);
  if (!text.startsWith('+') && digits.length > 11) {
    if (digits.startsWith('011')) return digits.slice(3);
    if (digits.startsWith('00')) return digits.slice(2);
  }
  return digits;
}

/** A number of VoIP.ms as E.164 where it can be one; anything else as it is. */
export function toE164(number: string): string {
  const text = number.trim();
  if (/[a-z]/i.test(text)) return text;
  const digits = comparable(text);
  if (/^[2-9]\d{9}$/.test(digits)) return `+1${digits}`;
  const foreign = text.startsWith('+') || /^(011|00)/.test(text) || digits.length > 10;
  return foreign && /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : text;
}
