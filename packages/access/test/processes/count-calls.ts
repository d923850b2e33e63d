import { createLimits } from '../../src/limits/limits.ts';
import type { Tier } from '../../src/limits/tier.ts';
import { openStorage, type StorageOptions } from '../../src/storage/storage.ts';
import { done, ready, report } from './child.ts';

/** Asks for calls, some at a time, and reports after each time how many were admitted so far. */
export interface CountCalls {
  readonly options: StorageOptions;
  readonly tier: Tier;
  readonly times: number;
  readonly atOnce: number;
}

const { options, tier, times, atOnce } = await ready<CountCalls>();
const storage = await openStorage(options);
const limits = await createLimits({ storage, tiers: [tier] });
const ask = () => limits.admit({ subject: 'someone', tier: tier.name });
let admitted = 0;
for (let time = 0; time < times; time += 1) {
  const answers = await Promise.all(Array.from({ length: atOnce }, ask));
  admitted += answers.filter(({ allowed }) => allowed).length;
  await report(admitted);
}
await limits.close();
await storage.close();
done();
