import { isAccessToken } from '@voxolib/token';
import { textOf } from '../../accounts/credentials.ts';
import type { SignInProblem } from './credential-forms.tsx';
import { field } from './form-body.ts';

export type TypedCredential = { text: string } | { problem: SignInProblem };

/** Names of the fields for a VoIP.ms account. */
export const VOIPMS_FIELDS = { username: 'voipms_username', password: 'voipms_password' } as const;

const LONGEST = 256;
const CONTROL = /\p{Cc}/u;

/** The credential that somebody typed, by its form: a Voxolib token, or the username and API password of VoIP.ms. */
export function typedCredential(body: unknown): TypedCredential {
  const username = field(body, VOIPMS_FIELDS.username).trim();
  const password = field(body, VOIPMS_FIELDS.password);
  if (username !== '' || password !== '') {
    if (username === '' || password === '') return { problem: { name: 'voipmsEmpty' } };
    const odd = [username, password].some((text) => text.length > LONGEST || CONTROL.test(text));
    return odd ? { problem: { name: 'voipmsRefused' } } : { text: textOf({ voipms: { username, password } }) };
  }
  const token = field(body, 'token').trim();
  if (token === '') return { problem: { name: 'emptyToken' } };
  return isAccessToken(token) ? { text: token } : { problem: { name: 'malformed' } };
}
