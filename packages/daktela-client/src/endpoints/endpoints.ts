import {
  activities,
  activitiesCall,
  activitiesCallTranscripts,
  activitiesEmail,
  activitiesFbm,
  activitiesIgdm,
  activitiesSms,
  activitiesVbr,
  activitiesWap,
  activitiesWeb,
} from './channels.ts';
import { accounts, campaignsRecords, contacts, crmRecords } from './crm.ts';
import type { Model } from './model.ts';
import {
  articles,
  articlesFolders,
  articlesTags,
  campaignsTypes,
  crmRecordsTypes,
  groups,
  pauses,
  queues,
  realtimeSessions,
  statuses,
  templates,
  users,
} from './reference.ts';
import { tickets, ticketsCategories } from './tickets.ts';

/** Every model that this client reads, by the name of its endpoint. */
export const endpoints = {
  tickets,
  ticketsCategories,
  activities,
  activitiesCall,
  activitiesCallTranscripts,
  activitiesEmail,
  activitiesWeb,
  activitiesSms,
  activitiesFbm,
  activitiesIgdm,
  activitiesWap,
  activitiesVbr,
  contacts,
  accounts,
  crmRecords,
  crmRecordsTypes,
  campaignsRecords,
  campaignsTypes,
  queues,
  users,
  groups,
  pauses,
  statuses,
  templates,
  realtimeSessions,
  articles,
  articlesFolders,
  articlesTags,
} as const satisfies Readonly<Record<string, Model>>;

export type Endpoint = keyof typeof endpoints;

/** Those whose whole list is kept: small, and seldom changed. */
export type ReferenceEndpoint = {
  [Name in Endpoint]: (typeof endpoints)[Name] extends { reference: true } ? Name : never;
}[Endpoint];

/** The model of an endpoint, or undefined for a name that is none. */
export function modelOf(endpoint: string): Model | undefined {
  return Object.hasOwn(endpoints, endpoint) ? endpoints[endpoint as Endpoint] : undefined;
}
