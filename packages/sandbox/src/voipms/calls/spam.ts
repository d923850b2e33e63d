import type { Random } from '../../random.ts';
import type { Moment } from '../../rhythm/moment.ts';
import type { Disposition } from './call.ts';
import type { Party } from './callers.ts';

/** Somebody whom nobody wants to hear, with a habit that gives them away. */
export interface SpamCaller extends Party {
  /** How many calls an hour brings. */
  calls(moment: Moment, random: Random): number;
  endings: readonly { disposition: Disposition; seconds: number }[];
}

const SHORT = [
  { disposition: 'ANSWERED', seconds: 4 },
  { disposition: 'ANSWERED', seconds: 7 },
  { disposition: 'NO ANSWER', seconds: 0 },
  { disposition: 'NO ANSWER', seconds: 0 },
] as const;
const SILENT = [{ disposition: 'NO ANSWER', seconds: 0 }] as const;
const WORKDAYS = 5;

const officeHours = ({ weekday, hour }: Moment) => weekday <= WORKDAYS && hour >= 10 && hour < 16;
const sometimes = (share: number, random: Random) => (random() < share ? 1 : 0);

/** The first is in the phonebook of the demo account; nobody has marked the others. */
export const spamCallers: readonly SpamCaller[] = [
  {
    number: '4165550117',
    name: 'SPAM RISK',
    calls: (moment, random) => (officeHours(moment) ? sometimes(0.15, random) : 0),
    endings: SHORT,
  },
  {
    // Goes through all the lines of an account, one after the other.
    number: '8335550190',
    name: 'CARDHOLDER SVC',
    calls: ({ weekday, hour }) => (weekday === 2 && hour === 11 ? 6 : 0),
    endings: SHORT,
  },
  {
    // Calls in the night and hangs up.
    number: '3125550187',
    name: '',
    calls: ({ hour }, random) => (hour >= 1 && hour < 5 ? sometimes(0.35, random) : 0),
    endings: SILENT,
  },
  {
    number: '8005550155',
    name: 'SCAM LIKELY',
    calls: (moment, random) => (officeHours(moment) ? sometimes(0.3, random) : 0),
    endings: SHORT,
  },
];
