import { DAY_MS, HOUR_MS } from '../clock.ts';
import { endOf, type Interaction } from './interaction.ts';
import type { Ticket } from './ticket.ts';

const ARCHIVED_AFTER_MS = 90 * DAY_MS;
const ANSWER_WITHIN_MS = 4 * HOUR_MS;
const CLOSE_WITHIN_MS = 48 * HOUR_MS;

/** What has happened in a ticket by `now`. */
export function activitiesOf({ steps }: Ticket, now: number): readonly Interaction[] {
  return steps.filter((step) => endOf(step) <= now);
}

export function closedAt({ closedAt, merged, at }: Ticket, now: number): number | null {
  const closed = merged !== 0 ? at + HOUR_MS : closedAt;
  return closed !== 0 && closed <= now ? closed : null;
}

export function stageOf(ticket: Ticket, now: number): 'OPEN' | 'WAIT' | 'CLOSE' | 'ARCHIVE' {
  const closed = closedAt(ticket, now);
  if (closed !== null) return closed < now - ARCHIVED_AFTER_MS && ticket.topic === 'delivery' ? 'ARCHIVE' : 'CLOSE';
  return activitiesOf(ticket, now).at(-1)?.direction === 'out' ? 'WAIT' : 'OPEN';
}

/** When the last thing happened, or the last that came in or went out; 0 where none did. */
export function lastActivityAt(ticket: Ticket, now: number, direction?: 'in' | 'out'): number {
  const last = activitiesOf(ticket, now).findLast((step) => direction === undefined || step.direction === direction);
  return last?.at ?? (direction === undefined ? ticket.at : 0);
}

export function firstAnswerAt(ticket: Ticket, now: number): number | null {
  const first = activitiesOf(ticket, now).find(
    ({ direction, channel, answered }) => direction === 'out' || (answered && direction === 'in' && channel === 'CALL'),
  );
  return first === undefined ? null : endOf(first);
}

export function isSeen(ticket: Ticket, now: number): boolean {
  return stageOf(ticket, now) !== 'OPEN' || ticket.salt % 3 !== 0;
}

/** Deadlines in epoch milliseconds, and seconds by which they were missed; negative seconds are left. */
export function slaOf(ticket: Ticket, now: number) {
  const { at, priority } = ticket;
  const factor = priority === 'HIGH' ? 0.5 : priority === 'LOW' ? 2 : 1;
  const answerDeadline = at + ANSWER_WITHIN_MS * factor;
  const closeDeadline = at + CLOSE_WITHIN_MS * factor;
  const answered = firstAnswerAt(ticket, now);
  const closed = closedAt(ticket, now);
  const deadline = answered === null ? answerDeadline : closeDeadline;
  const seconds = (ms: number) => Math.round(ms / 1_000);
  return {
    answerDeadline,
    closeDeadline,
    deadline,
    overdue: seconds((closed ?? now) - deadline),
    answerOverdue: seconds((answered ?? now) - answerDeadline),
    duration: seconds((closed ?? now) - at),
  };
}
