import { Temporal } from 'temporal-polyfill';
import { HOUR_MS } from '../eastern-time.ts';
import type { VoipmsCall } from './call.ts';
import type { CallStream } from './call-stream.ts';

const YEARS = 2;

/** The calls that start in [from, to) epoch ms and within the two years before `now`, the oldest first. */
export function* callsBetween(stream: CallStream, from: number, to: number, now: Date): Generator<VoipmsCall> {
  const end = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC');
  const first = Math.max(from, end.subtract({ years: YEARS }).epochMilliseconds);
  const last = Math.min(to, end.epochMilliseconds);
  for (let hour = Math.floor(first / HOUR_MS); hour * HOUR_MS < last; hour++) {
    for (const call of stream(hour)) if (call.at >= first && call.at < last) yield call;
  }
}
