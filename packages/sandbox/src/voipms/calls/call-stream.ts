import { type Random, randomAt, randomBetween, randomCount, seedOf, weightedChoice } from '../../random.ts';
import type { Moment } from '../../rhythm/moment.ts';
import { isOpen, shareOfDay } from '../../rhythm/rhythm.ts';
import { easternMoment } from '../eastern-time.ts';
import { DISPOSITIONS, type Disposition, type VoipmsCall } from './call.ts';
import { callersOf, countryOf, type Party } from './callers.ts';
import { incomingCost, outgoingCost } from './cost.ts';
import type { CallProfile } from './profile.ts';
import { spamCallers } from './spam.ts';

const HOUR_S = 3_600;
const TWICE_SHARE = 0.02;

const chooseEnding = {
  open: weightedChoice([80, 14, 4, 2]),
  closed: weightedChoice([30, 64, 2, 4]),
  outgoing: weightedChoice([72, 19, 6, 3]),
};
const TALK = [4, 15, 40, 80, 130, 200, 320, 560, 1_800];

/** What is decided of a call before its ending, its cost and its line. */
interface Draft {
  party: Party;
  direction: VoipmsCall['direction'];
  to?: string;
  ending?: { disposition: Disposition; seconds: number };
}

/** Every call of an account, past and future, an hour at a time, counted from 1970 in UTC, in the order of their starts. */
export type CallStream = (hour: number) => VoipmsCall[];

export function createCallStream(seed: string, profile: CallProfile): CallStream {
  const streamSeed = seedOf(seed, 'voipms', profile.account);
  const callerOf = callersOf(new Set([...profile.dids, ...spamCallers.map(({ number }) => number)]));

  const draftsOf = (moment: Moment, random: Random): Draft[] => {
    const share = shareOfDay(profile.rhythm, moment);
    const incoming = randomCount(random, profile.daily.incoming * share);
    const outgoing = randomCount(random, profile.daily.outgoing * share);
    const drafts: Draft[] = [];
    for (let count = 0; count < incoming; count++) drafts.push({ party: callerOf(random), direction: 'incoming' });
    for (let count = 0; count < outgoing; count++)
      drafts.push({ party: called(callerOf, random), direction: 'outgoing' });
    return profile.spam ? [...drafts, ...spamOf(profile, moment, random)] : drafts;
  };

  return (hour) => {
    const moment = easternMoment(hour);
    if (moment === undefined || profile.daily.incoming === 0) return [];
    const random = randomAt(streamSeed, hour);
    const drafts = draftsOf(moment, random);
    const open = isOpen(profile.rhythm, moment);
    const starts = differentSeconds(drafts.length, random);
    return drafts
      .map((draft, place) => finish(profile, draft, hour * HOUR_S + (starts[place] ?? 0), open, random))
      .sort((a, b) => a.at - b.at);
  };
}

/** Whoever is called has a number. */
function called(callerOf: (random: Random) => Party, random: Random): Party {
  const party = callerOf(random);
  return party.number === '' ? called(callerOf, random) : party;
}

/** Several calls in an hour go through the lines one after the other. */
function spamOf({ dids }: CallProfile, moment: Moment, random: Random): Draft[] {
  return spamCallers.flatMap((party) => {
    const calls = party.calls(moment, random);
    return Array.from({ length: calls }, (_, place): Draft => {
      const ending = party.endings[Math.floor(random() * party.endings.length)];
      const to = calls > 1 ? dids[place % dids.length] : undefined;
      return { party, direction: 'incoming', ...(to && { to }), ...(ending && { ending }) };
    });
  });
}

/** No two calls of an account start in the same second, so that none can be taken for another. */
function differentSeconds(count: number, random: Random): number[] {
  const taken = new Set<number>();
  while (taken.size < Math.min(count, HOUR_S)) {
    let second = Math.floor(random() * HOUR_S);
    while (taken.has(second)) second = (second + 1) % HOUR_S;
    taken.add(second);
  }
  return [...taken];
}

function finish(profile: CallProfile, draft: Draft, startS: number, open: boolean, random: Random): VoipmsCall {
  const { party, direction } = draft;
  const incoming = direction === 'incoming';
  const line = draft.to ?? pick(profile.dids, random);
  const { disposition, seconds } = draft.ending ?? ending(incoming ? (open ? 'open' : 'closed') : 'outgoing', random);
  const country = countryOf(party.number);
  const other = incoming ? line : party.number;
  return {
    uniqueid: `${startS}x${profile.main.slice(-2)}${startS % 97}`,
    at: startS * 1_000,
    direction,
    from: incoming ? party.number : line,
    name: incoming ? party.name : '',
    to: incoming ? line : party.number,
    account: disposition === 'ANSWERED' || !incoming ? pick(profile.subAccounts, random, profile.main) : profile.main,
    disposition,
    seconds,
    ...(incoming ? incomingCost(seconds) : outgoingCost(seconds, country === '')),
    description: incoming ? 'Inbound DID' : country === '' ? 'International' : `${country} - ${other.slice(0, 3)}`,
    destinationType: `${incoming ? 'IN' : 'OUT'}:${(incoming ? countryOf(line) : country) || 'INT'}`,
    spam: draft.ending !== undefined,
    listedTwice: incoming && party.number.length === 10 && random() < TWICE_SHARE,
  };
}

function ending(kind: keyof typeof chooseEnding, random: Random): { disposition: Disposition; seconds: number } {
  const disposition = DISPOSITIONS[chooseEnding[kind](random)] ?? 'FAILED';
  return { disposition, seconds: disposition === 'ANSWERED' ? randomBetween(random, TALK) : 0 };
}

function pick(choices: readonly string[], random: Random, otherwise = ''): string {
  return choices[Math.floor(random() * choices.length)] ?? otherwise;
}
