import type { Language } from '../language.ts';

export const ADMIN_PATH = '/admin';

export const paths = {
  overview: ADMIN_PATH,
  calls: `${ADMIN_PATH}/calls`,
  export: `${ADMIN_PATH}/calls/export`,
  verify: `${ADMIN_PATH}/verify`,
  signIn: `${ADMIN_PATH}/sign-in`,
  signOut: `${ADMIN_PATH}/sign-out`,
  oidc: `${ADMIN_PATH}/oidc`,
  oidcCallback: `${ADMIN_PATH}/oidc/callback`,
} as const;

/** An address that keeps the language that the person chose. */
export function inLanguage(path: string, language: Language): string {
  return `${path}?lang=${language}`;
}
