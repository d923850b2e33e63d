import { createFlights, type Flights } from '@voxolib/telephony/cache';
import { daktelaContract } from '../contract.ts';
import type { DaktelaSession } from './credential.ts';

/** A session that is in use. */
export interface LiveSession {
  token: string;
  refreshToken?: string;
  /** When a new one is asked for, and when it ends: on the clock of `now`, in milliseconds. */
  renewAt: number;
  endsAt: number;
}

/** What clients of one credential know of its session. */
export interface SessionState {
  current: LiveSession | undefined;
  /** Daktela has refused this very user name and password. They are not sent again: users are locked out. */
  refused: boolean;
  renewals: Flights<LiveSession>;
}

/** Renewed a minute ahead, or halfway where it lives for less than two. */
export function liveSession(token: string, refreshToken: string | undefined, now: number, endsAt: number): LiveSession {
  const ahead = Math.min(daktelaContract.refreshAheadMs.value, Math.max(0, endsAt - now) / 2);
  return { token, renewAt: endsAt - ahead, endsAt, ...(refreshToken !== undefined && { refreshToken }) };
}

export function createSessionState(): SessionState {
  return { current: undefined, refused: false, renewals: createFlights() };
}

export function toSession({ token, refreshToken, endsAt }: LiveSession): DaktelaSession {
  return {
    accessToken: token,
    ...(refreshToken !== undefined && { refreshToken }),
    expiresAt: new Date(endsAt).toISOString(),
  };
}
