import type { OperationOptions } from '@voxolib/telephony';
import { and, field } from '../../query/filter.ts';
import type { ListQuery } from '../../query/list-query.ts';
import { readText } from '../../readers/scalars.ts';
import { invalid } from '../../refusals.ts';
import type { WirePage } from '../../reply/page.ts';
import type { Context } from '../context.ts';
import { isRefusedQuery } from '../lists/read-page.ts';
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
  const query = { filter, take: MOST_MAILS };
  const light = await listed(client, { ...query, fields: ['item.name'] }, options);
  const isNamed = light?.rows.every(({ item }) => nameOf(item) !== undefined) === true;
  const page =
    light !== undefined && isNamed ? light : await client.list('activities', { ...query, fields: ['item'] }, options);
  if (page.more) {
    throw invalid('ticket', `This ticket has more than ${MOST_MAILS} mails. Read its thread, page by page.`);
  }
  return page.rows.flatMap(({ item }) => nameOf(item) ?? []);
}

/** Undefined where Daktela does not follow fields into the content of an activity. */
async function listed(
  client: Context['client'],
  query: ListQuery,
  options: OperationOptions,
): Promise<WirePage | undefined> {
  try {
    return await client.list('activities', query, options);
  } catch (error) {
    if (isRefusedQuery(error)) return undefined;
    throw error;
  }
}

function nameOf(item: unknown): string | undefined {
  return readText(isRow(item) ? item.name : item);
}
