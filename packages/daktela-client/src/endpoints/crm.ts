import { each, type Model, newest, ref, refs } from './model.ts';

export const contacts = {
  key: 'name',
  fields: {
    ...each('value', 'name title firstname lastname description nps_score created edited'),
    database: ref('databases'),
    account: ref('accounts'),
    user: ref('users'),
    customFields: 'custom',
  },
  projection:
    'name title firstname lastname database account user description nps_score created edited customFields'.split(' '),
  sortable: ['created', 'edited', 'title', 'lastname'],
  defaultSort: newest('created'),
  searchable: true,
  nested: { account: ref('accounts') },
} as const satisfies Model;

export const accounts = {
  key: 'name',
  fields: {
    ...each('value', 'name title description created edited'),
    database: ref('databases'),
    sla: ref('slas'),
    user: ref('users'),
    customFields: 'custom',
  },
  projection: ['name', 'title', 'database', 'sla', 'user', 'description', 'created', 'edited', 'customFields'],
  sortable: ['created', 'edited', 'title'],
  defaultSort: newest('created'),
  searchable: true,
} as const satisfies Model;

export const crmRecords = {
  key: 'name',
  fields: {
    ...each('value', 'name title description stage created edited'),
    type: ref('crmRecordsTypes'),
    user: ref('users'),
    contact: ref('contacts'),
    account: ref('accounts'),
    ticket: ref('tickets'),
    status: ref('statuses'),
    customFields: 'custom',
  },
  projection: 'name type user contact account ticket title description status stage created edited customFields'.split(
    ' ',
  ),
  sortable: ['created', 'edited', 'title', 'stage'],
  defaultSort: newest('created'),
} as const satisfies Model;

export const campaignsRecords = {
  key: 'name',
  fields: {
    ...each('value', 'name nextcall action call_id activity created edited'),
    user: ref('users'),
    record_type: ref('campaignsTypes'),
    database: ref('databases'),
    contact: ref('contacts'),
    statuses: refs('statuses'),
    customFields: 'custom',
  },
  projection:
    'name user record_type contact nextcall action call_id activity statuses created edited customFields'.split(' '),
  sortable: ['created', 'edited', 'nextcall'],
  defaultSort: newest('created'),
} as const satisfies Model;
