import { type Random, randomAt, randomBetween, randomCount, seedOf, weightedChoice } from '../../random.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../clock.ts';
import type { Instance } from '../instances.ts';
import type { Contact } from './contacts.ts';
import type { Channel, Interaction, Special } from './interaction.ts';
import { isChat } from './interaction.ts';
import { QUEUES_OF } from './queues.ts';
import { MOST_TICKETS_A_DAY, type Ticket, ticketNumber } from './ticket.ts';
import { CATEGORY_OF, TOPICS } from './topics.ts';

/** Nothing happens in a ticket that is older. */
export const LONGEST_THREAD_DAYS = 21;

/** One day in so many has a ticket that holds everything. */
const SHOWCASE_EVERY_DAYS = 28;
const SHOWCASE_STEPS = 60;

const chooseTopic = weightedChoice([20, 18, 16, 20, 18, 8]);
const OPENINGS: readonly Channel[] = [
  'EMAIL',
  'CALL',
  'CHAT',
  'WAP',
  'FBM',
  'IGDM',
  'CUSTOM',
  'FBCOMMENT',
  'IGCOMMENT',
];
const chooseOpening = weightedChoice([52, 22, 9, 5, 4, 2, 3, 2, 1]);
const FOLLOWING: readonly Channel[] = ['EMAIL', 'COMMENT', 'CALL', 'SMS', 'WAP', 'VBR', 'CUSTOM'];
const chooseFollowing = weightedChoice([50, 20, 17, 4, 4, 2, 3]);
const PAUSES_H = [0.2, 1, 3, 8, 20, 40, 90];
const PRIORITIES = ['LOW', 'MEDIUM', 'HIGH'] as const;
const choosePriority = weightedChoice([22, 60, 18]);

interface PlanOptions {
  seed: string;
  instance: Instance;
  contacts: readonly Contact[];
  isOpen(at: number): boolean;
}

/** The tickets of a UTC day, of which there are `mean` on average, in the order in which they are made. */
export type TicketPlan = (day: number, mean: number) => readonly Ticket[];

