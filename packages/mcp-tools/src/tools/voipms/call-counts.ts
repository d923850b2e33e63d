import type { CallDetail } from '@voxolib/telephony';
import { plain } from '../../text.ts';

/** Calls by the vendor's own status names. */
export function countStatuses(calls: readonly CallDetail[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { status } of calls) counts.set(plain(status), (counts.get(plain(status)) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** The one in the middle; of two in the middle, the lower. */
export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;
}
