import { DEFAULT_TIME_ZONE } from '@voxolib/telephony';
import type { CompletionSource } from '../completion.ts';

let zones: readonly string[] | undefined;

/** Every zone that this runtime knows: the default one first, then UTC, Europe, and the world. */
export const timeZones: CompletionSource = () => {
  zones ??= inOrder(Intl.supportedValuesOf('timeZone'));
  return zones;
};

function inOrder(known: readonly string[]): string[] {
  const european = known.filter((zone) => zone.startsWith('Europe/'));
  return [...new Set([DEFAULT_TIME_ZONE, 'UTC', ...european, ...known])];
}
