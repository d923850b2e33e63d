import { LRUCache } from 'lru-cache';
import { type Random, randomAt, randomBetween, randomCount, seedOf, weightedChoice } from '../../random.ts';
import { publicHolidays } from '../../rhythm/holidays.ts';
import { createMoments, type Moment, type Moments } from '../../rhythm/moment.ts';
import { callCentre, isOpen, shareOfDay, smallCompany } from '../../rhythm/rhythm.ts';
import { DAY_MS, HOUR_MS } from '../clock.ts';
import type { Instance } from '../instances.ts';
import type { Span } from '../model/model.ts';
import type { Contact } from './contacts.ts';
import type { ChatChannel, Interaction } from './interaction.ts';
import { QUEUES_OF } from './queues.ts';
import { dayOfTicket, type Ticket } from './ticket.ts';
import { createTicketPlan, LONGEST_THREAD_DAYS } from './ticket-plan.ts';

/** Everything that happens in an instance, past and future, a UTC day at a time. */
export interface History {
  /** What begins in the span, in order. */
  interactions(span: Span): Generator<Interaction>;
  /** Tickets that are made in the span, in order. */
  tickets(span: Span): Generator<Ticket>;
  ticket(number: number): Ticket | undefined;
  isOpen(at: number): boolean;
}

const HOURS_A_DAY = 24;
/** A year of the largest instance, so that it is made once, whatever is asked of it. */
const INTERACTIONS_KEPT = 280_000;
const TICKET_DAYS_KEPT = 400;

const CHANNELS: readonly ChatChannel[] = ['CHAT', 'WAP', 'FBM', 'SMS', 'IGDM', 'VBR'];
const chooseChannel = weightedChoice([40, 22, 14, 12, 7, 5]);
const TALK = [8, 25, 60, 110, 170, 260, 420, 700, 1_900];
const WAIT = [0, 3, 8, 15, 30, 60, 140, 400];
const RINGING = [1, 3, 5, 8, 14, 25];
const PATIENCE = [2, 10, 25, 60, 150, 420];
const KNOWN_SHARE = 0.85;
const CALLED_BACK_SHARE = 0.7;
const SOONEST_BACK_MS = 400_000;

