import type { OperationOptions } from '@voxolib/telephony';
import { type CampaignFilter, type Campaigns, campaignActions } from '@voxolib/telephony/contact-centre';
import { and } from '../../query/filter.ts';
import { invalid } from '../../refusals.ts';
import type { Context } from '../context.ts';
import { countRecords, type Question, readRecord, readRecordPage } from '../lists/read-page.ts';
import { anyOf, equals, readPaging, readSort, type Sorts } from '../lists/request.ts';
import { rangeFilter } from '../lists/time-range.ts';
import { toCampaignRecord, toCampaignType } from '../records/campaign.ts';
import { keptList } from './kept-list.ts';

const sorts: Sorts = { edited: 'edited', created: 'created', next_call: 'nextcall' };

/** Campaigns of Daktela, and the people who are called in them. */
export function campaigns(context: Context): Campaigns {
  return {
    async records(filter, request, options = {}) {
      const query = { ...readPaging(request), sort: readSort(request, sorts) };
      const question = await campaignQuestion(context, filter, options);
      return readRecordPage(context, 'campaignsRecords', question, query, toCampaignRecord, options);
    },
    async count(filter, options = {}) {
      return countRecords(context, 'campaignsRecords', await campaignQuestion(context, filter, options), options);
    },
    record: ({ id }, options = {}) => readRecord(context, 'campaignsRecords', id, toCampaignRecord, options),
    types: (request, options = {}) => keptList(context, 'campaignsTypes', request, toCampaignType, options),
  };
}

async function campaignQuestion(
  context: Context,
  filter: CampaignFilter,
  options: OperationOptions,
): Promise<Question> {
  const names = context.names(options);
  const [type, agent, contact, created, next] = await Promise.all([
    names.listed('campaign_type', filter.type, 'type'),
    names.listed('agent', filter.agent),
    names.found('contact', filter.contact),
    rangeFilter(context.zones, 'created', filter.range, options),
    rangeFilter(context.zones, 'nextcall', filter.next_call, options),
  ]);
  const actions = filter.action?.map((action) => {
    const code = campaignActions.indexOf(action);
    if (code === -1) throw invalid('action', `There is no such action. Use ${campaignActions.join(', ')}.`);
    return code;
  });
  return {
    names,
    warnings: [...created.warnings, ...next.warnings],
    query: {
      filter: and(
        anyOf('record_type', type, 'type'),
        anyOf('action', actions),
        anyOf('user', agent),
        equals('contact', contact),
        created.filter,
        next.filter,
      ),
    },
  };
}
