import { any, choice, defineModel, flag, number, ref, text, time } from '../model/model.ts';
import { slas as allSlas, type Category, categories, databases, type Sla } from '../world/reference.ts';
import { statuses as allStatuses, type Status } from '../world/statuses.ts';

export const statuses = defineModel<Status>({
  endpoint: 'statuses',
  key: 'name',
  rows: () => allStatuses,
  find: (_view, name) => allStatuses.find((status) => status.name === name),
  constant: true,
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    description: text(() => ''),
    validation: flag(() => false),
    nextcall: flag(({ nextcall }) => nextcall),
    color: text(({ color }) => color),
  },
});

export const ticketsCategories = defineModel<Category>({
  endpoint: 'ticketsCategories',
  key: 'name',
  rows: () => categories,
  find: (_view, name) => categories.find((category) => category.name === name),
  constant: true,
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    description: text(() => ''),
    sla: ref('slas', ({ sla }) => sla),
    timecondition: any(() => null),
    email_queue: ref('queues', ({ emailQueue }) => emailQueue),
    call_queue: ref('queues', ({ callQueue }) => callQueue),
    sms_queue: ref('queues', () => 4300),
    default_crm_database: ref('crmDatabases', () => 'database_1'),
    status_required: choice(({ statusRequired }) => statusRequired),
    multiple_statuses: flag(() => true),
    closeCheckChilds: flag(() => false),
    auto_archive_tickets: number(({ archiveAfterDays }) => archiveAfterDays),
  },
});

export const slas = defineModel<Sla>({
  endpoint: 'slas',
  key: 'name',
  rows: () => allSlas,
  find: (_view, name) => allSlas.find((sla) => sla.name === name),
  constant: true,
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    unit: choice(() => 'HOURS'),
    response_low: number(({ response }) => response * 2),
    response_normal: number(({ response }) => response),
    response_high: number(({ response }) => response / 2),
    solution_low: number(({ solution }) => solution * 2),
    solution_normal: number(({ solution }) => solution),
    solution_high: number(({ solution }) => solution / 2),
  },
});

export const crmDatabases = defineModel<(typeof databases)[number]>({
  endpoint: 'crmDatabases',
  key: 'name',
  rows: () => databases,
  find: (_view, name) => databases.find((database) => database.name === name),
  constant: true,
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    description: text(() => ''),
    created: time(() => Date.UTC(2024, 0, 8, 9)),
  },
});
