import { login } from '@voxolib/daktela';
import { isTelephonyError } from '@voxolib/telephony';
import { credentialsIn, textOf } from './credentials.ts';
import type { judgeOf } from './judge.ts';
import type { VendorSettings } from './vendor-settings.ts';

/**
 * What is kept of a credential that somebody signs in with, undefined when a vendor refuses it. A Daktela password is used here, once,
 * and gives way to the session that it opened. Throws when a vendor cannot be asked.
 */
export type Enter = (credential: string) => Promise<string | undefined>;

export function enterWith(judge: ReturnType<typeof judgeOf>, vendors: VendorSettings): Enter {
  return async (credential) => {
    const { daktela, ...others } = credentialsIn(credential);
    if (daktela === undefined || !('password' in daktela)) {
      return (await judge(credential)) === 'refused' ? undefined : credential;
    }
    const { url, username, password } = daktela;
    try {
      const session = await login({ ...vendors.daktela, url, username, password });
      return textOf({ ...others, daktela: { url, username, session } });
    } catch (error) {
      if (isTelephonyError(error) && error.code === 'UNAUTHENTICATED') return undefined;
      throw error;
    }
  };
}
