import { hex } from './contacts.ts';

export const CHAT_CHANNELS = ['CHAT', 'SMS', 'FBM', 'IGDM', 'WAP', 'VBR'] as const;

export type ChatChannel = (typeof CHAT_CHANNELS)[number];

export type Channel = 'CALL' | 'EMAIL' | ChatChannel | 'COMMENT' | 'CUSTOM' | 'FBCOMMENT' | 'IGCOMMENT';

/** One thing that happened between the contact centre and somebody: an activity, and the call, mail or chat that it is. */
export interface Interaction {
  /** When it began, in epoch milliseconds, on a whole second. */
  at: number;
  channel: Channel;
  direction: 'in' | 'out' | 'internal';
  /** The number of the ticket that it belongs to, or 0. */
  ticket: number;
  /** The place in the thread of its ticket. */
  step: number;
  /** The name of the queue, or 0. */
  queue: number;
  /** The place of the agent, or -1. */
  agent: number;
  /** The place of the contact, or -1 for somebody unknown. */
  contact: number;
  answered: boolean;
  /** Seconds before it rang, while it rang, and from the answer to the end. */
  wait: number;
  ringing: number;
  duration: number;
  /** The call by which a missed one was called back. */
  callback: Interaction | undefined;
  /** Something that is told apart from what other interactions hold. */
  special: Special | undefined;
  /** Decides everything else. */
  salt: number;
}

export type Special = 'long-call' | 'long-mail' | 'injection';

export function isChat(channel: Channel): channel is ChatChannel {
  return CHAT_CHANNELS.some((one) => one === channel);
}

/** When it is over, in epoch milliseconds. From then on it is listed. */
export function endOf({ at, wait, ringing, duration }: Interaction): number {
  return at + (wait + ringing + duration) * 1_000;
}

const SALT_DIGITS = 5;
const SALT_MASK = 0xfffff;

/** What follows after `activities_` or the like: the second, and what tells two of a second apart. */
export function idOf({ at, salt }: Interaction): string {
  return hex(at / 1_000, 8) + hex(salt & SALT_MASK, SALT_DIGITS);
}

/** The id of a call, which has a dot in it. */
export function callIdOf({ at, salt }: Interaction): string {
  return `${at / 1_000}.${String(salt % 1_000_000).padStart(4, '0')}`;
}
