import type { OperationOptions } from '@voxolib/telephony';
import {
  type Activity,
  type RecordPage,
  type TicketRequest,
  type Tickets,
  ticketParts,
} from '@voxolib/telephony/contact-centre';
import { field } from '../../query/filter.ts';
import { invalid } from '../../refusals.ts';
import type { Context } from '../context.ts';
import { getRecord } from '../lists/get-record.ts';
import { countRecords, readRecordPage, saying, toRecordPage } from '../lists/read-page.ts';
import { readPaging, readSort } from '../lists/request.ts';
import { toTicket, toTicketCategory } from '../records/ticket.ts';
import { accountTickets, countAccountTickets } from './account-tickets.ts';
import { activityFields } from './activities.ts';
import { activitiesWithContent } from './activity-content.ts';
import { orGap } from './gap.ts';
import { keptList } from './kept-list.ts';
import { ticketQuestion } from './ticket-filter.ts';
import { readTicketId } from './ticket-id.ts';
import { aboutUnknownFields } from './unknown-custom-fields.ts';

const sorts = {
  edited: 'edited',
  created: 'created',
  last_activity: 'last_activity',
  last_activity_by_agent: 'last_activity_operator',
  last_activity_by_client: 'last_activity_client',
  sla_due: 'sla_deadtime',
  sla_close_due: 'sla_close_deadline',
  priority: 'priority',
  stage: 'stage',
  title: 'title',
  id: 'name',
  first_answer: 'first_answer',
  closed: 'closed',
} as const;

const MOST_ACTIVITIES = 100;

/** Tickets of Daktela. */
export function tickets(context: Context): Tickets {
  const { client } = context;
  return {
    async list(filter, request, options = {}) {
      const paging = readPaging(request);
      const sort = readSort(request, sorts);
      const question = await ticketQuestion(context, filter, options);
      const { account, query } = question;
      if (account === undefined) {
        const found = await readRecordPage(context, 'tickets', question, { ...paging, sort }, toTicket, options);
        return aboutUnknownFields(found, context, filter, options);
      }
      const page = await accountTickets(context, account, { ...query, ...paging, sort }, options);
      const next = page.more ? page.skip + page.rows.length : undefined;
      return toRecordPage(context, question, page, next, toTicket);
    },

    async count(filter, options = {}) {
      const question = await ticketQuestion(context, filter, options);
      const { account, query, names, warnings = [] } = question;
      if (account === undefined) {
        return aboutUnknownFields(await countRecords(context, 'tickets', question, options), context, filter, options);
      }
      const { total, receivedAt } = await countAccountTickets(context, account, query.filter, options);
      return {
        total,
        ...(names?.resolved !== undefined && { resolved: names.resolved }),
        as_of: receivedAt.toISOString(),
        ...saying(warnings, names?.warnings ?? []),
      };
    },

    async read(request, options = {}) {
      const id = readTicketId(request.id, client.url);
      const include = readInclude(request.include);
      const warnings: string[] = [];
      const paging = readPaging(request, MOST_ACTIVITIES);
      const [reply, activities] = await Promise.all([
        getRecord(client, 'tickets', id, options),
        include.size === 0
          ? undefined
          : orGap(readThread(context, id, { ...request, ...paging }, include, options), 'The activities', warnings),
      ]);
      const reading = context.reading(reply);
      const ticket = toTicket(reply.row, reading);
      return {
        ticket,
        ...(activities !== undefined && { activities }),
        as_of: reply.receivedAt.toISOString(),
        ...saying(reading.warnings(), warnings, activities?.warnings ?? []),
      };
    },

    categories: (request, options = {}) => keptList(context, 'ticketsCategories', request, toTicketCategory, options),
  };
}

type Include = ReadonlySet<(typeof ticketParts)[number]>;

function readInclude(parts: TicketRequest['include'] = []): Include {
  for (const part of parts) {
    if (!ticketParts.includes(part)) {
      throw invalid('include', `include has no such part. Use ${ticketParts.join(', ')}.`);
    }
  }
  return new Set(parts);
}

/** The activities of a ticket with what is wanted of their content. */
async function readThread(
  context: Context,
  ticket: string,
  { skip, take, order = 'desc', quotes }: { skip: number; take: number } & Pick<TicketRequest, 'order' | 'quotes'>,
  include: Include,
  options: OperationOptions,
): Promise<RecordPage<Activity>> {
  const content = { mails: include.has('mails'), chats: include.has('chats'), transcripts: include.has('transcripts') };
  const fields = [
    ...activityFields,
    ...(Object.values(content).includes(true) ? ['item'] : []),
    ...(include.has('attachments') ? ['attachments'] : []),
  ];
  const query = { filter: field('ticket').eq(ticket), sort: [{ field: 'time', dir: order }], fields, skip, take };
  const page = await context.client.list('activities', query, options);
  const reading = context.reading(page);
  const wanted = { ...content, messages: content.chats, quotes };
  const { activities, warnings } = await activitiesWithContent(context, page.rows, reading, wanted, options);
  return {
    records: activities,
    ...(page.total !== undefined && { total: page.total }),
    skip,
    ...(page.more && { next_skip: skip + page.rows.length }),
    as_of: page.receivedAt.toISOString(),
    ...saying(reading.warnings(), warnings),
  };
}
