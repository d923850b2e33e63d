import type { Clock } from './clock.ts';
import type { Instance } from './instances.ts';

/** What every answer is wrapped in. */
export interface Envelope {
  error: unknown;
  result: unknown;
  _time: string;
  _serverTime?: string;
  _timezone?: string;
}

/** Times are by the clock of the caller, but for that of the server, which is by its own. */
export function envelope(
  { old }: Instance,
  clock: Clock,
  serverClock: Clock,
  now: Date,
  { error = [], result = [] }: { error?: unknown; result?: unknown },
): Envelope {
  const time = clock.text(now.getTime());
  if (old) return { error, result, _time: time };
  return { error, result, _serverTime: serverClock.text(now.getTime()), _time: time, _timezone: clock.zone };
}
