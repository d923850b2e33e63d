import type { OperationOptions } from '@voxolib/telephony';
import { type ChatChannel, type ChatFilter, type Chats, chatChannels } from '@voxolib/telephony/contact-centre';
import { daktelaContract } from '../../contract.ts';
import { endpoints } from '../../endpoints/endpoints.ts';
import { and, type Filter, field, or } from '../../query/filter.ts';
import { invalid } from '../../refusals.ts';
import type { Context } from '../context.ts';
import { getRecord } from '../lists/get-record.ts';
import { countRecords, type Question, readRecordPage, saying } from '../lists/read-page.ts';
import { anyOf, equals, readPaging, readSort, type Sorts } from '../lists/request.ts';
import { rangeFilter } from '../lists/time-range.ts';
import { chatEndpoints, toChat } from '../records/chat.ts';
import { ofActivity } from '../records/fields.ts';
import { ownMessage, readMessages } from './messages.ts';

const sorts: Sorts = { time: 'time', duration: 'duration', waiting: 'wait_time' };

/** Chats of Daktela, on each of its channels. */
export function chats(context: Context): Chats {
  return {
    async list(filter, request, options = {}) {
      const endpoint = endpointOf(filter.channel);
      const query = { ...readPaging(request), sort: readSort(request, sorts), fields: listedOf(filter.channel) };
      const question = await chatQuestion(context, filter, options);
      return readRecordPage(
        context,
        endpoint,
        question,
        query,
        (row, reading) => toChat(row, filter.channel, reading),
        options,
      );
    },

    async count(filter, options = {}) {
      const endpoint = endpointOf(filter.channel);
      return countRecords(context, endpoint, await chatQuestion(context, filter, options), options);
    },

    async read({ channel, id }, options = {}) {
      const endpoint = endpointOf(channel);
      const warnings: string[] = [];
      const messages = readMessages(context, channel, id, options, warnings);
      // Whether there is such a chat says the record, and its error alone.
      messages.catch(() => {});
      const reply = await getRecord(context.client, endpoint, id, options);
      const reading = context.reading(reply);
      const said = (await messages) ?? ownMessage(reply.row, reading);
      if (said !== undefined && channel === 'sms') warnings.length = 0;
      return {
        record: { ...toChat(reply.row, channel, reading), ...(said !== undefined && { messages: said }) },
        as_of: reply.receivedAt.toISOString(),
        ...saying(reading.warnings(), warnings),
      };
    },
  };
}

function endpointOf(channel: ChatChannel): (typeof chatEndpoints)[ChatChannel] {
  if (!Object.hasOwn(chatEndpoints, channel)) {
    throw invalid('channel', `There is no such channel. Use one of ${chatChannels.join(', ')}.`);
  }
  return chatEndpoints[channel];
}

function listedOf(channel: ChatChannel): string[] {
  return [...endpoints[chatEndpoints[channel]].projection, ...ofActivity];
}

async function chatQuestion(context: Context, filter: ChatFilter, options: OperationOptions): Promise<Question> {
  if (filter.direction !== undefined && filter.channel === 'web') {
    throw invalid('direction', 'Web chats have no direction: visitors begin them. Leave direction out.');
  }
  const names = context.names(options);
  const [queue, agent, contact, range] = await Promise.all([
    names.listed('queue', filter.queue),
    names.listed('agent', filter.agent),
    names.found('contact', filter.contact),
    rangeFilter(context.zones, 'time', filter.range, options),
  ]);
  const direction = filter.direction === undefined ? undefined : filter.direction === 'inbound' ? 'IN' : 'OUT';
  return {
    names,
    warnings: range.warnings,
    query: {
      filter: and(
        anyOf('queue', queue),
        anyOf('user', agent),
        equals('contact', contact),
        equals('direction', direction),
        missedFilter(filter.missed),
        equals('answered', filter.answered),
        range.filter,
      ),
    },
  };
}

/** YES, NO, empty or nothing. */
function missedFilter(missed: boolean | undefined): Filter | undefined {
  if (missed === undefined) return undefined;
  const yes = daktelaContract.missedChat.value;
  const marked = field('missed');
  return missed ? marked.eq(yes) : or(marked.neq(yes), marked.isNull());
}
