import type { Endpoint, ReferenceEndpoint } from './endpoints/endpoints.ts';
import { createLists } from './lists.ts';
import { type DaktelaOptions, type DaktelaSettings, readOptions } from './options.ts';
import { type PagesOptions, readPages } from './pages.ts';
import type { ListQuery } from './query/list-query.ts';
import { createRead } from './read.ts';
import { createReferenceLists, type ReferenceOptions } from './reference-lists.ts';
import type { Count, WirePage, WireRecord } from './reply/page.ts';
import type { DaktelaSession } from './session/credential.ts';
import { logIn } from './session/log-in.ts';
import { readWhoAmI, type WhoAmI } from './whoim.ts';

export interface ReadOptions {
  signal?: AbortSignal | undefined;
}

/** A client of one instance. It only reads. Every failure is a TelephonyError. */
export interface DaktelaClient {
  /** The address of the instance, without a slash at its end. */
  readonly url: string;
  /** The time zone of the instance, once a reply has named it. */
  readonly zone: string | undefined;
  list(endpoint: Endpoint, query?: ListQuery, options?: ReadOptions): Promise<WirePage>;
  /**
   * All records that match, page after page, in order. Pages are asked for ahead, as many at a time as `concurrency` says; what comes
   * twice because the list grew is given once, and what moved because it shrank is fetched again. `skip` and `take` bound the whole.
   * All that are read with one credential at the same time have at most eight pages under way together.
   */
  pages(endpoint: Endpoint, query?: ListQuery, options?: PagesOptions): AsyncIterable<WirePage>;
  count(endpoint: Endpoint, query?: Pick<ListQuery, 'filter' | 'search'>, options?: ReadOptions): Promise<Count>;
  /** @throws NOT_FOUND when there is no such record. */
  get(endpoint: Endpoint, name: string, query?: Pick<ListQuery, 'fields'>, options?: ReadOptions): Promise<WireRecord>;
  /** What belongs to a record: `activities/{name}/attachments`, `activitiesWeb/{name}/messages`. */
  related(
    endpoint: Endpoint,
    name: string,
    relation: string,
    query?: Pick<ListQuery, 'skip' | 'take'>,
    options?: ReadOptions,
  ): Promise<WirePage>;
  /** The whole list of a small model, kept for as long as `cache` says. */
  reference(endpoint: ReferenceEndpoint, options?: ReferenceOptions): Promise<WirePage>;
  /** @throws UNAUTHENTICATED when Daktela answers without a user, as it does to a token that is not valid. */
  whoim(options?: ReadOptions): Promise<WhoAmI>;
}

/**
 * A client of one Daktela instance. Making it sends nothing and is cheap enough to do for each request of a server: clients of one
 * credential share a session and what they remember.
 * @throws CONFIGURATION for wrong options, UNAUTHENTICATED for texts that are no credential.
 */
export function createDaktelaClient(options: DaktelaOptions): DaktelaClient {
  const settings = readOptions(options);
  const read = createRead(settings);
  const lists = createLists(settings, read);
  const reference = createReferenceLists(settings, lists);
  return {
    url: settings.url,
    get zone() {
      return settings.shared.zone;
    },
    list: async (endpoint, query = {}, { signal } = {}) => lists.list(endpoint, query, signal),
    pages: (endpoint, query = {}, more = {}) => readPages(lists, endpoint, query, more, settings.shared.pageSlots),
    count: (endpoint, query = {}, { signal } = {}) => lists.count(endpoint, query, signal),
    get: (endpoint, name, { fields } = {}, { signal } = {}) => lists.get(endpoint, name, fields, signal),
    related: async (endpoint, name, relation, query = {}, { signal } = {}) =>
      lists.related(endpoint, name, relation, query, signal),
    reference,
    whoim: ({ signal } = {}) => readWhoAmI(read, signal),
  };
}

export type LogInOptions = { url: string; username: string; password: string } & Omit<
  DaktelaSettings,
  'onSession' | 'renewSession' | 'cache'
>;

/**
 * Logs in once with what somebody typed, for a page that signs them in and keeps the session instead of the password.
 * @throws UNAUTHENTICATED when Daktela refuses it.
 */
export async function login(options: LogInOptions): Promise<DaktelaSession> {
  const settings = readOptions(options);
  const session = await logIn(settings, options);
  settings.shared.session.refusedUntil = 0;
  return session;
}
