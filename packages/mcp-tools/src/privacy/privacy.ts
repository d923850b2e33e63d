import { TelephonyError } from '@voxolib/telephony';
import type { Caller } from '../caller.ts';
import type { Need } from '../needs.ts';
import { quote } from '../text.ts';
import { createMask, type Mask, STAND_IN } from './mask.ts';

/** A mask for one answer of what needs a contact centre; undefined where people are named. */
export function maskFor({ needs }: { readonly needs?: Need }, { privacy }: Caller): Mask | undefined {
  return privacy && needs?.startsWith('daktela') ? createMask() : undefined;
}

/** @throws INVALID_INPUT when a stand-in of an answer is given for what it stands for. */
export function refuseStandIns(given: unknown): void {
  const found = STAND_IN.exec(JSON.stringify(given) ?? '');
  if (found === null) return;
  const message = `${quote(found[0])} stands for somebody in one answer and is known nowhere else. Give the id that stands beside it.`;
  throw new TelephonyError('INVALID_INPUT', message);
}
