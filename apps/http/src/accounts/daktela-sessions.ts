import type { UpstreamSessions } from '@voxolib/access';
import type { DaktelaSession, DaktelaSettings } from '@voxolib/daktela';
import { isTelephonyError, TelephonyError } from '@voxolib/telephony';
import { LRUCache } from 'lru-cache';
import { credentialsIn, sessionIn, textOf, textOfSession } from './credentials.ts';

/** The Daktela sessions that sign-ins have led to, each under the handle that its credential holds. */
export interface DaktelaSessions {
  /** Keeps the session of a credential, and gives the credential that leads to it. Others stay as they are. */
  keep(credential: string): Promise<string>;
  /** What a client of a kept session is made with. @throws UNAUTHENTICATED when it has ended. */
  open(handle: string): Promise<{ session: DaktelaSession } & Required<Pick<DaktelaSettings, 'renewSession'>>>;
  /** Whether the session that a credential leads to is over, so that only a new sign-in helps. */
  hasEnded(credential: string): Promise<boolean>;
}

/** Sessions that this process remembers, so that not every call reads the one that it knows. */
const MOST_REMEMBERED = 10_000;

export function createDaktelaSessions(kept: UpstreamSessions): DaktelaSessions {
  /** What was current when it was last read or renewed here. Another process may have renewed it since; Daktela and its end tell. */
  const remembered = new LRUCache<string, DaktelaSession>({ max: MOST_REMEMBERED });

  function note(handle: string, text: string | undefined): DaktelaSession | undefined {
    const session = text === undefined ? undefined : sessionIn(text);
    if (session === undefined) remembered.delete(handle);
    else remembered.set(handle, session);
    return session;
  }

  return {
    async keep(credential) {
      const { daktela, ...others } = credentialsIn(credential);
      if (daktela === undefined || !('session' in daktela)) return credential;
      const { url, username, session } = daktela;
      return textOf({ ...others, daktela: { url, username, kept: await kept.keep(textOfSession(session)) } });
    },

    async open(handle) {
      const session = remembered.get(handle) ?? note(handle, await kept.read(handle));
      if (session === undefined) throw ended();
      return {
        session,
        async renewSession(spent, ask) {
          const next = (text: string) => ask(sessionIn(text)).then((made) => made && textOfSession(made));
          try {
            return note(handle, await kept.renew(handle, textOfSession(spent), next));
          } catch (error) {
            if (isTelephonyError(error)) throw error;
            // What a database says of a failure may hold what is in it.
            throw new TelephonyError('UNAVAILABLE', 'The storage of this server does not answer.');
          }
        },
      };
    },

    async hasEnded(credential) {
      const { daktela } = credentialsIn(credential);
      return daktela !== undefined && 'kept' in daktela && (await kept.read(daktela.kept)) === undefined;
    },
  };
}

function ended(): TelephonyError {
  return new TelephonyError('UNAUTHENTICATED', 'The Daktela session has ended. Sign in again.', {
    provider: 'daktela',
  });
}
