import { TelephonyError } from '@voxolib/telephony';
import { accountSorts, contactSorts, crmRecordSorts } from '@voxolib/telephony/contact-centre';
import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { AccountName, Agent, ContactName, listing, Name, Names } from './arguments.ts';
import { filterOf, listed, listOutput } from './listed.ts';

const sorts = [...new Set([...contactSorts, ...accountSorts, ...crmRecordSorts])] as [string, ...string[]];

export const listCrm = defineTool({
  name: 'daktela_list_crm',
  title: 'Daktela contacts, companies, CRM records',
  description: `Contacts (people: company, phones, e-mails), accounts (companies), or CRM records (deals, orders: type, stage, status, owner), with custom fields.

Use it to look somebody up by name, phone or e-mail, to list a company's people, and for pipelines.`,
  needs: 'daktelaCrm',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({
    kind: z.enum(['contacts', 'accounts', 'crm_records']).describe('Which'),
    text: Name.optional().describe('Name; of contacts also e-mail, phone'),
    phone: Name.optional().describe('Of contacts, any notation'),
    email: Name.optional().describe('Of contacts'),
    account: AccountName,
    contact: ContactName,
    agent: Agent,
    type: Names.optional().describe('Of CRM records'),
    status: Names.optional().describe('Of CRM records'),
    stage: z.enum(['open', 'close']).optional().describe('Of CRM records'),
    ...listing(sorts),
  }),
  output: listOutput('records'),
  async run({ kind, sort, ...input }, { daktela, ...context }) {
    const { crm } = daktela.contactCentre;
    const { text, agent, ...others } = filterOf(input);
    const about = { name: 'records', whole: 'daktela_get_crm with kind and id.' };
    switch (kind) {
      case 'contacts': {
        const { account, phone, email, ...foreign } = others;
        refuse(kind, foreign);
        const filter = { text, agent, account, phone, email };
        const asked = { ...input, sort: sortOf(kind, sort, contactSorts) };
        return listed(asked, context, { ...about, filter, list: crm.contacts, count: crm.countContacts });
      }
      case 'accounts': {
        refuse(kind, others);
        const asked = { ...input, sort: sortOf(kind, sort, accountSorts) };
        return listed(asked, context, {
          ...about,
          filter: { text, agent },
          list: crm.accounts,
          count: crm.countAccounts,
        });
      }
      case 'crm_records': {
        const { phone, email, ...own } = others;
        refuse(kind, { phone, email });
        const asked = { ...input, sort: sortOf(kind, sort, crmRecordSorts) };
        return listed(asked, context, {
          ...about,
          filter: { text, agent, ...own },
          list: crm.records,
          count: crm.countRecords,
        });
      }
    }
  },
});

/** @throws INVALID_INPUT naming a filter that this kind does not have. */
function refuse(kind: string, filters: object): void {
  const [field] = Object.entries(filters).find(([, value]) => value !== undefined) ?? [];
  if (field === undefined) return;
  throw new TelephonyError('INVALID_INPUT', `${kind} have no filter ${field}. Leave it out.`, { field });
}

function sortOf<Sort extends string>(kind: string, given: string | undefined, own: readonly Sort[]): Sort | undefined {
  if (given === undefined) return undefined;
  const sort = own.find((name) => name === given);
  if (sort !== undefined) return sort;
  const message = `sort: ${kind} have no order by ${given}. They have: ${own.join(', ')}.`;
  throw new TelephonyError('INVALID_INPUT', message, { field: 'sort' });
}
