import qs from 'qs';
import { type Filter, listOf, readFilter } from './filter.ts';
import type { Sort } from './sort.ts';

/** What a list was asked for. */
export interface Query {
  filter: Filter | undefined;
  sorts: readonly Sort[];
  skip: number;
  take: number;
  /** False where the caller does not want the matches counted. */
  counted: boolean;
  /** Undefined for every field. */
  fields: readonly string[] | undefined;
  search: string | undefined;
}

const DEFAULT_TAKE = 100;
const LARGEST_TAKE = 1_000;

export type Parameters = Readonly<Record<string, unknown>>;

/** Names and values with PHP's brackets, as nested lists and maps. */
export function readParameters(text: string): Parameters {
  return qs.parse(text, {
    allowPrototypes: true,
    plainObjects: true,
    arrayLimit: 2_000,
    depth: 64,
    duplicates: 'last',
    parameterLimit: 20_000,
  }) as Parameters;
}

/** @throws ApiError 400 for a filter that has no valid form. */
export function readQuery(parameters: Parameters): Query {
  const { filter, sort, skip, take, page, pageSize, total, fields, q } = parameters;
  const size = Math.min(LARGEST_TAKE, wholeNumber(take) ?? wholeNumber(pageSize) ?? DEFAULT_TAKE);
  return {
    filter: readFilter(filter),
    sorts: readSorts(sort),
    skip: wholeNumber(skip) ?? Math.max(0, (wholeNumber(page) ?? 1) - 1) * size,
    take: size,
    counted: total !== 'false' && total !== '0',
    fields: readFields(fields),
    search: typeof q === 'string' && q.trim() !== '' ? q.trim() : undefined,
  };
}

function readSorts(raw: unknown): readonly Sort[] {
  if (typeof raw !== 'object' || raw === null) return [];
  const items = 'field' in raw ? [raw] : listOf(raw);
  return items
    .filter((item): item is Parameters => typeof item === 'object' && item !== null)
    .map(({ field, dir }) => ({ field: String(field), descending: String(dir).toLowerCase() === 'desc' }));
}

function readFields(raw: unknown): readonly string[] | undefined {
  const items =
    typeof raw === 'string' ? raw.split(',') : typeof raw === 'object' && raw !== null ? Object.values(raw) : [];
  const fields = items.map((item) => String(item).trim()).filter((item) => item !== '');
  return fields.length === 0 ? undefined : fields;
}

/** As PHP reads a number: what is none is as if it were not there. */
function wholeNumber(raw: unknown): number | undefined {
  return typeof raw === 'string' && /^\d{1,9}$/.test(raw.trim()) ? Number(raw) : undefined;
}
