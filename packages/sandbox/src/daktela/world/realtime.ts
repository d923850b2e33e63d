import { randomAt, seedOf } from '../../random.ts';
import { HOUR_MS, MINUTE_MS } from '../clock.ts';
import { callIdOf, endOf, type Interaction } from './interaction.ts';
import { pauses } from './lists.ts';
import type { World } from './world.ts';

/** An agent who is logged in, at this minute. */
export interface RealtimeSession {
  agent: number;
  state: 'Session' | 'Idle' | 'Paused';
  /** Since when, in epoch milliseconds. */
  stateSince: number;
  pause: string | null;
  loggedIn: number;
  /** The call that goes on. */
  call: Interaction | undefined;
  lastCall: Interaction | undefined;
}

const BACK_MS = 8 * HOUR_MS;
const PAUSED_SHARE = 0.16;

/** Whoever takes part in something that goes on is in a session; of the others some have a pause. */
export function realtimeSessions(world: World, agents: number, now: number): readonly RealtimeSession[] {
  const latest = new Map<number, Interaction>();
  const going = new Map<number, Interaction>();
  for (const one of world.history.interactions({ from: now - BACK_MS, to: now })) {
    if (one.agent === -1) continue;
    if (one.channel === 'CALL') latest.set(one.agent, one);
    if (endOf(one) > now) going.set(one.agent, one);
  }
  const seed = seedOf(world.seed, 'realtime');
  const hour = Math.floor(now / HOUR_MS);
  const staffed = world.history.isOpen(now);
  return Array.from({ length: agents }, (_, agent) => agent)
    .filter((agent) => going.has(agent) || (staffed && agent % 4 !== 3))
    .map((agent) => {
      const random = randomAt(seed, hour * 1_000 + agent);
      const session = going.get(agent);
      const paused = session === undefined && random() < PAUSED_SHARE;
      const since = session?.at ?? now - Math.floor(random() * 50) * MINUTE_MS;
      return {
        agent,
        state: session !== undefined ? 'Session' : paused ? 'Paused' : 'Idle',
        stateSince: since,
        pause: paused ? (pauses[Math.floor(random() * pauses.length)]?.name ?? null) : null,
        loggedIn: Math.min(since, now - Math.floor(random() * 5 * 60) * MINUTE_MS),
        call: session?.channel === 'CALL' ? session : undefined,
        lastCall: latest.get(agent),
      };
    });
}

export function currentCallId({ call }: RealtimeSession): string | null {
  return call === undefined ? null : callIdOf(call);
}
