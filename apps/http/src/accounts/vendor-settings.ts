import type { VoxolibOptions } from '@voxolib/client';
import type { DaktelaOptions, DaktelaSettings } from '@voxolib/daktela';
import type { VoipmsOptions } from '@voxolib/voipms';
import type { DaktelaAccount } from './credentials.ts';
import type { DaktelaSessions } from './daktela-sessions.ts';

/** What every client of a vendor is made with, beside the credential. */
export interface VendorSettings {
  voxolib: Omit<VoxolibOptions, 'token'>;
  voipms: Partial<VoipmsOptions>;
  daktela: DaktelaSettings;
  /** Where the sessions are that sign-ins have led to; undefined where nobody signs in. */
  sessions(): DaktelaSessions | undefined;
}

/** What a client of a Daktela account is made with. @throws UNAUTHENTICATED when its session has ended. */
export async function daktelaOptions(
  account: DaktelaAccount,
  { daktela, sessions }: VendorSettings,
): Promise<DaktelaOptions> {
  const { url } = account;
  if ('password' in account) return { ...daktela, url, username: account.username, password: account.password };
  if ('accessToken' in account) return { ...daktela, url, accessToken: account.accessToken };
  if ('session' in account) return { ...daktela, url, session: account.session };
  const kept = sessions();
  // Such a credential comes from a sign-in alone.
  if (kept === undefined) throw new Error('A kept session came to a server that keeps none');
  return { ...daktela, url, ...(await kept.open(account.kept)) };
}
