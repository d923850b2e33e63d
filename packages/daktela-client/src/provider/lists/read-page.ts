import { isTelephonyError, type OperationOptions } from '@voxolib/telephony';
import type { OneRecord, RecordCount, RecordPage } from '@voxolib/telephony/contact-centre';
import type { Endpoint } from '../../endpoints/endpoints.ts';
import { modelOf } from '../../endpoints/endpoints.ts';
import type { ListQuery } from '../../query/list-query.ts';
import type { WirePage, WireRow } from '../../reply/page.ts';
import type { Context } from '../context.ts';
import type { Names } from '../names/names.ts';
import type { Reading } from '../reading.ts';
import { getRecord } from './get-record.ts';
import type { Paging } from './request.ts';

/** What is asked of a list, and what must be told about the question. */
export interface Question {
  query: Pick<ListQuery, 'filter' | 'search'>;
  names?: Names | undefined;
  warnings?: readonly string[] | undefined;
}

export type ToRecord<One> = (row: WireRow, reading: Reading) => One | Promise<One>;

/** A page of a list in our words. */
export async function readRecordPage<One>(
  context: Context,
  endpoint: Endpoint,
  question: Question,
  request: Paging & Pick<ListQuery, 'sort' | 'fields'>,
  toRecord: ToRecord<One>,
  options: OperationOptions,
): Promise<RecordPage<One>> {
  const page = await listWithPaths(context, endpoint, { ...question.query, ...request }, options);
  return toRecordPage(
    context,
    question,
    page,
    await nextSkip(context, endpoint, question, request, page, options),
    toRecord,
  );
}

/** A version that does not follow fields into other records refuses them; the rest is to be had without. */
async function listWithPaths(
  { client }: Context,
  endpoint: Endpoint,
  query: ListQuery,
  options: OperationOptions,
): Promise<WirePage> {
  const plain = query.fields?.filter((path) => !path.includes('.'));
  try {
    return await client.list(endpoint, query, options);
  } catch (error) {
    if (plain === undefined || plain.length === query.fields?.length || !isRefusedQuery(error)) throw error;
    return client.list(endpoint, { ...query, fields: plain }, options);
  }
}

/** Whether Daktela itself has refused a query, and not we before it was sent. */
export function isRefusedQuery(error: unknown): boolean {
  return isTelephonyError(error) && error.code === 'INVALID_INPUT' && error.detail?.status !== undefined;
}

export async function toRecordPage<One>(
  context: Context,
  { names, warnings = [] }: Omit<Question, 'query'>,
  page: WirePage,
  next: number | undefined,
  toRecord: ToRecord<One>,
): Promise<RecordPage<One>> {
  const reading = context.reading(page);
  const records: One[] = [];
  // One after the other: a mail of some megabytes is work.
  for (const row of page.rows) records.push(await toRecord(row, reading));
  return {
    records,
    ...(page.total !== undefined && { total: page.total }),
    skip: page.skip,
    ...(next !== undefined && { next_skip: next }),
    ...(names?.resolved !== undefined && { resolved: names.resolved }),
    as_of: page.receivedAt.toISOString(),
    ...saying(warnings, names?.warnings ?? [], reading.warnings()),
  };
}

/** Warnings as a field, each once; no field for none. */
export function saying(...lists: (readonly string[])[]): { warnings?: string[] } {
  const warnings = [...new Set(lists.flat())];
  return warnings.length === 0 ? {} : { warnings };
}

/** Where the next page begins. A full page of a list that is not counted may be its last: one more row is asked for. */
async function nextSkip(
  { client }: Context,
  endpoint: Endpoint,
  { query }: Question,
  { sort, take }: Paging & Pick<ListQuery, 'sort'>,
  { rows, skip, total, more }: WirePage,
  options: OperationOptions,
): Promise<number | undefined> {
  const next = skip + rows.length;
  if (!more) return undefined;
  if (total !== undefined || rows.length < take) return next;
  const key = modelOf(endpoint)?.key;
  const fields = key === undefined ? undefined : [key];
  const beyond = await client.list(endpoint, { ...query, sort, fields, skip: next, take: 1 }, options);
  return beyond.rows.length > 0 ? next : undefined;
}

export async function countRecords(
  { client }: Context,
  endpoint: Endpoint,
  { query, names, warnings = [] }: Question,
  options: OperationOptions,
): Promise<RecordCount> {
  const { total, receivedAt } = await client.count(endpoint, query, options);
  return {
    total,
    ...(names?.resolved !== undefined && { resolved: names.resolved }),
    as_of: receivedAt.toISOString(),
    ...saying(warnings, names?.warnings ?? []),
  };
}

/** A record by its key, in our words. */
export async function readRecord<One>(
  context: Context,
  endpoint: Endpoint,
  id: string,
  toRecord: ToRecord<One>,
  options: OperationOptions,
): Promise<OneRecord<One>> {
  const reply = await getRecord(context.client, endpoint, id, options);
  const reading = context.reading(reply);
  const record = await toRecord(reply.row, reading);
  return { record, as_of: reply.receivedAt.toISOString(), ...saying(reading.warnings()) };
}
