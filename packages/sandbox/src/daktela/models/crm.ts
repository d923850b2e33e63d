import { DAY_MS } from '../clock.ts';
import {
  any,
  choice,
  defineModel,
  flag,
  type ListMap,
  lists,
  number,
  ref,
  refs,
  text,
  time,
  type View,
} from '../model/model.ts';
import { type CampaignRecord, type CampaignType, type CrmRecord, campaignTypes, crmTypes } from '../world/crm.ts';
import { callIdOf, type Interaction } from '../world/interaction.ts';
import { interactionsOf } from './interactions.ts';
import { activityName, userName } from './names.ts';

const FOUNDED = Date.UTC(2024, 0, 8, 9);
const NO_FIELDS: ListMap = {};

export const crmRecords = defineModel<CrmRecord>({
  endpoint: 'crmRecords',
  key: 'name',
  search: ['title', 'description', 'contact.title', 'account.title'],
  rows: ({ world }) => world.crmRecords,
  find: ({ world }, name) => world.crmRecords.find((record) => record.name === name),
  fields: {
    name: text(({ name }) => name),
    type: ref('crmRecordsTypes', ({ type }) => type),
    user: ref('users', ({ agent }, view) => userName(view, agent)),
    contact: ref('contacts', ({ contact }) => contact),
    account: ref('accounts', ({ account }) => account ?? null),
    ticket: ref('tickets', ticketOf),
    title: text(({ title }) => title),
    description: text(() => ''),
    status: ref('statuses', ({ status }) => status),
    stage: choice(({ stage }) => stage),
    created: time(({ created }) => created),
    edited: time(({ edited }) => edited),
    customFields: lists(({ value, salt }) => (salt % 10 === 0 ? NO_FIELDS : { value: [String(value)] })),
  },
});

/** One of the tickets that were made on the day before. */
function ticketOf({ created, salt }: CrmRecord, view: View): number | null {
  const to = Math.floor(created / DAY_MS) * DAY_MS;
  if (salt % 3 === 0 || to - DAY_MS < view.start) return null;
  const [ticket] = view.world.history.tickets({ from: to - DAY_MS, to });
  return ticket?.number ?? null;
}

export const crmRecordsTypes = defineModel<{ name: string; title: string }>({
  endpoint: 'crmRecordsTypes',
  key: 'name',
  rows: () => crmTypes,
  find: (_view, name) => crmTypes.find((type) => type.name === name),
  constant: true,
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    description: text(() => ''),
    created: time(() => FOUNDED),
  },
});

export const campaignsRecords = defineModel<CampaignRecord>({
  endpoint: 'campaignsRecords',
  key: 'name',
  search: ['name', 'contact.title'],
  rows: ({ world }) => world.campaignRecords,
  find: ({ world }, name) => world.campaignRecords.find((record) => record.name === name),
  fields: {
    name: text(({ name }) => name),
    user: ref('users', ({ agent }, view) => userName(view, agent)),
    record_type: ref('campaignsTypes', ({ type }) => type),
    database: ref('crmDatabases', () => null),
    contact: ref('contacts', ({ contact }) => contact),
    nextcall: time(({ nextcall }) => nextcall),
    action: number(({ action }) => action),
    call_id: text((record, view) => {
      const call = callOf(record, view);
      return call === undefined ? null : callIdOf(call);
    }),
    activity: text((record, view) => {
      const call = callOf(record, view);
      return call === undefined ? null : activityName(call);
    }),
    options: any(() => []),
    statuses: refs('statuses', ({ statuses }) => statuses),
    created: time(({ created }) => created),
    edited: time(({ edited }) => edited),
    customFields: lists(() => NO_FIELDS),
  },
});

/** The first call that went out after the record was made. */
function callOf({ called, created }: CampaignRecord, view: View): Interaction | undefined {
  if (!called) return undefined;
  for (const one of interactionsOf(view, { from: created, to: created + DAY_MS })) {
    if (one.channel === 'CALL' && one.direction === 'out') return one;
  }
  return undefined;
}

export const campaignsTypes = defineModel<CampaignType>({
  endpoint: 'campaignsTypes',
  key: 'name',
  rows: () => campaignTypes,
  find: (_view, name) => campaignTypes.find((type) => type.name === name),
  constant: true,
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    description: text(() => ''),
    queue: ref('queues', ({ queue }) => queue),
    autofocused_tab: text(() => null),
    config: any(() => []),
    custom: flag(() => false),
    created: time(() => FOUNDED),
  },
});
