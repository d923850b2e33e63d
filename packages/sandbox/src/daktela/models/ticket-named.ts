import { DAY_MS } from '../clock.ts';
import type { View } from '../model/model.ts';
import { dayOfTicket, type Ticket } from '../world/ticket.ts';

/** The ticket of this name, where it is one of those that there are. */
export function ticketNamed({ world, start, now }: View, name: string): Ticket | undefined {
  if (!/^\d{1,9}$/.test(name)) return undefined;
  const day = dayOfTicket(Number(name));
  if (day * DAY_MS < start || day * DAY_MS > now) return undefined;
  const ticket = world.history.ticket(Number(name));
  return ticket !== undefined && ticket.at <= now ? ticket : undefined;
}
