import { randomUUID } from 'node:crypto';

/** A UUID of version 7: in order of time, and not to be guessed. */
export function callId(now: number): string {
  const time = now.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
