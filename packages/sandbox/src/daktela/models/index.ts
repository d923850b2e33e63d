import type { AnyModel } from '../model/model.ts';
import { activities } from './activities.ts';
import { calls } from './calls.ts';
import { accounts, contacts } from './contacts.ts';
import { queues } from './queues.ts';
import { crmDatabases, slas, statuses, ticketsCategories } from './reference.ts';
import { tickets } from './tickets.ts';
import { transcripts } from './transcripts.ts';
import { profiles, roles, users } from './users.ts';

const all: readonly AnyModel[] = [
  tickets,
  activities,
  calls,
  transcripts,
  contacts,
  accounts,
  queues,
  users,
  roles,
  profiles,
  statuses,
  ticketsCategories,
  slas,
  crmDatabases,
];

/** Every endpoint of the API. */
export const models: ReadonlyMap<string, AnyModel> = new Map(all.map((model) => [model.endpoint, model]));
