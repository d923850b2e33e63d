import { AccessTokenError, type AccountKeys } from '@voxolib/token';
import type { TokenTexts } from '../texts.ts';

export type ProblemTexts = TokenTexts['errors'];

/** What to tell the reader, in the page's language, and the field that it is about. */
export function problemOf(
  error: unknown,
  keys: AccountKeys,
  texts: ProblemTexts,
): { text: string; field?: keyof AccountKeys } {
  if (!(error instanceof AccessTokenError)) return { text: texts.unknown };
  if (error.code === 'NO_WEB_CRYPTO') return { text: texts.noWebCrypto };
  const { field } = error;
  if (field === 'publicKey') return { text: keys.publicKey === '' ? texts.emptyPublicKey : texts.publicKey, field };
  if (field === 'secretKey') return { text: keys.secretKey === '' ? texts.emptySecretKey : texts.secretKey, field };
  return { text: texts.unknown };
}
