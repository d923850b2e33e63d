import { retryAfterSeconds, type SignInDelay } from '@voxolib/access';
import { isTelephonyError } from '@voxolib/telephony';
import { accountName, type Vendor, vendorsIn } from '../../accounts/credentials.ts';
import type { Enter } from '../../accounts/enter.ts';
import type { DaktelaRules } from '../../mcp/credential-headers.ts';
import type { SignInProblem } from './credential-forms.tsx';
import type { CredentialProblem } from './texts.ts';
import { typedCredential } from './typed-credential.ts';

export type CheckedCredential = { credential: string } | { status: 400 | 403 | 429 | 503; problem: SignInProblem };

export interface CredentialCheckOptions {
  /** Asks the vendors. */
  enter: Enter;
  delay: SignInDelay;
  daktelaRules: DaktelaRules;
}

interface Words {
  refused: CredentialProblem;
  unavailable: CredentialProblem;
}
const wordsOf: Record<Vendor, Words> = {
  voxolib: { refused: 'refused', unavailable: 'unavailable' },
  voipms: { refused: 'voipmsRefused', unavailable: 'voipmsUnavailable' },
  daktela: { refused: 'daktelaRefused', unavailable: 'daktelaUnavailable' },
};

/** Whether what somebody typed opens an account. A wrong secret and an unknown account get the same answer. */
export function credentialCheck({ enter, delay, daktelaRules }: CredentialCheckOptions) {
  return async (body: unknown, address: string): Promise<CheckedCredential> => {
    const typed = typedCredential(body, daktelaRules);
    if ('problem' in typed) return { status: 400, problem: typed.problem };
    const { text: credential } = typed;
    const words = wordsOf[vendorsIn(credential)[0] ?? 'voxolib'];

    const attempt = await delay.begin(address, accountName(credential));
    if (!attempt.allowed) return { status: 429, problem: { name: 'tooMany', seconds: retryAfterSeconds(attempt) } };
    try {
      const entered = await enter(credential);
      if (entered === undefined) return { status: 403, problem: { name: words.refused } };
      attempt.succeeded();
      return { credential: entered };
    } catch (error) {
      attempt.unjudged();
      if (!isTelephonyError(error)) throw error;
      // Both of these can be mended by the person, on one page of VoIP.ms's portal.
      if (error.code === 'FORBIDDEN' && error.provider === 'voipms') {
        return { status: 403, problem: { name: 'voipmsClosed' } };
      }
      // A name of the private network is found out only when it is looked up.
      if (error.field === 'url' && error.provider === 'daktela') {
        return { status: 400, problem: { name: 'daktelaAddress' } };
      }
      return { status: 503, problem: { name: words.unavailable } };
    }
  };
}
