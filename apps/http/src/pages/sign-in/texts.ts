import type { Language } from '../language.ts';
import { texts as en } from './texts.en.ts';
import { texts as fr } from './texts.fr.ts';

/** In every text, what stands between backticks is code and what stands between double asterisks is strong. */
export interface SignInTexts {
  otherLanguage: { language: Language; name: string };
  skip: string;
  /** Goes before the title of a page that could not do what was asked. */
  problem: string;
  client: ClientTexts;
  signIn: CredentialTexts;
  consent: ConsentTexts;
  /** What a scope allows, in words. Begins with a verb. */
  scopes: Record<string, { label: string; detail: string; changes?: boolean }>;
  changes: string;
  notices: Record<NoticeName, { heading: string; text: string }>;
}

export type NoticeName = 'expired' | 'refused' | 'failed';

export interface ClientTexts {
  unnamed: string;
  /** Names the block, for those who do not see it. */
  heading: string;
  name: string;
  returnsTo: string;
  vouchedBy: string;
  /** The name is the client's own word; the host is where the answer really goes. */
  unverified: string;
  local: string;
}

export interface CredentialTexts {
  title: string;
  heading: string;
  lead: string;
  publicKey: string;
  secretKey: string;
  submit: string;
  privacy: string;
  noScript: string;
  token: { summary: string; label: string; hint: string; submit: string };
  voipms: { summary: string; username: string; password: string; hint: string; submit: string };
  daktela: {
    summary: string;
    url: string;
    urlHint: string;
    username: string;
    password: string;
    passwordHint: string;
    /** Before the field that stands in for the two above. */
    or: string;
    accessToken: string;
    accessTokenHint: string;
    submit: string;
  };
  cancel: string;
  errors: Record<'emptyPublicKey' | 'publicKey' | 'emptySecretKey' | 'secretKey' | 'noWebCrypto' | 'unknown', string>;
  problems: Record<CredentialProblem, string>;
}

/** `{seconds}` is filled in. */
export type CredentialProblem =
  | 'emptyToken'
  | 'malformed'
  | 'refused'
  | 'tooMany'
  | 'unavailable'
  | 'over'
  | 'voipmsEmpty'
  | 'voipmsRefused'
  | 'voipmsClosed'
  | 'voipmsUnavailable'
  | 'daktelaEmpty'
  | 'daktelaAddress'
  | 'daktelaRefused'
  | 'daktelaUnavailable';

interface ConsentTexts {
  title: string;
  /** `{client}` is filled in. */
  heading: string;
  account: string;
  otherAccount: string;
  scopes: string;
  scopesHint: string;
  none: string;
  /** `{host}` is filled in. */
  after: string;
  /** `{account}` is filled in: where. */
  kept: string;
  allow: string;
  deny: string;
}

export const signInTexts: Record<Language, SignInTexts> = { en, fr };

/** Puts a value where a text says its name in braces. */
export function filled(text: string, name: string, value: string): string {
  return text.replaceAll(`{${name}}`, () => value);
}
