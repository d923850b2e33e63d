import { isTelephonyError } from '@voxolib/telephony';
import type { Ref } from '@voxolib/telephony/contact-centre';
import type { DaktelaClient, ReadOptions } from '../../client.ts';
import type { Endpoint, ReferenceEndpoint } from '../../endpoints/endpoints.ts';
import { field, or } from '../../query/filter.ts';
import { readText } from '../../readers/scalars.ts';
import { invalid } from '../../refusals.ts';
import type { WireRow } from '../../reply/page.ts';
import { bestHits, type Candidate, checkName, matchOne, noHit, type Subject, severalHits } from './match.ts';

/** Filters whose names stand in lists that are kept whole. */
const lists = {
  agent: { endpoint: 'users', many: 'agents' },
  queue: { endpoint: 'queues', many: 'queues' },
  category: { endpoint: 'ticketsCategories', many: 'ticket categories' },
  status: { endpoint: 'statuses', many: 'statuses' },
  folder: { endpoint: 'articlesFolders', many: 'folders of articles' },
  tag: { endpoint: 'articlesTags', many: 'tags of articles' },
  campaign_type: { endpoint: 'campaignsTypes', many: 'campaign types' },
  crm_type: { endpoint: 'crmRecordsTypes', many: 'types of CRM records' },
} as const satisfies Readonly<Record<string, { endpoint: ReferenceEndpoint; many: string }>>;

/** Filters whose names Daktela searches: there are too many of them to be kept. */
const searched = {
  contact: { endpoint: 'contacts', many: 'contacts' },
  account: { endpoint: 'accounts', many: 'accounts' },
} as const satisfies Readonly<Record<string, { endpoint: Endpoint; many: string }>>;

type ListedKind = keyof typeof lists;
type SearchedKind = keyof typeof searched;

/** The names of one request, and what they were taken for. */
export interface Names {
  /** Ids of what the names of a filter mean; undefined for no filter. `filter` is what the caller knows it as. */
  listed(kind: ListedKind, asked: readonly string[] | undefined, filter?: string): Promise<string[] | undefined>;
  found(kind: SearchedKind, asked: string | undefined): Promise<string | undefined>;
  readonly resolved: { [filter: string]: Ref[] } | undefined;
  readonly warnings: readonly string[];
}

const MOST_NAMES = 50;

/** Finds what people's names mean. What one request has resolved is told in its answer. */
export function createNames(client: DaktelaClient, options: ReadOptions & { fresh?: boolean }): Names {
  const resolved: { [filter: string]: Ref[] } = {};
  const warnings: string[] = [];

  async function candidatesOf(kind: ListedKind, filter: string): Promise<Candidate[] | undefined> {
    const { endpoint, many } = lists[kind];
    try {
      const { rows } = await client.reference(endpoint, options);
      return rows.flatMap(toCandidate);
    } catch (error) {
      // Whoever may not read the list may still filter by ids.
      if (!isTelephonyError(error) || (error.code !== 'FORBIDDEN' && error.code !== 'NOT_FOUND')) throw error;
      warnings.push(`The list of ${many} cannot be read by this user, so ${filter} is taken for an id as it stands.`);
      return undefined;
    }
  }

  return {
    async listed(kind, asked, filter = kind) {
      if (asked === undefined) return undefined;
      const subject = { filter, many: lists[kind].many, look: `List the ${lists[kind].many} to see which there are.` };
      if (asked.length === 0) throw invalid(filter, `${filter} lists nothing. Name at least one, or leave it out.`);
      if (asked.length > MOST_NAMES) throw invalid(filter, `${filter} lists more than ${MOST_NAMES}. Give fewer.`);
      const given = asked.map((one) => checkName(one, subject));
      const candidates = await candidatesOf(kind, filter);
      const refs = given.map((one) => (candidates === undefined ? { id: one } : matchOne(one, candidates, subject)));
      const unique = [...new Map(refs.map((ref) => [ref.id, ref])).values()];
      resolved[filter] = unique;
      return unique.map(({ id }) => id);
    },

    async found(kind, asked) {
      if (asked === undefined) return undefined;
      const subject = { filter: kind, many: searched[kind].many, look: `Search the ${searched[kind].many} first.` };
      const ref = await search(client, kind, checkName(asked, subject), subject, options);
      resolved[kind] = [ref];
      return ref.id;
    },

    get resolved() {
      return Object.keys(resolved).length === 0 ? undefined : resolved;
    },
    warnings,
  };
}

/** So many are enough to tell one from several. */
const MOST_HITS = 11;

/** Exact ids and titles, and beside them whatever Daktela's own search finds: both in one go. */
async function search(
  client: DaktelaClient,
  kind: SearchedKind,
  asked: string,
  subject: Subject,
  options: ReadOptions,
): Promise<Ref> {
  const { endpoint } = searched[kind];
  const query = { fields: ['name', 'title'], take: MOST_HITS };
  const [exact, similar] = await Promise.all([
    client.list(endpoint, { ...query, filter: or(field('name').eq(asked), field('title').eq(asked)) }, options),
    client.list(endpoint, { ...query, search: asked }, options),
  ]);
  const called = exact.rows.flatMap(toCandidate);
  const hits = bestHits(asked, called);
  if (hits.length > 0) return matchOne(asked, called, subject, exact.total);
  // What the search found by a phone number or an address does not hold the words, and is meant all the same.
  const all = [...called, ...similar.rows.flatMap(toCandidate)];
  const others = [...new Map(all.map((one) => [one.id, one])).values()];
  const best = bestHits(asked, others);
  const rest = best.length > 0 && similar.more !== true ? best : others;
  const [only] = rest;
  if (only === undefined) throw noHit(asked, subject);
  if (rest.length > 1) throw severalHits(asked, rest, subject, best.length > 0 ? undefined : similar.total);
  return matchOne(only.id, rest, subject);
}

function toCandidate({ name, title, alias }: WireRow): Candidate[] {
  const id = readText(name);
  if (id === undefined) return [];
  const label = readText(title);
  return [{ id, ...(label !== undefined && { title: label }), other: readText(alias) }];
}
