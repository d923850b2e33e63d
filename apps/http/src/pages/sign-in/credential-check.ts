import { retryAfterSeconds, type SignInDelay } from '@voxolib/access';
import { isTelephonyError } from '@voxolib/telephony';
import { accountName, credentialsIn } from '../../accounts/credentials.ts';
import type { SignInProblem } from './credential-forms.tsx';
import type { CredentialProblem } from './texts.ts';
import { typedCredential } from './typed-credential.ts';

export type CheckedCredential = { credential: string } | { status: 400 | 403 | 429 | 503; problem: SignInProblem };

export interface CredentialCheckOptions {
  /** Asks the vendor. Throws when it cannot be asked. */
  judge(credential: string): Promise<'accepted' | 'refused'>;
  delay: SignInDelay;
}

interface Words {
  refused: CredentialProblem;
  unavailable: CredentialProblem;
}
const voxolibWords: Words = { refused: 'refused', unavailable: 'unavailable' };
const voipmsWords: Words = { refused: 'voipmsRefused', unavailable: 'voipmsUnavailable' };

/** Whether what somebody typed opens an account. A wrong secret and an unknown account get the same answer. */
export function credentialCheck({ judge, delay }: CredentialCheckOptions) {
  return async (body: unknown, address: string): Promise<CheckedCredential> => {
    const typed = typedCredential(body);
    if ('problem' in typed) return { status: 400, problem: typed.problem };
    const { text: credential } = typed;
    const words = credentialsIn(credential).voipms === undefined ? voxolibWords : voipmsWords;

    const attempt = await delay.begin(address, accountName(credential));
    if (!attempt.allowed) return { status: 429, problem: { name: 'tooMany', seconds: retryAfterSeconds(attempt) } };
    try {
      if ((await judge(credential)) === 'refused') return { status: 403, problem: { name: words.refused } };
    } catch (error) {
      attempt.unjudged();
      if (!isTelephonyError(error)) throw error;
      // Both of these can be mended by the person, on one page of VoIP.ms's portal.
      if (error.code === 'FORBIDDEN' && error.provider === 'voipms') {
        return { status: 403, problem: { name: 'voipmsClosed' } };
      }
      return { status: 503, problem: { name: words.unavailable } };
    }
    attempt.succeeded();
    return { credential };
  };
}
