import { type Random, randomAt, randomBetween, randomCount, seedOf, weightedChoice } from '../../random.ts';
import type { Moment } from '../../rhythm/moment.ts';
import { isOpen, type Rhythm, shareOfDay } from '../../rhythm/rhythm.ts';
import { HOUR_MS } from '../clock.ts';
import type { Instance } from '../instances.ts';
import type { ChatChannel, Interaction } from './interaction.ts';
import { QUEUES_OF } from './queues.ts';

const CHANNELS: readonly ChatChannel[] = ['CHAT', 'WAP', 'FBM', 'SMS', 'IGDM', 'VBR'];
const chooseChannel = weightedChoice([40, 22, 14, 12, 7, 5]);
const TALK = [8, 25, 60, 110, 170, 260, 420, 700, 1_900];
const WAIT = [0, 3, 8, 15, 30, 60, 140, 400];
const RINGING = [1, 3, 5, 8, 14, 25];
const PATIENCE = [2, 10, 25, 60, 150, 420];
const KNOWN_SHARE = 0.85;
const CALLED_BACK_SHARE = 0.7;
const SOONEST_BACK_MS = 400_000;

interface EverydayOptions {
  seed: string;
  instance: Instance;
  rhythm: Rhythm;
  /** How many there are. */
  contacts: number;
}

/** What begins in an hour, counted from 1970 in UTC, and belongs to no ticket; in no order. */
export type Everyday = (hour: number, moment: Moment) => Interaction[];

export function createEveryday({ seed, instance, rhythm, contacts }: EverydayOptions): Everyday {
  const streamSeed = seedOf(seed, 'daktela', instance.id, 'interactions');

  const contactOf = (random: Random): number => (random() < KNOWN_SHARE ? Math.floor(random() ** 2 * contacts) : -1);

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

  return (hour, moment) => {
    const { incoming, outgoing, internal, emails, chats } = instance.daily;
    const share = shareOfDay(rhythm, moment);
    if (share === 0 || incoming === 0) return [];
    const random = randomAt(streamSeed, hour);
    const staffed = isOpen(rhythm, moment);
    const each = (mean: number, make: (at: number) => Interaction): Interaction[] =>
      Array.from({ length: randomCount(random, mean * share) }, () =>
        make(hour * HOUR_MS + Math.floor(random() * 3_600) * 1_000),
      );
    const calls = each(incoming, (at) => incomingCall(at, staffed, random));
    return [
      ...calls,
      ...calls.map(({ callback }) => callback).filter((callback) => callback !== undefined),
      ...each(outgoing, (at) => outgoingCall(at, random)),
      ...each(internal, (at) => internalCall(at, random)),
      ...each(emails, (at) => mail(at, random)),
      ...each(chats, (at) => chat(at, staffed, random)),
    ];
  };
}

type Blank = Pick<Interaction, 'agent' | 'contact'>;

/** A few agents do more than others. */
function agentOf({ agents }: Instance, random: Random): number {
  return Math.floor(random() ** 1.3 * agents);
}

function pick(choices: readonly number[], random: Random): number {
  return choices[Math.floor(random() ** 1.6 * choices.length)] ?? 0;
}
