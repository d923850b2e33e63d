import { judgeToken } from '@voxolib/client/provider';
import { judgeAccount as judgeDaktela } from '@voxolib/daktela/provider';
import { isTelephonyError } from '@voxolib/telephony';
import { judgeAccount as judgeVoipms } from '@voxolib/voipms/provider';
import { credentialsIn, type DaktelaAccount } from './credentials.ts';
import { daktelaOptions, type VendorSettings } from './vendor-settings.ts';

export type Ruling = 'accepted' | 'refused';

/** Asks each vendor about its part of some credentials: refused when one of them refuses. Throws when one cannot be asked. */
export function judgeOf(vendors: VendorSettings) {
  return async (text: string): Promise<Ruling> => {
    const { voxolib: token, voipms, daktela } = credentialsIn(text);
    const asked: Promise<Ruling>[] = [];
    if (token !== undefined) asked.push(judgeToken({ ...vendors.voxolib, token }));
    if (voipms !== undefined) asked.push(judgeVoipms({ ...vendors.voipms, ...voipms }));
    if (daktela !== undefined) asked.push(judgedBy(daktela, vendors));
    const rulings = await Promise.allSettled(asked);
    if (rulings.some((ruling) => ruling.status === 'fulfilled' && ruling.value === 'refused')) return 'refused';
    const silent = rulings.find((ruling) => ruling.status === 'rejected');
    if (silent !== undefined) throw silent.reason;
    return 'accepted';
  };
}

async function judgedBy(account: DaktelaAccount, vendors: VendorSettings): Promise<Ruling> {
  try {
    return await judgeDaktela(await daktelaOptions(account, vendors));
  } catch (error) {
    // A session that has ended is told before anything is asked.
    if (isTelephonyError(error) && error.code === 'UNAUTHENTICATED') return 'refused';
    throw error;
  }
}
