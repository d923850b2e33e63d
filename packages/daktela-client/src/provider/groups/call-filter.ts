import type { OperationOptions } from '@voxolib/telephony';
import type { ContactCallFilter } from '@voxolib/telephony/contact-centre';
import { daktelaContract } from '../../contract.ts';
import { and, type Filter, field } from '../../query/filter.ts';
import { invalid } from '../../refusals.ts';
import type { Context } from '../context.ts';
import { numberIs } from '../lists/phone-notations.ts';
import type { Question } from '../lists/read-page.ts';
import { anyOf, equals } from '../lists/request.ts';
import { rangeFilter } from '../lists/time-range.ts';

export const wireDirections = { inbound: 'in', outbound: 'out', internal: 'internal' } as const;

export async function callQuestion(
  context: Context,
  filter: ContactCallFilter,
  options: OperationOptions,
): Promise<Question> {
  const names = context.names(options);
  const [queue, agent, contact, range] = await Promise.all([
    names.listed('queue', filter.queue),
    names.listed('agent', filter.agent),
    names.found('contact', filter.contact),
    rangeFilter(context.zones, 'call_time', filter.range, options),
  ]);
  const { direction, answered, missed, number, min_duration_s: least } = filter;
  return {
    names,
    warnings: range.warnings,
    query: {
      filter: and(
        anyOf('id_queue', queue),
        anyOf('id_agent', agent),
        equals('contact', contact),
        equals('direction', direction === undefined ? undefined : wireDirections[direction]),
        equals('answered', answered),
        missed === undefined ? undefined : missedFilter(missed),
        numberIs(daktelaContract.otherParty.value, number, 'number'),
        least === undefined ? undefined : field('duration').gte(readLeast(least)),
        range.filter,
      ),
    },
  };
}

/** Missed and open is 1, called back 0, and not missed nothing. */
function missedFilter(missed: NonNullable<ContactCallFilter['missed']>): Filter {
  const marked = field('missed_call');
  if (missed === 'any') return marked.isNotNull();
  const { open, calledBack } = daktelaContract.missedCall.value;
  return marked.eq(missed === 'open' ? open : calledBack);
}

function readLeast(seconds: number): number {
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= 86_400) return seconds;
  throw invalid('min_duration_s', 'min_duration_s must be a whole number of seconds from 0 to 86400.');
}
