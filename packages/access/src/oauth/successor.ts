import { createHmac } from 'node:crypto';
import type { ServerKey } from '../keys/server-keys.ts';

/**
 * The refresh token that follows another one, always the same: whoever repeats a refresh, after a crash or beside another
 * process, gets the same successor, and a thief and the owner still meet at the next rotation.
 */
export function successorOf(refreshToken: string, key: ServerKey): string {
  return createHmac('sha256', key.subkey('refresh-successor')).update(refreshToken).digest('base64url');
}
