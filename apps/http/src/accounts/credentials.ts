import { fingerprint, isAccessToken, parseAccessToken } from '@voxolib/token';
import type { VoipmsCredential } from '@voxolib/voipms';
import { z } from 'zod';

/** What opens the accounts of one person, one for each vendor at most. */
export interface Credentials {
  /** Voxolib's access token. */
  voxolib?: string | undefined;
  voipms?: VoipmsCredential | undefined;
}

const Voipms = z.strictObject({ username: z.string().min(1), password: z.string().min(1) });
const Kept = z.strictObject({ voxolib: z.string().refine(isAccessToken).optional(), voipms: Voipms.optional() });

/** As one text, for what is sealed or hashed. A Voxolib token alone is its own text. */
export function textOf({ voxolib, voipms }: Credentials): string {
  return voipms === undefined ? (voxolib ?? '') : JSON.stringify({ voxolib, voipms });
}

/** The credentials in such a text. Throws when it is none, which only a change of this program can bring about. */
export function credentialsIn(text: string): Credentials {
  return isAccessToken(text) ? { voxolib: text } : Kept.parse(JSON.parse(text));
}

/** What must never be seen again of such a text. */
export function secretsIn(text: string): string[] {
  const { voxolib, voipms } = credentialsIn(text);
  return [voxolib, voipms?.password].filter((secret) => secret !== undefined);
}

/** How a person knows their account: by its public key, or the user's name. Neither is a secret. */
export function accountName(text: string): string {
  const { voxolib, voipms } = credentialsIn(text);
  return [voxolib && parseAccessToken(voxolib).publicKey, voipms?.username].filter(Boolean).join(' + ');
}

/** Names the account in records, the same each time, and does not lead back to what opens it. */
export async function accountOf(text: string): Promise<string> {
  const { voxolib, voipms } = credentialsIn(text);
  if (voxolib !== undefined) return `voxolib:${await fingerprint(voxolib)}`;
  return `voipms:${await fingerprint(voipms?.username.toLowerCase() ?? '')}`;
}
