import type { AccountId } from '../accounts.ts';
import type { Product } from './call.ts';
import { type CallLog, createCallLog, createTallyCache } from './call-log.ts';
import { volumes } from './volumes.ts';

/** Every call of every account of a seed. */
export interface Truth {
  log(account: AccountId, product: Product): CallLog;
}

export function createTruth(seed: string): Truth {
  const tallies = createTallyCache();
  const logs = new Map<string, CallLog>();
  return {
    log(account, product) {
      const key = `${account} ${product}`;
      let log = logs.get(key);
      if (log === undefined) {
        const { rhythm, daily } = volumes[account];
        log = createCallLog({ seed, account, product, rhythm, daily: daily[product] }, tallies);
        logs.set(key, log);
      }
      return log;
    },
  };
}
