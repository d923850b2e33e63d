import { LRUCache } from 'lru-cache';
import { publicHolidays } from '../../rhythm/holidays.ts';
import { createMoments, type Moment, type Moments } from '../../rhythm/moment.ts';
import { callCentre, isOpen, shareOfDay, smallCompany } from '../../rhythm/rhythm.ts';
import { DAY_MS, HOUR_MS } from '../clock.ts';
import type { Instance } from '../instances.ts';
import type { Span } from '../model/model.ts';
import type { Contact } from './contacts.ts';
import { createEveryday } from './everyday.ts';
import type { Interaction } from './interaction.ts';
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

export function createHistory(seed: string, instance: Instance, contacts: readonly Contact[]): History {
  const momentsOf = momentsIn(instance);
  const rhythm = instance.agents > 10 ? callCentre : smallCompany;
  const everyday = createEveryday({ seed, instance, rhythm, contacts: contacts.length });
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
      for (const [hour, moment] of momentsOf(day).entries()) made.push(...everyday(day * HOURS_A_DAY + hour, moment));
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

function kept<Value extends object>(max: number, make: (key: number) => Value): (key: number) => Value {
  const cache = new LRUCache<number, Value>({ max });
  return (key) => {
    const value = cache.get(key) ?? make(key);
    cache.set(key, value);
    return value;
  };
}