export function createHistory(seed: string, instance: Instance, contacts: readonly Contact[]): History {
  const momentsOf = momentsIn(instance);
  const rhythm = instance.agents > 10 ? callCentre : smallCompany;
  const streamSeed = seedOf(seed, 'daktela', instance.id, 'interactions');
  const momentAt = (at: number): Moment | undefined => {
    const day = Math.floor(at / DAY_MS);
    return momentsOf(day)[Math.floor((at - day * DAY_MS) / HOUR_MS)];
  };
  const open = (at: number): boolean => {
    const moment = momentAt(at);
    return moment !== undefined && isOpen(rhythm, moment);
  };
  const planOf = createTicketPlan({ seed, instance, contacts, isOpen: open });

  const ticketsOfDay = kept(TICKET_DAYS_KEPT, (day: number): readonly Ticket[] => {
    const share = momentsOf(day).reduce((sum, moment) => sum + shareOfDay(rhythm, moment), 0);
    return planOf(day, instance.daily.tickets * share);
  });

  const dayOf = new LRUCache<number, readonly Interaction[]>({
    maxSize: INTERACTIONS_KEPT,
    sizeCalculation: ({ length }) => length + 1,
  });
  const interactionsOfDay = (day: number): readonly Interaction[] => {
    let found = dayOf.get(day);
    if (found === undefined) {
      const made: Interaction[] = [];
      for (const [hour, moment] of momentsOf(day).entries()) addHour(made, day * HOURS_A_DAY + hour, moment);
      for (let before = 0; before <= LONGEST_THREAD_DAYS; before++) {
        for (const { steps } of ticketsOfDay(day - before)) {
          for (const step of steps) if (Math.floor(step.at / DAY_MS) === day) made.push(step);
        }
      }
      found = made.sort((a, b) => a.at - b.at || a.salt - b.salt);
      dayOf.set(day, found);
    }
    return found;
  };

  const addHour = (made: Interaction[], hour: number, moment: Moment): void => {
    const { incoming, outgoing, internal, emails, chats } = instance.daily;
    const share = shareOfDay(rhythm, moment);
    if (share === 0 || incoming === 0) return;
    const random = randomAt(streamSeed, hour);
    const staffed = isOpen(rhythm, moment);
    const each = (mean: number, make: (at: number) => Interaction) => {
      const count = randomCount(random, mean * share);
      for (let place = 0; place < count; place++)
        made.push(make(hour * HOUR_MS + Math.floor(random() * 3_600) * 1_000));
    };
    each(incoming, (at) => {
      const call = incomingCall(at, staffed, random);
      if (call.callback !== undefined) made.push(call.callback);
      return call;
    });
    each(outgoing, (at) => outgoingCall(at, random));
    each(internal, (at) => internalCall(at, random));
    each(emails, (at) => mail(at, random));
    each(chats, (at) => chat(at, staffed, random));
  };

  const contactOf = (random: Random): number =>
    random() < KNOWN_SHARE ? Math.floor(random() ** 2 * contacts.length) : -1;

  const blank = (at: number, random: Random) => ({
    at,
    ticket: 0,
    step: 0,
    callback: undefined,
    special: undefined,
    ringing: 0,
    agent: agentOf(instance, random),
    contact: contactOf(random),
    salt: Math.floor(random() * 2 ** 32),
  });

  const incomingCall = (at: number, staffed: boolean, random: Random): Interaction => {
    const common = blank(at, random);
    const answered = random() < (staffed ? 0.86 : 0.1);
    const left = HOUR_MS - (at % HOUR_MS);
    const back =
      !answered && staffed && common.contact !== -1 && random() < CALLED_BACK_SHARE && left > SOONEST_BACK_MS;
    return {
      ...common,
      channel: 'CALL',
      direction: 'in',
      queue: pick(QUEUES_OF.callIn, random),
      agent: answered ? common.agent : -1,
      answered,
      wait: randomBetween(random, answered ? WAIT : PATIENCE),
      ringing: randomBetween(random, RINGING),
      duration: answered ? randomBetween(random, TALK) : 0,
      callback: back ? callBack(common, at, left, random) : undefined,
    };
  };

  /** Within the same hour, by the agent who would have answered. */
  const callBack = (missed: Blank, at: number, left: number, random: Random): Interaction => ({
    ...outgoingCall(at + SOONEST_BACK_MS + Math.floor((random() * (left - SOONEST_BACK_MS)) / 1_000) * 1_000, random),
    agent: missed.agent,
    contact: missed.contact,
  });

  const outgoingCall = (at: number, random: Random): Interaction => {
    const answered = random() < 0.68;
    return {
      ...blank(at, random),
      channel: 'CALL',
      direction: 'out',
      queue: pick(QUEUES_OF.callOut, random),
      answered,
      wait: 0,
      ringing: randomBetween(random, RINGING),
      duration: answered ? randomBetween(random, TALK) : 0,
    };
  };

  const internalCall = (at: number, random: Random): Interaction => {
    const answered = random() < 0.8;
    return {
      ...blank(at, random),
      channel: 'CALL',
      direction: 'internal',
      queue: 0,
      contact: -1,
      answered,
      wait: 0,
      ringing: randomBetween(random, RINGING),
      duration: answered ? randomBetween(random, [5, 20, 60, 200]) : 0,
    };
  };

  const mail = (at: number, random: Random): Interaction => ({
    ...blank(at, random),
    channel: 'EMAIL',
    direction: random() < 0.6 ? 'in' : 'out',
    queue: pick(QUEUES_OF.EMAIL, random),
    answered: random() < 0.8,
    wait: randomBetween(random, [0, 60, 900, 7_200]),
    duration: randomBetween(random, [30, 120, 400, 1_200]),
  });

  const chat = (at: number, staffed: boolean, random: Random): Interaction => {
    const common = blank(at, random);
    const channel = CHANNELS[chooseChannel(random)] ?? 'CHAT';
    const answered = random() < (staffed ? 0.9 : 0.2);
    return {
      ...common,
      channel,
      direction: channel !== 'CHAT' && random() < 0.15 ? 'out' : 'in',
      queue: pick(QUEUES_OF[channel], random),
      agent: answered ? common.agent : -1,
      answered,
      wait: randomBetween(random, WAIT),
      duration: answered ? randomBetween(random, [40, 120, 300, 700]) : 0,
    };
  };

  return {
    *interactions({ from, to }) {
      for (let day = Math.floor(from / DAY_MS); day * DAY_MS < to; day++) {
        for (const one of interactionsOfDay(day)) if (one.at >= from && one.at < to) yield one;
      }
    },
    *tickets({ from, to }) {
      for (let day = Math.floor(from / DAY_MS); day * DAY_MS < to; day++) {
        for (const ticket of ticketsOfDay(day)) if (ticket.at >= from && ticket.at < to) yield ticket;
      }
    },
    ticket(number) {
      return ticketsOfDay(dayOfTicket(number)).find((ticket) => ticket.number === number);
    },
    isOpen: open,
  };
}

const momentsByZone = new Map<string, Moments>();

/** Instances of one zone share them: they take longer to make than what happens in them. */
function momentsIn({ zone, country }: Instance): Moments {
  const moments = momentsByZone.get(zone) ?? createMoments(zone, publicHolidays(country));
  momentsByZone.set(zone, moments);
  return moments;
}

type Blank = Pick<Interaction, 'agent' | 'contact'>;

/** A few agents do more than others. */
function agentOf({ agents }: Instance, random: Random): number {
  return Math.floor(random() ** 1.3 * agents);
}

function pick(choices: readonly number[], random: Random): number {
  return choices[Math.floor(random() ** 1.6 * choices.length)] ?? 0;
}

function kept<Value extends object>(max: number, make: (key: number) => Value): (key: number) => Value {
  const cache = new LRUCache<number, Value>({ max });
  return (key) => {
    const value = cache.get(key) ?? make(key);
    cache.set(key, value);
    return value;
  };
}
