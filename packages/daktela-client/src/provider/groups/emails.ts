import type { OperationOptions } from '@voxolib/telephony';
import type { Email, EmailFilter, Emails, ListRequest, RecordPage } from '@voxolib/telephony/contact-centre';
import { endpoints } from '../../endpoints/endpoints.ts';
import { and, field } from '../../query/filter.ts';
import type { Context } from '../context.ts';
import { getRecord } from '../lists/get-record.ts';
import { countRecords, type Question, readRecordPage, saying } from '../lists/read-page.ts';
import { anyOf, equals, inCapitals, readPaging, readSort, type Sorts } from '../lists/request.ts';
import { textIn } from '../lists/text.ts';
import { rangeFilter } from '../lists/time-range.ts';
import { toEmail } from '../records/email.ts';
import { ofActivity } from '../records/fields.ts';
import { wireDirections } from './call-filter.ts';

import { mailsOfTicket } from './ticket-mails.ts';

const sorts: Sorts = { time: 'time', duration: 'duration', waiting: 'wait_time' };
const listed = [...endpoints.activitiesEmail.projection, 'text', ...ofActivity];

/** Mails of Daktela. */
export function emails(context: Context): Emails {
  return {
    async list(filter, request, options = {}) {
      const paging = readPaging(request);
      const sort = readSort(request, sorts);
      const toRecord = (...[row, reading]: Parameters<typeof toEmail>) => toEmail(row, reading, request.quotes);
      const question = await emailQuestion(context, filter, options);
      if (filter.ticket !== undefined)
        return ofTicket(context, filter.ticket, question, { ...request, ...paging }, options);
      return readRecordPage(
        context,
        'activitiesEmail',
        question,
        { ...paging, sort, fields: listed },
        toRecord,
        options,
      );
    },

    async count(filter, options = {}) {
      const question = await emailQuestion(context, filter, options);
      if (filter.ticket === undefined) return countRecords(context, 'activitiesEmail', question, options);
      const {
        total = 0,
        as_of,
        resolved,
        warnings,
      } = await ofTicket(context, filter.ticket, question, { skip: 0, take: 1 }, options);
      return { total, as_of, ...(resolved !== undefined && { resolved }), ...saying(warnings ?? []) };
    },

    async read({ id, quotes }, options = {}) {
      const reply = await getRecord(context.client, 'activitiesEmail', id, options);
      const reading = context.reading(reply);
      const record = await toEmail(reply.row, reading, quotes);
      return { record, as_of: reply.receivedAt.toISOString(), ...saying(reading.warnings()) };
    },
  };
}

async function emailQuestion(context: Context, filter: EmailFilter, options: OperationOptions): Promise<Question> {
  const names = context.names(options);
  const [queue, agent, contact, range] = await Promise.all([
    names.listed('queue', filter.queue),
    names.listed('agent', filter.agent),
    names.found('contact', filter.contact),
    rangeFilter(context.zones, 'time', filter.range, options),
  ]);
  return {
    names,
    warnings: range.warnings,
    query: {
      filter: and(
        anyOf('queue', queue),
        anyOf('user', agent),
        equals('contact', contact),
        equals('direction', filter.direction === undefined ? undefined : wireDirections[filter.direction]),
        anyOf('state', inCapitals(filter.state)),
        textIn(['address'], filter.address, 'address'),
        textIn(['title', 'text'], filter.text),
        range.filter,
      ),
    },
  };
}

/** The mails of one ticket are found by its activities: Daktela's mails do not know of tickets themselves. */
async function ofTicket(
  context: Context,
  ticket: string,
  question: Question,
  request: ListRequest & { skip: number; take: number; quotes?: boolean | undefined },
  options: OperationOptions,
): Promise<RecordPage<Email>> {
  const ids = await mailsOfTicket(context, ticket, options);
  if (ids.length === 0) {
    const as_of = context.now().toISOString();
    return { records: [], total: 0, skip: request.skip, as_of, ...saying(question.warnings ?? []) };
  }
  const own = { ...question, query: { filter: and(field('name').in(ids), question.query.filter) } };
  const query = { skip: request.skip, take: request.take, sort: readSort(request, sorts), fields: listed };
  return readRecordPage(
    context,
    'activitiesEmail',
    own,
    query,
    (row, reading) => toEmail(row, reading, request.quotes),
    options,
  );
}
