import { createHash } from 'node:crypto';
import { TelephonyError } from '@voxolib/telephony';

/** What is sent with each request. */
export interface VoipmsCredential {
  username: string;
  password: string;
}

const CONTROL = /\p{Cc}/u;
const LONGEST = 256;

/** @throws UNAUTHENTICATED when these cannot be a username and a password, so that nothing is sent anywhere. */
export function checkCredential({ username, password }: VoipmsCredential): VoipmsCredential {
  for (const [name, text] of [
    ['username', username],
    ['password', password],
  ] as const) {
    if (text === '' || text.length > LONGEST || CONTROL.test(text)) {
      throw new TelephonyError('UNAUTHENTICATED', `The VoIP.ms API ${name} cannot be one: it is empty or malformed.`, {
        provider: 'voipms',
        field: name,
      });
    }
  }
  return { username, password };
}

/** Stands for the credential in memory, without being it. */
export function fingerprintOf({ username, password }: VoipmsCredential, url: string): string {
  return createHash('sha256')
    .update(JSON.stringify([url, username, password]))
    .digest('base64url');
}
