import { readAddress } from '@voxolib/daktela';
import { isAccessToken } from '@voxolib/token';
import { textOf } from '../../accounts/credentials.ts';
import type { DaktelaRules } from '../../mcp/credential-headers.ts';
import type { SignInProblem } from './credential-forms.tsx';
import { field } from './form-body.ts';

export type TypedCredential = { text: string } | { problem: SignInProblem };

/** Names of the fields for a VoIP.ms account. */
export const VOIPMS_FIELDS = { username: 'voipms_username', password: 'voipms_password' } as const;

/** Names of the fields for a Daktela instance: a user and a password, or a token in their place. */
export const DAKTELA_FIELDS = {
  url: 'daktela_url',
  username: 'daktela_username',
  password: 'daktela_password',
  accessToken: 'daktela_access_token',
} as const;

const LONGEST = 256;
const CONTROL = /\p{Cc}/u;

/** The credential that somebody typed, by the form that was filled in. Nothing is sent anywhere. */
export function typedCredential(body: unknown, rules: DaktelaRules): TypedCredential {
  return typedVoipms(body) ?? typedDaktela(body, rules) ?? typedToken(body);
}

function typedVoipms(body: unknown): TypedCredential | undefined {
  const username = field(body, VOIPMS_FIELDS.username).trim();
  const password = field(body, VOIPMS_FIELDS.password);
  if (username === '' && password === '') return undefined;
  if (username === '' || password === '') return { problem: { name: 'voipmsEmpty' } };
  if (isOdd(username, password)) return { problem: { name: 'voipmsRefused' } };
  return { text: textOf({ voipms: { username, password } }) };
}

function typedDaktela(body: unknown, rules: DaktelaRules): TypedCredential | undefined {
  const [given, username] = [field(body, DAKTELA_FIELDS.url).trim(), field(body, DAKTELA_FIELDS.username).trim()];
  const [password, accessToken] = [
    field(body, DAKTELA_FIELDS.password),
    field(body, DAKTELA_FIELDS.accessToken).trim(),
  ];
  if ([given, username, password, accessToken].every((value) => value === '')) return undefined;
  const byPassword = username !== '' && password !== '' && accessToken === '';
  const byToken = username === '' && password === '' && accessToken !== '';
  if (given === '' || !(byPassword || byToken)) return { problem: { name: 'daktelaEmpty' } };
  // People know their instance by its name.
  const address = readAddress(given.includes('://') ? given : `https://${given}`, rules);
  if ('problem' in address) return { problem: { name: 'daktelaAddress' } };
  if (isOdd(username, password, accessToken)) return { problem: { name: 'daktelaRefused' } };
  const { origin: url } = address;
  return { text: textOf({ daktela: byPassword ? { url, username, password } : { url, accessToken } }) };
}

function typedToken(body: unknown): TypedCredential {
  const token = field(body, 'token').trim();
  if (token === '') return { problem: { name: 'emptyToken' } };
  return isAccessToken(token) ? { text: token } : { problem: { name: 'malformed' } };
}

function isOdd(...texts: string[]): boolean {
  return texts.some((text) => text.length > LONGEST || CONTROL.test(text));
}
