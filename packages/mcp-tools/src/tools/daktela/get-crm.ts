import type { OneRecord } from '@voxolib/telephony/contact-centre';
import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { Id, Tokens, Zone } from './arguments.ts';
import { HIGHER_BUDGET } from './fitting.ts';
import { oneOutput, oneRecord } from './one-record.ts';

const readers = { contact: 'contact', account: 'account', crm_record: 'record' } as const;

export const getCrm = defineTool({
  name: 'daktela_get_crm',
  title: 'A Daktela contact, company or CRM record',
  description: `One contact, company (account) or CRM record, with whole texts and custom fields.

Use it with an id from a list.`,
  needs: 'daktelaCrm',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({
    kind: z.enum(['contact', 'account', 'crm_record']).describe('Of what'),
    id: Id.describe('Its id'),
    tz: Zone,
    max_tokens: Tokens,
  }),
  output: oneOutput('record'),
  async run({ kind, id, tz }, { daktela, signal }) {
    const read: OneRecord<object> = await daktela.contactCentre.crm[readers[kind]]({ id }, { signal });
    return oneRecord('record', read, { tz, whole: HIGHER_BUDGET });
  },
});
