/** What the value of an argument is, as far as its name tells. */
export type KeyMeaning = 'secret' | 'text' | 'person' | 'other';

/** Names are compared in lower case without separators: `apiKey`, `api_key` and `API-KEY` are one. */
const SECRET =
  /secret|token|passw|passphrase|pwd|authori[sz]ation|credential|apikey|accesskey|privatekey|publickey|signature|cookie|session|bearer|otp$|^pin$|pincode|cvv|cvc|cardnumber|iban|ssn/;
const TEXT = /message|^text|text$|body|content|comment|^notes?$|note$|description|transcript|subjectline|^sms$/;
const PERSON = /^(first|last|full|sur|given|family|contact|caller|person|customer|user|display|nick)name$/;

/** Arguments have few names; those that callers make up must not fill the memory. */
const MAX_KNOWN = 1_000;
const MAX_KEY = 60;
const known = new Map<string, KeyMeaning>();

export function meaningOf(key: string): KeyMeaning {
  const before = known.get(key);
  if (before !== undefined) return before;
  const meaning = readMeaning(key);
  if (known.size >= MAX_KNOWN) known.clear();
  if (key.length <= MAX_KEY) known.set(key, meaning);
  return meaning;
}

function readMeaning(key: string): KeyMeaning {
  const name = key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (SECRET.test(name)) return 'secret';
  if (TEXT.test(name)) return 'text';
  return PERSON.test(name) ? 'person' : 'other';
}
