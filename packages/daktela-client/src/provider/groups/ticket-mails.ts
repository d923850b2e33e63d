import type { OperationOptions } from '@voxolib/telephony';
import { and, field } from '../../query/filter.ts';
import { readText } from '../../readers/scalars.ts';
import { invalid } from '../../refusals.ts';
import type { Context } from '../context.ts';
import { isRow } from '../records/fields.ts';
import { readTicketId } from './ticket-id.ts';

/** As many as one query takes. */
const MOST_MAILS = 80;

/**
 * The names of the mails of a ticket.
 * @throws INVALID_INPUT for a ticket that has more than one query takes.
 */
export async function mailsOfTicket({ client }: Context, ticket: string, options: OperationOptions): Promise<string[]> {
  const id = readTicketId(ticket, client.url, 'ticket');
  const filter = and(field('ticket').eq(id), field('type').eq('EMAIL'));
  const query = { filter, fields: ['item'], take: MOST_MAILS };
  const page = await client.list('activities', query, options);
  if (page.more) {
    throw invalid('ticket', `This ticket has more than ${MOST_MAILS} mails. Read its thread, page by page.`);
  }
  return page.rows.flatMap(({ item }) => nameOf(item) ?? []);
}

function nameOf(item: unknown): string | undefined {
  return readText(isRow(item) ? item.name : item);
}
