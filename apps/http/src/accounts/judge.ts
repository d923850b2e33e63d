import { judgeToken, type VoxolibOptions } from '@voxolib/client/provider';
import { judgeAccount, type VoipmsOptions } from '@voxolib/voipms/provider';
import { credentialsIn } from './credentials.ts';

type Ruling = 'accepted' | 'refused';

/** Asks each vendor about its part of some credentials: refused when one of them refuses. Throws when one cannot be asked. */
export function judgeOf(vendors: { voxolib: Omit<VoxolibOptions, 'token'>; voipms: Partial<VoipmsOptions> }) {
  return async (text: string): Promise<Ruling> => {
    const { voxolib: token, voipms: account } = credentialsIn(text);
    const asked: Promise<Ruling>[] = [];
    if (token !== undefined) asked.push(judgeToken({ ...vendors.voxolib, token }));
    if (account !== undefined) asked.push(judgeAccount({ ...vendors.voipms, ...account }));
    const rulings = await Promise.allSettled(asked);
    if (rulings.some((ruling) => ruling.status === 'fulfilled' && ruling.value === 'refused')) return 'refused';
    const silent = rulings.find((ruling) => ruling.status === 'rejected');
    if (silent !== undefined) throw silent.reason;
    return 'accepted';
  };
}
