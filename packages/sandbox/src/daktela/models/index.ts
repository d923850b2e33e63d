import type { AnyModel } from '../model/model.ts';
import { activities } from './activities.ts';
import { calls } from './calls.ts';
import { chats, messages } from './chats.ts';
import { accounts, contacts } from './contacts.ts';
import { campaignsRecords, campaignsTypes, crmRecords, crmRecordsTypes } from './crm.ts';
import { attachments, emails } from './emails.ts';
import { articles, articlesFolders, articlesTags, groups, pauses, templates } from './lists.ts';
import { queues } from './queues.ts';
import { realtimeSessions } from './realtime.ts';
import { crmDatabases, slas, statuses, ticketsCategories } from './reference.ts';
import { tickets } from './tickets.ts';
import { transcripts } from './transcripts.ts';
import { profiles, roles, users } from './users.ts';

const all: readonly AnyModel[] = [
  tickets,
  activities,
  calls,
  transcripts,
  emails,
  ...chats,
  messages,
  attachments,
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
  crmRecords,
  crmRecordsTypes,
  campaignsRecords,
  campaignsTypes,
  groups,
  pauses,
  templates,
  articles,
  articlesFolders,
  articlesTags,
  realtimeSessions,
];

/** Every endpoint of the API. */
export const models: ReadonlyMap<string, AnyModel> = new Map(all.map((model) => [model.endpoint, model]));
