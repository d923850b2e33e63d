import { createPace, type Pace, type PaceClock, type PaceOptions } from './pace.ts';
import { createReadCache, type ReadCache } from './read-cache.ts';

/** What the clients of one credential have in common. */
export interface SharedState {
  pace: Pace;
  cache: ReadCache;
}

/** Keeps what clients of one credential share, for as long as it matters. One per process, given to every client of it. */
export interface VoipmsSharing {
  of(fingerprint: string, pace: PaceOptions, clock: PaceClock): SharedState;
}

const MOST_CREDENTIALS = 1000;

export function createSharing(): VoipmsSharing {
  const states = new Map<string, SharedState>();
  return {
    of(fingerprint, pace, clock) {
      const known = states.get(fingerprint);
      if (known !== undefined) {
        // The one that was used last goes last.
        states.delete(fingerprint);
        states.set(fingerprint, known);
        return known;
      }
      const made = { pace: createPace(pace, clock), cache: createReadCache() };
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
