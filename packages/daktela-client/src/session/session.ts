import { isTelephonyError } from '@voxolib/telephony';
import { daktelaContract } from '../contract.ts';
import type { Settings } from '../options.ts';
import { failure } from '../refusals.ts';
import type { DaktelaSession } from './credential.ts';
import { logIn, refresh } from './log-in.ts';
import { type LiveSession, liveSession } from './session-state.ts';

/** Gives the token for a request. */
export interface TokenSource {
  /** One that is valid as far as is known, renewed when it soon ends. */
  token(): Promise<string>;
  /** Another one, after Daktela refused `stale`; undefined for a token that has no successor. @throws UNAUTHENTICATED */
  renewed(stale: string): Promise<string | undefined>;
  /** What must never be shown: password and tokens. */
  secrets(): string[];
}

export function createTokenSource(settings: Settings): TokenSource {
  const { credential } = settings;
  if (!('accessToken' in credential)) return sessionSource(settings);
  const { accessToken } = credential;
  return {
    token: async () => accessToken,
    renewed: async () => undefined,
    secrets: () => [accessToken],
  };
}

function sessionSource(settings: Settings): TokenSource {
  const { credential, shared, now } = settings;
  const state = shared.session;
  const given = 'session' in credential ? credential.session : undefined;
  let told = given?.accessToken;
  if (given !== undefined) state.current ??= liveSession(given, now().getTime());

  async function renew(stale: string | undefined): Promise<LiveSession> {
    return state.renewals.join('renew', async () => {
      const { current } = state;
      // Whoever came while another renewal ended gets what it brought.
      if (current !== undefined && current.session.accessToken !== stale && !isDue(current, now())) return current;
      const session = await newSession(settings, current);
      const made = liveSession(session, now().getTime());
      state.current = made;
      shared.remember(session);
      return made;
    });
  }

  function tell({ session }: LiveSession): string {
    if (given !== undefined && session.accessToken !== told) {
      told = session.accessToken;
      settings.onSession?.(session);
    }
    return session.accessToken;
  }

  return {
    async token() {
      const { current } = state;
      if (current !== undefined && !isDue(current, now())) return tell(current);
      try {
        return tell(await renew(current?.session.accessToken));
      } catch (error) {
        // It is still good for a while.
        if (current === undefined || current.endsAt <= now().getTime() || !isTelephonyError(error)) throw error;
        return tell(current);
      }
    },
    renewed: async (stale) => tell(await renew(stale)),
    secrets: () => secretsOf(settings),
  };
}

async function newSession(settings: Settings, current: LiveSession | undefined): Promise<DaktelaSession> {
  const { credential, shared, renewSession } = settings;
  if (current !== undefined) {
    const spent = current.session;
    const ask = (session: DaktelaSession) => refresh(settings, session);
    const refreshed = await (renewSession === undefined ? ask(spent) : renewSession(spent, ask));
    if (refreshed !== undefined && refreshed.accessToken !== spent.accessToken) return refreshed;
  }
  if (!('password' in credential)) {
    throw failure('UNAUTHENTICATED', 'The Daktela session has ended. Sign in again.', {
      detail: { reason: 'session_ended' },
    });
  }
  const now = settings.now().getTime();
  if (now < shared.session.refusedUntil) {
    const minutes = Math.ceil((shared.session.refusedUntil - now) / 60_000);
    const message = `Daktela has refused this user name and password. They are not sent again for ${minutes} min, as that may lock the user out.`;
    throw failure('UNAUTHENTICATED', message, { detail: { reason: 'login_refused_before' } });
  }
  try {
    return await logIn(settings, credential);
  } catch (error) {
    if (isTelephonyError(error) && error.code === 'UNAUTHENTICATED') {
      shared.session.refusedUntil = now + daktelaContract.refusedLoginPauseMs.value;
    }
    throw error;
  }
}

function isDue({ renewAt }: LiveSession, now: Date): boolean {
  return renewAt <= now.getTime();
}

function secretsOf({ credential, shared }: Settings): string[] {
  const { current } = shared.session;
  const given =
    'password' in credential ? [credential.password] : 'session' in credential ? Object.values(credential.session) : [];
  return [...given, current?.session.accessToken, current?.session.refreshToken].filter(
    (secret) => secret !== undefined && secret !== '',
  ) as string[];
}
