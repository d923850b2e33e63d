import { randomAt, seedOf } from '../../random.ts';
import { type Interaction, idOf } from '../world/interaction.ts';
import type { World } from '../world/world.ts';
import { DAKTELA_INJECTIONS } from './injections.ts';
import { chosen, phrases } from './phrases.ts';
import { talkOf } from './talk.ts';

/** One thing that was said in a call. */
export interface Segment {
  name: string;
  call: Interaction;
  /** Seconds from the beginning of the call. */
  start: number;
  end: number;
  text: string;
  /** Who spoke: mostly `customer` or `operator`. */
  type: string;
  place: number;
}

const LONG_CALL_SEGMENTS = 250;
const UNTRANSCRIBED = 8;
const seed = seedOf('daktela', 'transcripts');

/** What was said in an answered call, in order; nothing where it was not transcribed. */
export function transcriptOf(call: Interaction, world: World): readonly Segment[] {
  if (call.channel !== 'CALL' || !call.answered || call.direction === 'internal') return [];
  if (call.special === undefined && (call.salt % UNTRANSCRIBED === 0 || call.duration < 20)) return [];
  const { language, topic } = talkOf(call, world);
  const said = phrases[language];
  const { salt, special } = call;
  const opening: [string, string][] = [
    ['operator', said.welcome],
    ['customer', chosen(said.requests[topic], salt) ?? ''],
    ['operator', chosen(said.small, salt) ?? ''],
    ['operator', chosen(said.answers[topic], salt >>> 3) ?? ''],
    ['customer', chosen(said.followUps, salt >>> 5) ?? ''],
  ];
  const turns = special === 'injection' ? [...opening, ['customer', DAKTELA_INJECTIONS.transcript] as const] : opening;
  const count = special === 'long-call' ? LONG_CALL_SEGMENTS : turns.length + 1 + (salt % 9);
  const middle = Array.from({ length: Math.max(0, count - turns.length - 1) }, (_, place): [string, string] => [
    // A voice that the recogniser could not place.
    place % 11 === 7 ? 'unknown' : place % 2 === 0 ? 'customer' : 'operator',
    special === 'long-call'
      ? `${chosen(said.small, place) ?? ''} (${place + 1})`
      : (chosen(said.small, salt + place) ?? ''),
  ]);
  return timed(call, [...turns, ...middle, ['operator', said.goodbye]]);
}

function timed(call: Interaction, turns: readonly (readonly [string, string])[]): Segment[] {
  const random = randomAt(seed, call.salt);
  const each = call.duration / turns.length;
  return turns.map(([type, text], place) => {
    const start = each * (place + random() * 0.3);
    return {
      name: `tr_${idOf(call)}_${place}`,
      call,
      start: tenth(start),
      end: tenth(start + each * 0.6),
      text,
      type,
      place,
    };
  });
}

function tenth(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
