import type { DaktelaSession } from '@voxolib/daktela';
import { fingerprint, isAccessToken, parseAccessToken } from '@voxolib/token';
import type { VoipmsCredential } from '@voxolib/voipms';
import { z } from 'zod';

/**
 * What opens a Daktela instance for one person. A password comes in headers, and is typed to sign in; after that there is a session,
 * which goes with the browser until it is `kept`: then its handle stands for it. Only sessions and tokens are ever sealed.
 */
export type DaktelaAccount =
  | { url: string; username: string; password: string }
  | { url: string; accessToken: string }
  | { url: string; username: string; session: DaktelaSession }
  | { url: string; username: string; kept: string };

/** What opens the accounts of one person, one for each vendor at most. */
export interface Credentials {
  /** Voxolib's access token. */
  voxolib?: string | undefined;
  voipms?: VoipmsCredential | undefined;
  daktela?: DaktelaAccount | undefined;
  /** Customers of a contact centre are masked in every answer, whatever the deployment says. */
  privacy?: true | undefined;
}
export type Vendor = Exclude<keyof Credentials, 'privacy'>;

const text = z.string().min(1);
const Session = z.strictObject({ accessToken: text, refreshToken: text.optional(), expiresAt: text.optional() });
const Kept = z.strictObject({
  voxolib: z.string().refine(isAccessToken).optional(),
  voipms: z.strictObject({ username: text, password: text }).optional(),
  daktela: z
    .union([
      z.strictObject({ url: text, username: text, password: text }),
      z.strictObject({ url: text, accessToken: text }),
      z.strictObject({ url: text, username: text, session: Session }),
      z.strictObject({ url: text, username: text, kept: text }),
    ])
    .optional(),
  privacy: z.literal(true).optional(),
});

/** A session as one text, always the same for the same session. */
export function textOfSession({ accessToken, refreshToken, expiresAt }: DaktelaSession): string {
  return JSON.stringify({ accessToken, refreshToken, expiresAt });
}

export function sessionIn(text: string): DaktelaSession {
  return Session.parse(JSON.parse(text));
}

/** As one text, for what is sealed or hashed. A Voxolib token alone is its own text. */
export function textOf({ voxolib, ...others }: Credentials): string {
  const alone = Object.values(others).every((credential) => credential === undefined);
  return alone ? (voxolib ?? '') : JSON.stringify({ voxolib, ...others });
}

/** The credentials in such a text. Throws when it is none, which only a change of this program can bring about. */
export function credentialsIn(text: string): Credentials {
  return isAccessToken(text) ? { voxolib: text } : Kept.parse(JSON.parse(text));
}

/** The same credentials, for whoever is to see customers of a contact centre masked. */
export function withPrivacy(text: string): string {
  return textOf({ ...credentialsIn(text), privacy: true });
}

/** The vendors whose accounts such a text opens. */
export function vendorsIn(text: string): Vendor[] {
  const credentials = credentialsIn(text);
  return vendors.filter((vendor) => credentials[vendor] !== undefined);
}
const vendors = ['voxolib', 'voipms', 'daktela'] as const satisfies readonly Vendor[];

/** What must never be seen again of such a text. */
export function secretsIn(text: string): string[] {
  const { voxolib, voipms, daktela } = credentialsIn(text);
  return [voxolib, voipms?.password, ...secretsOf(daktela)].filter((secret) => secret !== undefined);
}

function secretsOf(account: DaktelaAccount | undefined): (string | undefined)[] {
  if (account === undefined) return [];
  if ('password' in account) return [account.password];
  if ('accessToken' in account) return [account.accessToken];
  return 'kept' in account ? [account.kept] : [account.session.accessToken, account.session.refreshToken];
}

/** How a person knows their account: by its public key, the user's name, or the instance. None of them is a secret. */
export function accountName(text: string): string {
  const { voxolib, voipms, daktela } = credentialsIn(text);
  const names = [voxolib && parseAccessToken(voxolib).publicKey, voipms?.username, daktela && instanceName(daktela)];
  return names.filter(Boolean).join(' + ');
}

function instanceName(account: DaktelaAccount): string {
  const { host } = new URL(account.url);
  return 'username' in account ? `${account.username} @ ${host}` : host;
}

/** Names the account in records, the same each time, and does not lead back to what opens it. */
export async function accountOf(text: string): Promise<string> {
  const { voxolib, voipms, daktela } = credentialsIn(text);
  if (voxolib !== undefined) return `voxolib:${await fingerprint(voxolib)}`;
  if (voipms !== undefined) return `voipms:${await fingerprint(voipms.username.toLowerCase())}`;
  return `daktela:${await fingerprint(daktela === undefined ? '' : identityOf(daktela))}`;
}

/** A token made in Daktela's administration says nothing of whose it is; it is an account of its own. */
function identityOf(account: DaktelaAccount): string {
  const who = 'username' in account ? account.username.toLowerCase() : account.accessToken;
  return JSON.stringify([account.url, who]);
}
