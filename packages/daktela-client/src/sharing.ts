import { createHash } from 'node:crypto';
import { createFlights, type Flights } from '@voxolib/telephony/cache';
import { createGuard, type Guard } from '@voxolib/upstream';
import { LRUCache } from 'lru-cache';
import pLimit, { type LimitFunction } from 'p-limit';
import { daktelaContract } from './contract.ts';
import type { WirePage } from './reply/page.ts';
import type { DaktelaCredential, DaktelaSession } from './session/credential.ts';
import { createSessionState, type SessionState } from './session/session-state.ts';

/** A reference list, and until when it is as good as new. */
interface KeptList {
  page: WirePage;
  until: number;
}

/** What the clients of one credential have in common. */
export interface SharedState {
  session: SessionState;
  /** The zone that the instance named last. */
  zone: string | undefined;
  /** Pages of long lists wait for each other here, so that all iterations together have no more under way than one may have. */
  pageSlots: LimitFunction;
  lists: {
    get(endpoint: string): KeptList | undefined;
    set(endpoint: string, kept: KeptList): void;
    flights: Flights<WirePage>;
  };
  /** Runs `work`, or throws UNAVAILABLE at once while the instance is known to be down. Instances are told apart, credentials are not. */
  guarded<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Lets who brings the new session in place of the old one find this again. */
  remember(session: DaktelaSession): void;
}

/** Keeps sessions and reference lists for clients of the same credential. One per process, given to every client of it. */
export interface DaktelaSharing {
  of(credential: DaktelaCredential, origin: string): SharedState;
}

const MOST_CREDENTIALS = 1000;
const MOST_ROWS = 200_000;
const MOST_INSTANCES = 1000;

/** What is used least is forgotten first: after a thousand credentials, or 200 000 rows of reference lists. */
export function createSharing(): DaktelaSharing {
  const states = new LRUCache<string, SharedState>({ max: MOST_CREDENTIALS });
  const lists = new LRUCache<string, KeptList>({
    maxSize: MOST_ROWS,
    sizeCalculation: ({ page }) => page.rows.length + 1,
  });

  const guards = new LRUCache<string, Guard>({ max: MOST_INSTANCES });

  function guardOf(origin: string): Guard {
    const guard = guards.get(origin) ?? createGuard({ provider: 'daktela', title: 'Daktela' });
    guards.set(origin, guard);
    return guard;
  }

  function create(identity: string, origin: string): SharedState {
    const state: SharedState = {
      session: createSessionState(),
      zone: undefined,
      pageSlots: pLimit(daktelaContract.pagesInFlight.value),
      lists: {
        get: (endpoint) => lists.get(`${identity} ${endpoint}`),
        set: (endpoint, kept) => lists.set(`${identity} ${endpoint}`, kept),
        flights: createFlights(),
      },
      guarded: (signal, work) => guardOf(origin).run(signal, work),
      remember(session) {
        states.set(fingerprintOf({ url: origin, session }, origin), state);
      },
    };
    return state;
  }

  return {
    of(credential, origin) {
      const fingerprint = fingerprintOf(credential, origin);
      const state = states.get(fingerprint) ?? create(fingerprint, origin);
      states.set(fingerprint, state);
      return state;
    },
  };
}

/** Shared by all clients that bring none of their own. */
export const processSharing: DaktelaSharing = createSharing();

/** Stands for the credential in memory, without being it. */
function fingerprintOf(credential: DaktelaCredential, origin: string): string {
  const parts =
    'session' in credential
      ? ['session', credential.session.accessToken, credential.session.refreshToken ?? '']
      : 'accessToken' in credential
        ? ['token', credential.accessToken]
        : ['password', credential.username, credential.password];
  return createHash('sha256')
    .update(JSON.stringify([origin, ...parts]))
    .digest('base64url');
}
