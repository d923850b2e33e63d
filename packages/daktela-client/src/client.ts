import type { Endpoint, ReferenceEndpoint } from './endpoints/endpoints.ts';
import type { DaktelaOptions } from './options.ts';
import type { Filter } from './query/filter.ts';
import type { ListQuery } from './query/list-query.ts';
import type { Count, WirePage, WireRecord } from './reply/page.ts';

export interface ReadOptions {
  signal?: AbortSignal | undefined;
}

export interface PagesOptions extends ReadOptions {
  /** Pages that are asked for at the same time, 1 to 8; 4 without it. */
  concurrency?: number | undefined;
  /** Rows of a page, 2 to 1000; 1000 without it. */
  pageSize?: number | undefined;
}

/** Who asks, and what answers. */
export interface WhoAmI {
  user?: { name: string; title?: string; alias?: string; type?: string; profile?: string };
  version?: string;
  zone?: string;
  receivedAt: Date;
}

/** A client of one instance. It only reads. Every failure is a TelephonyError. */
export interface DaktelaClient {
  /** The address of the instance, without a slash at its end. */
  readonly url: string;
  list(endpoint: Endpoint, query?: ListQuery, options?: ReadOptions): Promise<WirePage>;
  /**
   * All records that match, page after page, in order. Pages are asked for ahead, as many at a time as `concurrency` says; what comes
   * twice because the list grew is given once, and what moved because it shrank is fetched again. `skip` and `take` bound the whole.
   */
  pages(endpoint: Endpoint, query?: ListQuery, options?: PagesOptions): AsyncIterable<WirePage>;
  count(
    endpoint: Endpoint,
    query?: { filter?: Filter | undefined; search?: string | undefined },
    options?: ReadOptions,
  ): Promise<Count>;
  /** @throws NOT_FOUND when there is no such record. */
  get(
    endpoint: Endpoint,
    name: string,
    query?: { fields?: readonly string[] },
    options?: ReadOptions,
  ): Promise<WireRecord>;
  /** What belongs to a record: `activities/{name}/attachments`, `activitiesWeb/{name}/messages`. */
  related(
    endpoint: Endpoint,
    name: string,
    relation: string,
    query?: { skip?: number; take?: number },
    options?: ReadOptions,
  ): Promise<WirePage>;
  /** The whole list of a small model, kept for as long as `cache` says. */
  reference(endpoint: ReferenceEndpoint, options?: ReadOptions & { fresh?: boolean }): Promise<WirePage>;
  whoim(options?: ReadOptions): Promise<WhoAmI>;
}

/**
 * A client of one Daktela instance. Making it sends nothing and is cheap enough to do for each request of a server: clients of one
 * credential share a session and what they remember.
 * @throws CONFIGURATION for wrong options, UNAUTHENTICATED for texts that are no credential.
 */
export function createDaktelaClient(_options: DaktelaOptions): DaktelaClient {
  throw new Error('Not there yet.');
}
