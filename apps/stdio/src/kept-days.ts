import { judgeToken, type VoxolibOptions, type VoxolibProvider } from '@voxolib/client/provider';
import { type OperationOptions, type Period, TelephonyError } from '@voxolib/telephony';
import { cachedProvider, createDayCache } from '@voxolib/telephony/cache';

/** For how long Voxolib's word on the credential counts. */
const CONFIRMED_MS = 60_000;

/**
 * The same account, with days that are over kept in memory. They are given only while Voxolib has accepted the credential
 * within the last minute; when it cannot be asked, nothing is given that it has not just sent.
 */
export function withKeptDays(account: VoxolibProvider, options: VoxolibOptions): VoxolibProvider {
  const kept = cachedProvider(account, createDayCache(), 'stdio');
  let confirmed: { at: number; verdict: Promise<'accepted' | 'refused' | 'unknown'> } | undefined;
  const verdict = () => {
    if (confirmed === undefined || performance.now() - confirmed.at > CONFIRMED_MS) {
      confirmed = { at: performance.now(), verdict: judgeToken(options).catch(() => 'unknown' as const) };
    }
    return confirmed.verdict;
  };
  const guarded =
    <Report>(daily: (product: string, period: Period, options?: OperationOptions) => Promise<Report>) =>
    async (product: string, period: Period, call: OperationOptions = {}) => {
      switch (await verdict()) {
        case 'accepted':
          return daily(product, period, call);
        case 'unknown':
          confirmed = undefined;
          return daily(product, period, { ...call, fresh: true });
        case 'refused':
          confirmed = undefined;
          throw new TelephonyError('UNAUTHENTICATED', 'Voxolib does not accept the access token.', {
            provider: account.id,
          });
      }
    };
  return {
    ...kept,
    calls: { ...kept.calls, daily: guarded(kept.calls.daily) },
    minutes: { ...kept.minutes, daily: guarded(kept.minutes.daily) },
  };
}
