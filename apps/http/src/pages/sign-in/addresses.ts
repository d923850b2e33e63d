import type { Language } from '../language.ts';

/** Where the forms of one sign-in go. They keep the language that the person chose. */
export interface Addresses {
  signIn: string;
  consent: string;
}

export function signInPath(uid: string): string {
  return `/oauth/sign-in/${encodeURIComponent(uid)}`;
}

export function addressesOf(uid: string, language: Language): Addresses {
  const path = signInPath(uid);
  return { signIn: `${path}?lang=${language}`, consent: `${path}/consent?lang=${language}` };
}
