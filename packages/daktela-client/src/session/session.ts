import { isTelephonyError } from '@voxolib/telephony';
import { daktelaContract } from '../contract.ts';
import type { Settings } from '../options.ts';
import { failure } from '../refusals.ts';
import type { DaktelaSession } from './credential.ts';
import { logIn, refresh } from './log-in.ts';
import { type LiveSession, liveSession, toSession } from './session-state.ts';

/** Gives the token for a request. */
export interface TokenSource {
  /** One that is valid as far as is known, renewed when it soon ends. */
  token(): Promise<string>;
  /** Another one, after Daktela refused `stale`. @throws UNAUTHENTICATED when there is none. */
  renewed(stale: string): Promise<string>;
  /** What must never be shown: password and tokens. */
  secrets(): string[];
}

export function createTokenSource(settings: Settings): TokenSource {
  const { credential } = settings;
  if (!('accessToken' in credential)) return sessionSource(settings);
  const { accessToken } = credential;
  return {
    token: async () => accessToken,
    async renewed() {
      throw failure(
        'UNAUTHENTICATED',
        'Daktela does not accept this access token. Make a new one in its user administration.',
        {
          detail: { status: 401 },
        },
      );
    },
    secrets: () => [accessToken],
  };
}

function sessionSource(settings: Settings): TokenSource {
  const { credential, shared, now } = settings;
  const state = shared.session;
  const given = 'session' in credential ? credential.session : undefined;
  let told = given?.accessToken;
  if (given !== undefined) state.current ??= toLive(given, now().getTime());

  async function renew(stale: string | undefined): Promise<LiveSession> {
    const session = await state.renewals.join('renew', async () => {
      const { current } = state;
      // Whoever came while another renewal ended gets what it brought.
      if (current !== undefined && current.token !== stale && !isDue(current, now())) return current;
      const made = await newSession(settings, current);
      state.current = made;
      state.refused = false;
      shared.remember(made);
      return made;
    });
    return session;
  }

  function tell(session: LiveSession): string {
    if (given !== undefined && session.token !== told) {
      told = session.token;
      settings.onSession?.(toSession(session));
    }
    return session.token;
  }

  return {
    async token() {
      const { current } = state;
      if (current !== undefined && !isDue(current, now())) return tell(current);
      try {
        return tell(await renew(current?.token));
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

async function newSession(settings: Settings, current: LiveSession | undefined): Promise<LiveSession> {
  const { credential, shared } = settings;
  if (current?.refreshToken !== undefined) {
    const refreshed = await refresh(settings, current.refreshToken);
    if (refreshed !== undefined) return refreshed;
  }
  if (!('password' in credential)) {
    throw failure('UNAUTHENTICATED', 'The Daktela session has ended. Sign in again.', {
      detail: { reason: 'session_ended' },
    });
  }
  if (shared.session.refused) {
    const message =
      'Daktela has refused this user name and password, and is not asked again with them, as that may lock the user out.';
    throw failure('UNAUTHENTICATED', message, { detail: { reason: 'login_refused_before' } });
  }
  try {
    return await logIn(settings, credential);
  } catch (error) {
    if (isTelephonyError(error) && error.code === 'UNAUTHENTICATED') shared.session.refused = true;
    throw error;
  }
}

function isDue({ renewAt }: LiveSession, now: Date): boolean {
  return renewAt <= now.getTime();
}

function toLive({ accessToken, refreshToken, expiresAt }: DaktelaSession, now: number): LiveSession {
  const end = expiresAt === undefined ? Number.NaN : Date.parse(expiresAt);
  // Without an end it is used until Daktela refuses it.
  const endsAt = Number.isNaN(end) ? now + daktelaContract.longestLifeSeconds.value * 1000 : end;
  return liveSession(accessToken, refreshToken, now, endsAt);
}

function secretsOf({ credential, shared }: Settings): string[] {
  const { current } = shared.session;
  const given =
    'password' in credential ? [credential.password] : 'session' in credential ? Object.values(credential.session) : [];
  return [...given, current?.token, current?.refreshToken].filter(
    (secret) => secret !== undefined && secret !== '',
  ) as string[];
}
