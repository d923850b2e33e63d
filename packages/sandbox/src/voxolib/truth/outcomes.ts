import { type Random, randomBetween, weightedChoice } from '../../random.ts';
import { type Call, LINE_KINDS, type Product } from './call.ts';
import type { Incident } from './incidents.ts';

interface Outcome {
  status: string;
  /** How likely it is while somebody is there to answer, and while nobody is. */
  open: number;
  closed: number;
  /** Seconds, as points of equal likelihood between them. */
  duration?: readonly number[];
}

const TALK = [3, 15, 40, 80, 130, 200, 320, 560, 1_800];
const MESSAGE = [4, 12, 25, 75];

const outcomes: Record<Product, readonly Outcome[]> = {
  wcb: [
    { status: 'answered', open: 70, closed: 15, duration: TALK },
    { status: 'no_answer', open: 16, closed: 20 },
    { status: 'busy', open: 6, closed: 5 },
    { status: 'failed', open: 3, closed: 5 },
    { status: 'callback_scheduled', open: 5, closed: 55 },
  ],
  did: [
    { status: 'answered', open: 82, closed: 5, duration: TALK },
    { status: 'missed', open: 10, closed: 35 },
    { status: 'busy', open: 3, closed: 2 },
    { status: 'voicemail', open: 5, closed: 58, duration: MESSAGE },
  ],
};

const chooseLine = { wcb: weightedChoice([28, 66, 6]), did: weightedChoice([35, 60, 5]) };

/** Every status that calls of the product have. */
export const STATUSES: Record<Product, readonly string[]> = {
  wcb: outcomes.wcb.map((outcome) => outcome.status),
  did: outcomes.did.map((outcome) => outcome.status),
};

/** How a call ends. */
type Ending = Pick<Call, 'status' | 'line' | 'duration_s'>;

/** Says how calls end at a moment. */
export function endingsAt(product: Product, open: boolean, incident: Incident | undefined): (random: Random) => Ending {
  const choose = weightedChoice(
    outcomes[product].map(
      (outcome) => (open ? outcome.open : outcome.closed) * (incident?.statuses[outcome.status] ?? 1),
    ),
  );
  return (random) => {
    const outcome = outcomes[product][choose(random)];
    return {
      status: outcome?.status ?? '',
      line: LINE_KINDS[chooseLine[product](random)] ?? 'fixed',
      duration_s: outcome?.duration ? randomBetween(random, outcome.duration) : 0,
    };
  };
}