export function createTicketPlan({ seed, instance, contacts, isOpen }: PlanOptions): TicketPlan {
  const planSeed = seedOf(seed, 'daktela', instance.id, 'tickets');

  const whenOpen = (at: number): number => {
    let later = at;
    for (let hours = 0; !isOpen(later) && hours < 24 * 7; hours++) later += HOUR_MS;
    return later;
  };

  const draft = (day: number, random: Random, showcase: boolean): Ticket => {
    const minute = Math.floor((6 + random() * 13) * 60);
    const at = day * DAY_MS + minute * MINUTE_MS + Math.floor(random() * 60) * 1_000;
    const topic = showcase ? 'sales' : (TOPICS[chooseTopic(random)] ?? 'complaint');
    const contact = Math.floor(random() ** 2 * contacts.length);
    const agent = Math.floor(random() ** 1.3 * instance.agents);
    const ticket: Ticket = {
      number: 0,
      at,
      topic,
      category: CATEGORY_OF[topic],
      language: contacts[contact]?.language ?? instance.language,
      contact,
      agent: random() < 0.04 ? -1 : agent,
      priority: PRIORITIES[choosePriority(random)] ?? 'MEDIUM',
      steps: [],
      closedAt: 0,
      merged: 0,
      parent: 0,
      isParent: false,
      mrr: topic === 'sales' ? randomBetween(random, [900, 2_500, 6_000, 18_000, 60_000]) : 0,
      salt: Math.floor(random() * 2 ** 32),
    };
    return { ...ticket, ...(showcase ? showcaseThread(ticket, random) : thread(ticket, agent, random)) };
  };

  const thread = (ticket: Ticket, agent: number, random: Random): Pick<Ticket, 'steps' | 'closedAt'> => {
    const steps: Interaction[] = [];
    const opening = OPENINGS[chooseOpening(random)] ?? 'EMAIL';
    const count = 1 + randomCount(random, 3.2);
    const last = ticket.at + (LONGEST_THREAD_DAYS - 1) * DAY_MS;
    let at = ticket.at;
    for (let place = 0; place <= count && at < last; place++) {
      const channel = place === 0 ? opening : (FOLLOWING[chooseFollowing(random)] ?? 'EMAIL');
      const direction = place === 0 || random() < 0.42 ? 'in' : 'out';
      steps.push(step({ at, channel, direction, place, agent, contact: ticket.contact }, random));
      at = whenOpen(
        at +
          randomBetween(
            random,
            PAUSES_H.map((hours) => hours * 3_600),
          ) *
            1_000,
      );
    }
    const stays = random() < (ticket.topic === 'sales' ? 0.3 : 0.06);
    return { steps, closedAt: stays ? 0 : at };
  };

  /** A long thread in which every kind of thing happens, also those that are a trial for their readers. */
  const showcaseThread = (ticket: Ticket, random: Random): Pick<Ticket, 'steps' | 'closedAt'> => {
    const specials: Record<number, [Channel, Special]> = {
      1: ['EMAIL', 'long-mail'],
      3: ['CALL', 'long-call'],
      5: ['EMAIL', 'injection'],
      7: ['CHAT', 'injection'],
      9: ['CALL', 'injection'],
    };
    const channels = [...new Set([...OPENINGS, ...FOLLOWING])];
    const steps = Array.from({ length: SHOWCASE_STEPS }, (_, place) => {
      const [channel, special] = specials[place] ?? [channels[place % channels.length] ?? 'EMAIL', undefined];
      const at = ticket.at + place * 6 * HOUR_MS + Math.floor(random() * 3_600) * 1_000;
      const direction = special !== undefined || place % 3 !== 2 ? 'in' : 'out';
      const made = step({ at, channel, direction, place, agent: ticket.agent, contact: ticket.contact }, random);
      return special === undefined
        ? made
        : { ...made, special, answered: true, duration: special === 'long-call' ? 1_980 : 420 };
    });
    return { steps, closedAt: 0 };
  };

  const step = (
    given: { at: number; channel: Channel; direction: 'in' | 'out'; place: number; agent: number; contact: number },
    random: Random,
  ): Interaction => {
    const { at, channel, place, agent, contact } = given;
    const direction = channel === 'COMMENT' || channel === 'CUSTOM' ? 'internal' : given.direction;
    const talks = channel === 'CALL' || isChat(channel);
    const answered = !talks || random() < 0.88;
    return {
      at,
      channel,
      direction,
      ticket: 0,
      step: place,
      queue: queueOf(channel, direction, random),
      agent: answered || direction === 'out' ? agent : -1,
      contact,
      answered,
      wait: talks
        ? randomBetween(random, [0, 4, 15, 60])
        : channel === 'EMAIL'
          ? randomBetween(random, [0, 60, 900])
          : 0,
      ringing: channel === 'CALL' ? randomBetween(random, [1, 4, 9, 20]) : 0,
      duration: answered ? randomBetween(random, [20, 90, 240, 700]) : 0,
      callback: undefined,
      special: undefined,
      salt: Math.floor(random() * 2 ** 32),
    };
  };

  return (day, mean) => {
    if (contacts.length === 0) return [];
    const random = randomAt(planSeed, day);
    const showcase = isShowcaseDay(day);
    const count = Math.min(MOST_TICKETS_A_DAY, randomCount(random, mean) + (showcase ? 1 : 0));
    const drafts = Array.from({ length: count }, (_, place) => draft(day, random, showcase && place === 0));
    return drafts.sort((a, b) => a.at - b.at).map((ticket, place) => numbered(ticket, day, place, count));
  };
}

/** Whether a UTC day has a ticket in which everything happens. */
export function isShowcaseDay(day: number): boolean {
  return day % SHOWCASE_EVERY_DAYS === 3;
}

/** Now and then one is merged into the one before it, and on some days the second belongs to the first. */
function numbered(ticket: Ticket, day: number, place: number, count: number): Ticket {
  const number = ticketNumber(day, place + 1);
  const family = day % 3 === 0 && count > 2;
  const merges = place >= 3 && ticket.salt % 12 === 0;
  return {
    ...ticket,
    number,
    steps: ticket.steps.map((one) => ({ ...one, ticket: number })),
    isParent: family && place === 0,
    parent: family && (place === 1 || place === 2) ? ticketNumber(day, 1) : 0,
    merged: merges ? number - 1 : 0,
  };
}

function queueOf(channel: Channel, direction: Interaction['direction'], random: Random): number {
  if (channel === 'COMMENT') return 0;
  const choices =
    channel === 'CALL' ? (direction === 'out' ? QUEUES_OF.callOut : QUEUES_OF.callIn) : QUEUES_OF[channel];
  return choices[Math.floor(random() * choices.length)] ?? 0;
}
