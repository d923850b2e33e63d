import type { Language } from '../language.ts';
import type { DoneThing } from './addresses.ts';
import { texts as en } from './texts.en.ts';
import { texts as fr } from './texts.fr.ts';

/** In every text, what stands between backticks is code, and what stands in braces is filled in. */
export interface AccountTexts {
  otherLanguage: { language: Language; name: string };
  skip: string;
  problem: string;
  pages: { label: string; overview: string; calls: string; documentation: string };
  signOut: string;
  signIn: { title: string; heading: string; lead: string };
  title: string;
  heading: string;
  /** Goes before the public name of the account. */
  signedInAs: string;
  done: Record<DoneThing, string>;
  usage: UsageTexts;
  clients: ClientTexts;
  tokens: TokenTexts;
  newToken: NewTokenTexts;
  madeToken: { title: string; heading: string; once: string; token: string; command: string; back: string };
  calls: { heading: string; intro: string };
  notices: Record<NoticeName, { heading: string; text: string }>;
  back: string;
  /** `{zone}` */
  zone: string;
}

/** `unreadable`: too large, or not a form. */
export type NoticeName = 'refused' | 'unknown' | 'unreadable' | 'failed';

export interface UsageTexts {
  heading: string;
  intro: string;
  /** `{month}`, which is a month and a year. */
  month: string;
  minute: string;
  /** `{used}` and `{included}` */
  ofIncluded: string;
  /** `{used}` */
  unlimited: string;
  /** `{date}` */
  resets: string;
  /** `{limit}` and `{date}` */
  usedUp: string;
  /** `{calls}` and `{amount}` */
  over: string;
  /** `{limit}` and `{price}` */
  price: string;
}

export interface ClientTexts {
  heading: string;
  intro: string;
  none: string;
  unnamed: string;
  returnsTo: string;
  permissions: string;
  since: string;
  lastUsed: string;
  never: string;
  disconnect: string;
  confirm: string;
  calls: string;
  /** For those who do not see beside which name the button stands; `{client}`. */
  button: string;
}

export interface TokenTexts {
  heading: string;
  intro: string;
  none: string;
  create: string;
  id: string;
  permissions: string;
  tier: string;
  made: string;
  expires: string;
  addresses: string;
  anywhere: string;
  lastUsed: string;
  never: string;
  calls: string;
  revoke: string;
  confirm: string;
  /** `{name}` */
  button: string;
  /** `{count}` */
  ended: string;
  /** `{date}` */
  revokedOn: string;
  expiredOn: string;
}

interface NewTokenTexts {
  title: string;
  heading: string;
  lead: string;
  name: string;
  nameHint: string;
  scopes: string;
  days: string;
  daysHint: string;
  addresses: string;
  addressesHint: string;
  privacy: string;
  privacyHint: string;
  /** `{tier}` */
  tier: string;
  submit: string;
  cancel: string;
  problems: Record<TokenProblem, string>;
}

/** The field that cannot be so, or `full` when there are as many tokens as there may be. */
export type TokenProblem = 'name' | 'scopes' | 'days' | 'addresses' | 'full';

export const accountTexts: Record<Language, AccountTexts> = { en, fr };
