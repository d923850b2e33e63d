import type { Tool } from '../../tool.ts';
import { getTicket } from './get-ticket.ts';
import { listTickets } from './list-tickets.ts';

/** The toolsets of Daktela, in the order in which clients see them. */
export const daktelaTools: readonly Tool[] = [listTickets, getTicket];
