import type { DaktelaAccount } from './accounts.ts';
import { DAY_MS, MINUTE_MS } from './clock.ts';
import { yearBefore } from './endpoint.ts';
import { type Channel, callIdOf, endOf, type Interaction, idOf } from './world/interaction.ts';
import { dayOfTicket } from './world/ticket.ts';
import { closedAt, stageOf } from './world/ticket-state.ts';
import type { World } from './world/world.ts';

/** One activity of an instance, as it happened. */
export interface DaktelaActivity {
  /** The name of the activity. */
  name: string;
  type: Channel;
  /** When it began, in epoch milliseconds. */
  at: number;
  direction: 'in' | 'out' | 'internal';
  ticket: number | null;
  queue: number | null;
  /** The login of the agent. */
  user: string | null;
  contact: string | null;
  answered: boolean;
  duration_s: number;
}

/** One call. Without an answer it has no duration. */
export interface DaktelaCall extends DaktelaActivity {
  id_call: string;
  waiting_s: number;
  ringing_s: number;
  /** Undefined for a call that was not missed. */
  missed: 'open' | 'called_back' | undefined;
}

export interface DaktelaTicket {
  name: number;
  created: number;
  closed: number | null;
  stage: 'OPEN' | 'WAIT' | 'CLOSE' | 'ARCHIVE';
  category: string;
  priority: 'LOW' | 'MEDIUM' | 'HIGH';
  user: string | null;
  contact: string | null;
  /** The ticket that it was merged into. */
  merged: number | null;
  /** Names, the oldest first. */
  activities: readonly string[];
}

/** What there is, as plain data. Times are epoch milliseconds; a span is from an instant up to, but not including, another. */
export interface Truth {
  activities(account: DaktelaAccount, from: number, to: number): Generator<DaktelaActivity>;
  calls(account: DaktelaAccount, from: number, to: number): Generator<DaktelaCall>;
  tickets(account: DaktelaAccount, from: number, to: number): Generator<DaktelaTicket>;
}

export function createTruth(worldOf: (account: DaktelaAccount) => World, clock: () => Date): Truth {
  const limits = () => {
    const now = Math.floor(clock().getTime() / MINUTE_MS) * MINUTE_MS;
    return { now, start: yearBefore(now) };
  };

  function* interactions(world: World, from: number, to: number): Generator<Interaction> {
    const { now, start } = limits();
    for (const one of world.history.interactions({ from: Math.max(from, start), to: Math.min(to, now + 1) })) {
      const known = one.ticket === 0 || dayOfTicket(one.ticket) * DAY_MS >= start;
      if (known && endOf(one) <= now) yield one;
    }
  }

  return {
    *activities(account, from, to) {
      const world = worldOf(account);
      for (const one of interactions(world, from, to)) yield activityOf(one, world);
    },
    *calls(account, from, to) {
      const world = worldOf(account);
      const { now } = limits();
      for (const one of interactions(world, from, to)) if (one.channel === 'CALL') yield callOf(one, world, now);
    },
    *tickets(account, from, to) {
      const world = worldOf(account);
      const { now, start } = limits();
      const span = { from: Math.max(from, start), to: Math.min(to, now + 1) };
      for (const ticket of world.history.tickets(span)) {
        yield {
          name: ticket.number,
          created: ticket.at,
          closed: closedAt(ticket, now),
          stage: stageOf(ticket, now),
          category: ticket.category,
          priority: ticket.priority,
          user: world.agent(ticket.agent)?.name ?? null,
          contact: world.contact(ticket.contact)?.name ?? null,
          merged: ticket.merged || null,
          activities: ticket.steps.filter((step) => endOf(step) <= now).map((step) => `activities_${idOf(step)}`),
        };
      }
    },
  };
}

function activityOf(one: Interaction, world: World): DaktelaActivity {
  return {
    name: `activities_${idOf(one)}`,
    type: one.channel,
    at: one.at,
    direction: one.direction,
    ticket: one.ticket || null,
    queue: one.queue || null,
    user: world.agent(one.agent)?.name ?? null,
    contact: world.contact(one.contact)?.name ?? null,
    answered: one.answered,
    duration_s: one.duration,
  };
}

function callOf(one: Interaction, world: World, now: number): DaktelaCall {
  const missed = one.direction === 'in' && !one.answered;
  return {
    ...activityOf(one, world),
    id_call: callIdOf(one),
    waiting_s: one.wait,
    ringing_s: one.ringing,
    missed: missed ? (one.callback !== undefined && endOf(one.callback) <= now ? 'called_back' : 'open') : undefined,
  };
}
