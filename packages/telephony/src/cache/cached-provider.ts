import { addCallCounts } from '../call-report.ts';
import { addMinutes } from '../minutes-report.ts';
import type { Provider } from '../provider.ts';
import { cachedDaily } from './cached-daily.ts';
import type { DayCache } from './day-cache.ts';

/**
 * The same provider, its daily reports answered from `cache` where they can be. `account` sets the days of one credential
 * apart from those of all others: a keyed hash of it, never the credential itself.
 *
 * Days that are over are kept for two days, today for 15 seconds; `fresh` asks for all of them. Warnings that are counted by
 * day are kept with their days. Reports with others and errors are not kept, and what is refused loses what was kept of it. `as_of` is the oldest of an answer's parts.
 */
export function cachedProvider<P extends Provider>(provider: P, cache: DayCache, account: string): P {
  const { id, calls, minutes } = provider;
  const owner = { account, provider: id };
  return {
    ...provider,
    ...(calls && {
      calls: { ...calls, daily: cachedDaily(calls, cache, { ...owner, operation: 'calls' }, addCallCounts) },
    }),
    ...(minutes && {
      minutes: { ...minutes, daily: cachedDaily(minutes, cache, { ...owner, operation: 'minutes' }, addMinutes) },
    }),
  };
}
