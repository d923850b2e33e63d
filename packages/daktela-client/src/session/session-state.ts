import { createFlights, type Flights } from '@voxolib/telephony/cache';
import { daktelaContract } from '../contract.ts';
import type { DaktelaSession } from './credential.ts';

/** A session that is in use. */
export interface LiveSession {
  session: DaktelaSession;
  /** When a new one is asked for, and when it ends: on the clock of `now`, in milliseconds. */
  renewAt: number;
  endsAt: number;
}

/** What clients of one credential know of its session. */
export interface SessionState {
  current: LiveSession | undefined;
  /** Until when this very user name and password are not sent again, which Daktela has refused: users are locked out. */
  refusedUntil: number;
  renewals: Flights<LiveSession>;
}

/**
 * A session as of `now`: renewed a minute ahead, or halfway where it lives for less than two. One that does not say when it ends is used
 * until Daktela refuses it.
 */
export function liveSession(session: DaktelaSession, now: number): LiveSession {
  const { refreshAheadMs, longestLifeSeconds } = daktelaContract;
  const end = Date.parse(session.expiresAt ?? '');
  const endsAt = Number.isNaN(end) ? now + longestLifeSeconds.value * 1000 : end;
  const ahead = Math.min(refreshAheadMs.value, Math.max(0, endsAt - now) / 2);
  return { session, renewAt: endsAt - ahead, endsAt };
}

export function createSessionState(): SessionState {
  return { current: undefined, refusedUntil: 0, renewals: createFlights() };
}
