import type { OperationOptions } from '@voxolib/telephony';
import type { TicketFilter } from '@voxolib/telephony/contact-centre';
import { and, type Filter, field, or } from '../../query/filter.ts';
import { invalid } from '../../refusals.ts';
import type { Context } from '../context.ts';
import type { Question } from '../lists/read-page.ts';
import { anyOf, equals, inCapitals } from '../lists/request.ts';
import { textIn } from '../lists/text.ts';
import { rangeFilter } from '../lists/time-range.ts';

const times = { created: 'created', edited: 'edited', last_activity: 'last_activity', closed: 'closed' } as const;

/** A question about tickets; that of an account is asked apart, as it may take more than one query. */
export interface TicketQuestion extends Question {
  account: string | undefined;
}

export async function ticketQuestion(
  { client: _, zones, names: namesOf }: Context,
  filter: TicketFilter,
  options: OperationOptions,
): Promise<TicketQuestion> {
  const names = namesOf(options);
  const [category, agent, status, contact, account, range] = await Promise.all([
    names.listed('category', filter.category),
    names.listed('agent', filter.agent),
    names.listed('status', filter.status),
    names.found('contact', filter.contact),
    names.found('account', filter.account),
    rangeFilter(zones, times[filter.time ?? 'created'], filter.range, options),
  ]);
  return {
    names,
    account,
    warnings: range.warnings,
    query: {
      filter: and(
        anyOf('category', category),
        anyOf('stage', inCapitals(filter.stage)),
        anyOf('priority', inCapitals(filter.priority)),
        anyOf('user', agent),
        anyOf('statuses', status),
        equals('contact', contact),
        textIn(['title', 'description'], filter.text),
        equals('unread', filter.unread),
        overdue(filter.sla_overdue),
        filter.merged === true ? undefined : field('id_merge').isNull(),
        range.filter,
        ...customFilters(filter.custom_fields),
      ),
    },
  };
}

/** Seconds beyond the deadline; those that are left count below zero. */
function overdue(wanted: boolean | undefined): Filter | undefined {
  if (wanted === undefined) return undefined;
  const late = field('sla_overdue');
  return wanted ? late.gt(0) : or(late.lte(0), late.isNull());
}

function customFilters(fields: TicketFilter['custom_fields']): Filter[] {
  return Object.entries(fields ?? {}).map(([key, text]) => {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(key)) {
      throw invalid('custom_fields', 'The key of a custom field has letters, digits, _ and - only.');
    }
    const wanted = text.trim();
    if (wanted === '')
      throw invalid('custom_fields', `The text to look for in ${key} is empty. Give one, or leave it out.`);
    return field(`customFields.${key}`).contains(wanted);
  });
}
