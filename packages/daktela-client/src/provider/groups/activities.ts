import type { OperationOptions } from '@voxolib/telephony';
import type { Activities, ActivityFilter } from '@voxolib/telephony/contact-centre';
import { and } from '../../query/filter.ts';
import type { Context } from '../context.ts';
import { getRecord } from '../lists/get-record.ts';
import { countRecords, type Question, readRecordPage, saying } from '../lists/read-page.ts';
import { anyOf, equals, inCapitals, readPaging, readSort } from '../lists/request.ts';
import { rangeFilter } from '../lists/time-range.ts';
import { activityTypes, toActivity } from '../records/activity.ts';
import { toFileNames } from '../records/fields.ts';
import { activitiesWithContent } from './activity-content.ts';
import { readTicketId } from './ticket-id.ts';

const sorts = { time: 'time', closed: 'time_close', duration: 'duration', ringing: 'ringing_time' } as const;

/** What is asked for of activities; their content is apart. */
export const activityFields =
  'name ticket title important action type queue user contact description time time_open time_close duration ringing_time statuses customFields'.split(
    ' ',
  );

/** Activities of Daktela. */
export function activities(context: Context): Activities {
  const { client } = context;
  return {
    async list(filter, request, options = {}) {
      const paging = readPaging(request);
      const query = { ...paging, sort: readSort(request, sorts), fields: activityFields };
      const question = await activityQuestion(context, filter, options);
      return readRecordPage(context, 'activities', question, query, toActivity, options);
    },

    async count(filter, options = {}) {
      return countRecords(context, 'activities', await activityQuestion(context, filter, options), options);
    },

    async read({ id, quotes }, options = {}) {
      const reply = await getRecord(client, 'activities', id, options);
      const reading = context.reading(reply);
      const everything = { mails: true, calls: true, transcripts: true, chats: true, messages: true, quotes };
      const { activities, warnings } = await activitiesWithContent(context, [reply.row], reading, everything, options);
      const [record] = activities;
      if (record === undefined) throw new Error('An activity was read.');
      const files = record.attachments ?? record.email?.attachments ?? toFileNames(reply.row.attachments);
      return {
        record: { ...record, ...(files !== undefined && { attachments: files }) },
        as_of: reply.receivedAt.toISOString(),
        ...saying(reading.warnings(), warnings),
      };
    },
  };
}

async function activityQuestion(
  context: Context,
  filter: ActivityFilter,
  options: OperationOptions,
): Promise<Question> {
  const names = context.names(options);
  const [queue, agent, contact, range] = await Promise.all([
    names.listed('queue', filter.queue),
    names.listed('agent', filter.agent),
    names.found('contact', filter.contact),
    rangeFilter(context.zones, 'time', filter.range, options),
  ]);
  const ticket = filter.ticket === undefined ? undefined : readTicketId(filter.ticket, context.client.url, 'ticket');
  return {
    names,
    warnings: range.warnings,
    query: {
      filter: and(
        anyOf(
          'type',
          filter.kind?.map((kind) => activityTypes[kind]),
          'kind',
        ),
        anyOf('action', inCapitals(filter.state), 'state'),
        anyOf('queue', queue),
        anyOf('user', agent),
        equals('contact', contact),
        equals('ticket', ticket),
        range.filter,
      ),
    },
  };
}
