/** What the value of an argument is, as far as its name tells. */
export type KeyMeaning = 'secret' | 'text' | 'person' | 'other';

/** Names are compared in lower case without separators: `apiKey`, `api_key` and `API-KEY` are one. */
const SECRET =
  /secret|token|passw|passphrase|pwd|authori[sz]ation|credential|apikey|accesskey|privatekey|publickey|signature|cookie|session|bearer|otp$|^pin$|pincode|cvv|cvc|cardnumber|iban|ssn/;
const TEXT = /message|^text|text$|body|content|comment|^notes?$|note$|description|transcript|subjectline|^sms$/;
const PERSON = /^(first|last|full|sur|given|family|contact|caller|person|customer|user|display|nick)name$/;

export function meaningOf(key: string): KeyMeaning {
  const name = key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (SECRET.test(name)) return 'secret';
  if (TEXT.test(name)) return 'text';
  return PERSON.test(name) ? 'person' : 'other';
}
