import { createGuard, type Guard } from '@voxolib/upstream';
import { createPace, type Pace, type PaceClock, type PaceOptions } from './pace.ts';
import { createReadCache, type ReadCache } from './read-cache.ts';

/** What the clients of one credential have in common. */
export interface SharedState {
  pace: Pace;
  cache: ReadCache;
}

/**
 * Keeps what clients of one credential share, for as long as it matters, and for each address of the API what shows whether it is down.
 * One per process, given to every client of it.
 */
export interface VoipmsSharing {
  of(account: { fingerprint: string; baseUrl: string }, pace: PaceOptions, clock: PaceClock): SharedState;
}

const MOST_CREDENTIALS = 1000;
/** Failed attempts in a row, of all credentials; a read has three. */
const FAILURES = 10;

export function createSharing(): VoipmsSharing {
  const states = new Map<string, SharedState>();
  const guards = new Map<string, Guard>();

  function guardOf(baseUrl: string): Guard {
    const known = guards.get(baseUrl);
    if (known !== undefined) return known;
    const made = createGuard({ provider: 'voipms', title: 'VoIP.ms' }, { breaker: { failures: FAILURES } });
    guards.set(baseUrl, made);
    return made;
  }

  return {
    of({ fingerprint, baseUrl }, pace, clock) {
      const known = states.get(fingerprint);
      if (known !== undefined) {
        // The one that was used last goes last.
        states.delete(fingerprint);
        states.set(fingerprint, known);
        return known;
      }
      const made = { pace: createPace(pace, guardOf(baseUrl), clock), cache: createReadCache() };
      states.set(fingerprint, made);
      if (states.size > MOST_CREDENTIALS) forgetIdle(states);
      return made;
    },
  };
}

/** Those that wait or have just sent are kept: a pace that is forgotten too soon is no pace. */
function forgetIdle(states: Map<string, SharedState>): void {
  for (const [fingerprint, { pace }] of states) {
    if (states.size <= MOST_CREDENTIALS) return;
    if (pace.idle) states.delete(fingerprint);
  }
}

/** Shared by all clients that bring none of their own. */
export const processSharing: VoipmsSharing = createSharing();
