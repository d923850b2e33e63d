import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { Id, Tokens, Zone } from './arguments.ts';
import { HIGHER_BUDGET } from './fitting.ts';
import { oneOutput, oneRecord } from './one-record.ts';

export const getCampaignRecord = defineTool({
  name: 'daktela_get_campaign_record',
  title: 'A Daktela campaign record',
  description: `One record of a campaign with its custom fields.

Use it with an id from daktela_list_campaign_records.`,
  needs: 'daktelaCampaigns',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({ id: Id.describe('Its id'), tz: Zone, max_tokens: Tokens }),
  output: oneOutput('record'),
  async run({ id, tz }, { daktela, signal }) {
    const read = await daktela.contactCentre.campaigns.record({ id }, { signal });
    return oneRecord('record', read, { tz, whole: HIGHER_BUDGET });
  },
});
