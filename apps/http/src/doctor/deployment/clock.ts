import type { Answer } from './ask.ts';
import { type Observation, ok, warning } from './observation.ts';

const TOLERANCE_S = 60;

/** Whether the clock at the public address and that of this machine agree. */
export function clock(answer: Answer, now: Date): Observation {
  const theirs = Date.parse(answer.header('date'));
  if (Number.isNaN(theirs)) return ok('clock', 'clock-unknown');
  const seconds = Math.round(Math.abs(now.getTime() - theirs) / 1000);
  const values = { seconds: String(seconds) };
  return seconds > TOLERANCE_S ? warning('clock', 'clock-off', values) : ok('clock', 'clock-right', values);
}
