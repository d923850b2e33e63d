import { type OperationOptions, type Period, type Provider, TelephonyError } from '@voxolib/telephony';
import { cachedProvider, createDayCache } from '@voxolib/telephony/cache';

/** For how long a vendor's word on the credential counts. */
const CONFIRMED_MS = 60_000;

type Daily<Report> = (product: string, period: Period, options?: OperationOptions) => Promise<Report>;

/**
 * The same account, with days that are over kept in memory. They are given only while its vendor has accepted the credential
 * within the last minute, which `judge` asks; when it cannot be asked, nothing is given that it has not just sent.
 */
export function withKeptDays<P extends Provider>(account: P, judge: () => Promise<'accepted' | 'refused'>): P {
  const kept = cachedProvider(account, createDayCache(), 'stdio');
  let confirmed: { at: number; verdict: Promise<'accepted' | 'refused' | 'unknown'> } | undefined;
  const verdict = () => {
    if (confirmed === undefined || performance.now() - confirmed.at > CONFIRMED_MS) {
      confirmed = { at: performance.now(), verdict: judge().catch(() => 'unknown' as const) };
    }
    return confirmed.verdict;
  };
  const guarded =
    <Report>(daily: Daily<Report>): Daily<Report> =>
    async (product, period, call = {}) => {
      switch (await verdict()) {
        case 'accepted':
          return daily(product, period, call);
        case 'unknown':
          confirmed = undefined;
          return daily(product, period, { ...call, fresh: true });
        case 'refused':
          confirmed = undefined;
          throw new TelephonyError('UNAUTHENTICATED', `${account.title} does not accept the credential.`, {
            provider: account.id,
          });
      }
    };
  const { calls, minutes } = kept;
  return {
    ...kept,
    ...(calls && { calls: { ...calls, daily: guarded(calls.daily) } }),
    ...(minutes && { minutes: { ...minutes, daily: guarded(minutes.daily) } }),
  };
}
