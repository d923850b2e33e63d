import { TicketPriority, TicketStage, ticketSorts, ticketTimes } from '@voxolib/telephony/contact-centre';
import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { AccountName, Agent, anyOf, ContactName, listing, Name, Names } from './arguments.ts';
import { filterOf, listed, listOutput } from './listed.ts';

const Fields = z.record(z.string(), z.string()).refine(
  (fields) =>
    Object.entries(fields)
      .flat()
      .every((part) => Name.safeParse(part).success),
  'has an empty or long part',
);

export const listTickets = defineTool({
  name: 'daktela_list_tickets',
  title: 'Daktela tickets',
  description: `Tickets with link, stage, priority, category, agent, contact, statuses, deadlines and custom fields.

Use it to find or count tickets. What was written in one: daktela_get_ticket.`,
  needs: 'daktelaTickets',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({
    category: Names.optional().describe('Categories, by name or id'),
    stage: anyOf(TicketStage).optional().describe('All unless given'),
    priority: anyOf(TicketPriority).optional().describe('All unless given'),
    agent: Agent,
    contact: ContactName,
    account: AccountName,
    status: Names.optional().describe('Statuses, by name or id'),
    text: Name.optional().describe('In title or description'),
    unread: z.boolean().optional().describe('Only unread, or read'),
    sla_overdue: z.boolean().optional().describe('Only overdue, or not'),
    merged: z.boolean().optional().describe('true: also those merged into others'),
    custom_fields: Fields.optional().describe('Field to text it contains'),
    time: z.enum(ticketTimes).default('created').describe('What the dates are about'),
    ...listing(ticketSorts),
  }),
  output: listOutput('tickets'),
  async run(input, { daktela, ...context }) {
    const { tickets } = daktela.contactCentre;
    return listed(input, context, {
      name: 'tickets',
      filter: filterOf(input),
      list: tickets.list,
      count: tickets.count,
      whole: 'daktela_get_ticket with id.',
    });
  },
});
