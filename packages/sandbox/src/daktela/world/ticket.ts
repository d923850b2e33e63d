import type { Language } from '../languages.ts';
import type { Interaction } from './interaction.ts';
import type { Topic } from './topics.ts';

/** A ticket with all that will ever happen in it. */
export interface Ticket {
  number: number;
  /** When it was made, in epoch milliseconds. */
  at: number;
  topic: Topic;
  category: string;
  language: Language;
  contact: number;
  agent: number;
  priority: 'LOW' | 'MEDIUM' | 'HIGH';
  /** The thread, in order. */
  steps: readonly Interaction[];
  /** When it is closed, in epoch milliseconds, or 0 where it stays open. */
  closedAt: number;
  /** The number of the ticket that it was merged into, or 0. */
  merged: number;
  parent: number;
  isParent: boolean;
  /** Crowns a month that a sale would bring, or 0. */
  mrr: number;
  salt: number;
}

const TICKETS_A_DAY = 100;
/** 2015-01-01. */
const FIRST_DAY = 16_436;

/** The number of a ticket tells the UTC day that it was made on. */
export function ticketNumber(day: number, place: number): number {
  return (day - FIRST_DAY) * TICKETS_A_DAY + place;
}

export function dayOfTicket(number: number): number {
  return FIRST_DAY + Math.floor(number / TICKETS_A_DAY);
}

export const MOST_TICKETS_A_DAY = TICKETS_A_DAY - 1;
