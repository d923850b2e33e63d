/** Masks what is private inside of a short text. Takes time in proportion to the square of its length: bound it first. */
export function redactedText(text: string): string {
  if (HARMLESS.test(text) || UUID.test(text)) return text;
  // Full-width digits and the like are digits to whoever dials them.
  return maskNumbers(maskSecrets(text.normalize('NFKC')).replace(EMAIL, maskEmail));
}

/** A phone number as its beginning and its last two digits: `+336…78`, `06…78`. */
export function maskedNumber(number: string): string {
  const all = number.normalize('NFKC').replace(/\P{Nd}/gu, '');
  const digits = all.replace(/^00/, '');
  const international = digits !== all || number.trimStart().startsWith('+');
  return `${international ? '+' : ''}${digits.slice(0, international ? 3 : 2)}…${digits.slice(-2)}`;
}

/** Words without seven digits, too short for a key; and dates. */
const HARMLESS =
  /^(?!(?:\D*\d){7}|.*(?:bearer|basic|digest)\s)[\w:./ +,-]{0,20}$|^\d{4}-\d\d-\d\d(?:T[\d:.]{0,12}(?:Z|[+-]\d\d:\d\d)?)?$/i;
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

const SECRETS = [
  // A scheme and what follows it; a pair of keys in an address; a parameter of a query.
  /\b(?:bearer|basic|digest)\s+\S+/gi,
  /(?<=:\/\/)[^\s/@]+@/g,
  /(?<=[?&;][^=&\s]{0,40}(?:key|token|secret|pass\w*|sig\w*|auth|code)=)[^&\s#]+/gi,
  // Forms of credentials, whole, so that no part of one is left.
  /[\w-]{8,}\.[\da-f]{64}/gi,
  /\b[a-z]{2,4}_[a-z]{2,5}_\w{16,}/gi,
  /eyJ[\w-]{8,}(?:\.[\w-]*)*/g,
];
/** Letters and digits in a run that is too long for a word or a name. */
const OPAQUE = /[\w+/=~.-]{32,}/g;
const EMAIL = /[^\s@<>()[\]"',;:]+@[^\s@<>()[\]"',;:]+/g;

function maskSecrets(text: string): string {
  const masked = SECRETS.reduce((rest, form) => rest.replace(form, '[secret]'), text);
  return masked.replace(OPAQUE, (run) =>
    /\d/.test(run) && /[A-Za-z]/.test(run) && !UUID.test(run) ? '[secret]' : run,
  );
}

function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0]}…${address.slice(at)}`;
}

/** At least seven digits, with whatever people write between them. */
const NUMBER = /(?:\+\s?)?\(?\p{Nd}(?:[\s().·_/\-‐-―]{0,3}\p{Nd}){6,}/gu;
const DATE = '(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:[0-2]\\d|3[01])';
const DATES = new RegExp(`^${DATE}(?:[\\s/.-]{1,3}(?:${DATE}|\\d\\d))*$`);

function maskNumbers(text: string): string {
  return text.replace(NUMBER, (run) => (DATES.test(run) ? run : maskedNumber(run)));
}
