import { CampaignAction, campaignSorts, type TimeRange } from '@voxolib/telephony/contact-centre';
import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { Agent, anyOf, ContactName, listing, Names } from './arguments.ts';
import { filterOf, listed, listOutput } from './listed.ts';

export const listCampaignRecords = defineTool({
  name: 'daktela_list_campaign_records',
  title: 'Daktela campaign records',
  description: `Whom campaigns call: campaign, contact, agent, where it stands, next call.

Use it to see or count what a campaign has left or done.`,
  needs: 'daktelaCampaigns',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({
    type: Names.optional().describe('Campaigns, by name or id'),
    action: anyOf(CampaignAction).optional().describe('All unless given'),
    agent: Agent,
    contact: ContactName,
    time: z.enum(['created', 'next_call']).default('created').describe('What the dates are about'),
    ...listing(campaignSorts),
  }),
  output: listOutput('records'),
  async run({ time, ...input }, { daktela, ...context }) {
    const { campaigns } = daktela.contactCentre;
    const timed = <Filter extends { range?: TimeRange }>({ range, ...filter }: Filter) =>
      time === 'created' ? { ...filter, range } : { ...filter, next_call: range };
    return listed(input, context, {
      name: 'records',
      filter: filterOf(input),
      list: (filter, page, options) => campaigns.records(timed(filter), page, options),
      count: (filter, options) => campaigns.count(timed(filter), options),
      whole: 'daktela_get_campaign_record with id.',
    });
  },
});
