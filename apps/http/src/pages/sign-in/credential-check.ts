import { retryAfterSeconds, type SignInDelay } from '@voxolib/access';
import { isTelephonyError } from '@voxolib/telephony';
import { isAccessToken, parseAccessToken } from '@voxolib/token';
import type { SignInProblem } from './sign-in-page.tsx';

export type CheckedCredential = { token: string } | { status: 400 | 403 | 429 | 503; problem: SignInProblem };

export interface CredentialCheckOptions {
  /** Asks the vendor. Throws when it cannot be asked. */
  judge(token: string): Promise<'accepted' | 'refused'>;
  delay: SignInDelay;
}

/** Whether a token that somebody typed opens an account. A wrong token and an unknown account get the same answer. */
export function credentialCheck({ judge, delay }: CredentialCheckOptions) {
  return async (typed: string, address: string): Promise<CheckedCredential> => {
    const token = typed.trim();
    if (token === '') return { status: 400, problem: { name: 'emptyToken' } };
    if (!isAccessToken(token)) return { status: 400, problem: { name: 'malformed' } };

    const attempt = delay.begin(address, parseAccessToken(token).publicKey);
    if (!attempt.allowed) return { status: 429, problem: { name: 'tooMany', seconds: retryAfterSeconds(attempt) } };
    try {
      if ((await judge(token)) === 'refused') return { status: 403, problem: { name: 'refused' } };
    } catch (error) {
      attempt.unjudged();
      if (!isTelephonyError(error)) throw error;
      return { status: 503, problem: { name: 'unavailable' } };
    }
    attempt.succeeded();
    return { token };
  };
}
