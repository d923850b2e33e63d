import type { Money } from '@voxolib/telephony';
import { voipmsContract } from '../contract.ts';
import { readMoney } from '../scalars.ts';

/** An amount of VoIP.ms, or null where there is none. */
export function usd(value: unknown): Money | null {
  const amount = readMoney(value);
  return amount === null ? null : { amount, currency: voipmsContract.currency.value };
}
