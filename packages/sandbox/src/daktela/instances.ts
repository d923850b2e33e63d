import type { Language } from './languages.ts';

export type DaktelaInstanceId = 'demo' | 'busy' | 'overseas' | 'empty';

/** A customer's own Daktela. Which one a request is for follows from whose token it carries. */
export interface Instance {
  id: DaktelaInstanceId;
  version: string;
  zone: string;
  country: string;
  language: Language;
  /** Envelopes without `_serverTime` and `_timezone`, and absent references as `{}`, as older versions have them. */
  old: boolean;
  sessionSeconds: number;
  /** Endpoints that it does not know. */
  without: readonly string[];
  agents: number;
  accounts: number;
  /** Contacts of the first account. */
  largestAccount: number;
  /** Of an ordinary working day of the year 2026. */
  daily: { tickets: number; incoming: number; outgoing: number; internal: number; emails: number; chats: number };
}

const current = { version: '6.38.2', zone: 'Europe/Prague', country: 'CZ', language: 'cs', old: false } as const;

export const instances: Record<DaktelaInstanceId, Instance> = {
  demo: {
    id: 'demo',
    ...current,
    sessionSeconds: 3_600,
    without: ['activitiesChat'],
    agents: 40,
    accounts: 60,
    largestAccount: 1_240,
    daily: { tickets: 12, incoming: 32, outgoing: 12, internal: 3, emails: 5, chats: 9 },
  },
  busy: {
    id: 'busy',
    ...current,
    sessionSeconds: 7_200,
    without: ['activitiesChat'],
    agents: 40,
    accounts: 60,
    largestAccount: 1_240,
    daily: { tickets: 5, incoming: 510, outgoing: 160, internal: 30, emails: 5, chats: 5 },
  },
  overseas: {
    id: 'overseas',
    version: '6.12.0',
    zone: 'America/New_York',
    country: 'US',
    language: 'en',
    old: true,
    sessionSeconds: 3_600,
    without: [
      'activitiesIgdm',
      'activitiesVbr',
      'activitiesCallTranscripts',
      'articles',
      'articlesFolders',
      'articlesTags',
    ],
    agents: 4,
    accounts: 5,
    largestAccount: 12,
    daily: { tickets: 2, incoming: 6, outgoing: 2, internal: 0, emails: 1, chats: 1 },
  },
  empty: {
    id: 'empty',
    ...current,
    sessionSeconds: 3_600,
    without: ['activitiesChat'],
    agents: 1,
    accounts: 0,
    largestAccount: 0,
    daily: { tickets: 0, incoming: 0, outgoing: 0, internal: 0, emails: 0, chats: 0 },
  },
};
