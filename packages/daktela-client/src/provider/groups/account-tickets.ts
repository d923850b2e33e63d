import type { OperationOptions } from '@voxolib/telephony';
import pLimit from 'p-limit';
import type { Sort } from '../../endpoints/model.ts';
import { and, type Filter, field } from '../../query/filter.ts';
import type { ListQuery } from '../../query/list-query.ts';
import { readNumber, readText } from '../../readers/scalars.ts';
import { failure } from '../../refusals.ts';
import type { WirePage, WireRow } from '../../reply/page.ts';
import type { Context } from '../context.ts';
import { isRefusedQuery } from '../lists/read-page.ts';
import type { Paging } from '../lists/request.ts';
import { isRow, toRef } from '../records/fields.ts';

/** So many contacts go into one query. */
const BATCH = 50;
const AT_ONCE = 4;
const LONGEST_PAGE = 1000;

/**
 * The tickets of all contacts of an account: by the contact's account where Daktela understands that, else contact by contact, in
 * batches, of which none is left out.
 */
export async function accountTickets(
  context: Context,
  account: string,
  query: ListQuery & Paging,
  options: OperationOptions,
): Promise<WirePage> {
  const filter = and(field('contact.account').eq(account), query.filter);
  const direct = await understood(context.client.list('tickets', { ...query, filter }, options));
  // None at all may also mean that the filter was not understood.
  if (direct !== undefined && isOf(account, direct) && (direct.rows.length > 0 || (direct.total ?? 0) > 0))
    return direct;
  return byContacts(context, account, query, options);
}

/** How many there are, in the same ways. */
export async function countAccountTickets(
  context: Context,
  account: string,
  filter: Filter | undefined,
  options: OperationOptions,
): Promise<{ total: number; receivedAt: Date }> {
  const query = { filter, skip: 0, take: 1 };
  const page = await accountTickets(context, account, query, options);
  if (page.total !== undefined) return { total: page.total, receivedAt: page.receivedAt };
  throw failure('BAD_RESPONSE', 'Daktela did not say how many tickets there are.');
}

/** Undefined where Daktela refuses the query: not every version follows a contact to its account. */
async function understood(reply: Promise<WirePage>): Promise<WirePage | undefined> {
  try {
    return await reply;
  } catch (error) {
    if (isRefusedQuery(error)) return undefined;
    throw error;
  }
}

/** Whether no row shows another account: a version that does not know the filter might pass over it. */
function isOf(account: string, { rows }: WirePage): boolean {
  return rows.every(({ contact }) => {
    if (!isRow(contact)) return false;
    const found = toRef(contact.account)?.id;
    return found === undefined || found === account;
  });
}

async function byContacts(
  { client }: Context,
  account: string,
  { filter, sort = [], fields, skip, take }: ListQuery & Paging,
  options: OperationOptions,
): Promise<WirePage> {
  const contacts: string[] = [];
  const query = { filter: field('account').eq(account), fields: ['name'] };
  let last: WirePage | undefined;
  for await (const page of client.pages('contacts', query, options)) {
    contacts.push(...page.rows.flatMap(({ name }) => readText(name) ?? []));
    last = page;
  }
  const batches = Array.from({ length: Math.ceil(contacts.length / BATCH) }, (_, index) =>
    contacts.slice(index * BATCH, (index + 1) * BATCH),
  );
  const limit = pLimit(AT_ONCE);
  const pages = await Promise.all(
    batches.map((batch) => {
      const own = { filter: and(field('contact').in(batch), filter), sort, fields };
      return limit(() => firstRows(client, own, skip + take, options));
    }),
  );
  const rows = pages.flatMap((page) => page.rows).sort(inOrder(sort));
  const total = pages.reduce<number | undefined>(
    (sum, page) => (sum === undefined || page.total === undefined ? undefined : sum + page.total),
    0,
  );
  const { receivedAt, zone, serverTime, cut } = pages.at(-1) ?? last ?? { receivedAt: new Date(), cut: [] };
  const given = rows.slice(skip, skip + take);
  return {
    rows: given,
    skip,
    ...(total !== undefined && { total }),
    more: rows.length > skip + given.length || pages.some((page) => page.more),
    receivedAt,
    ...(zone !== undefined && { zone }),
    ...(serverTime !== undefined && { serverTime }),
    cut: cut ?? [],
  };
}

/** The first rows of a list, from as many pages as they take. */
async function firstRows(
  client: Context['client'],
  query: ListQuery,
  take: number,
  options: OperationOptions,
): Promise<WirePage> {
  if (take <= LONGEST_PAGE) return client.list('tickets', { ...query, take }, options);
  const rows: WireRow[] = [];
  let last: WirePage | undefined;
  for await (const page of client.pages('tickets', { ...query, take }, options)) {
    rows.push(...page.rows);
    last = page;
  }
  if (last === undefined) throw failure('BAD_RESPONSE', 'Daktela sent no page of tickets.');
  return { ...last, rows, more: rows.length < (last.total ?? rows.length) };
}

/** As the parts were sorted, each by Daktela. Nothing comes before something, as in its database. */
function inOrder(sort: readonly Sort[]): (one: WireRow, other: WireRow) => number {
  return (one, other) => {
    for (const { field: name, dir } of [...sort, { field: 'name', dir: sort.at(-1)?.dir ?? 'desc' }]) {
      const order = compare(one[name], other[name]);
      if (order !== 0) return dir === 'asc' ? order : -order;
    }
    return 0;
  };
}

function compare(one: unknown, other: unknown): number {
  const [left, right] = [readText(one), readText(other)];
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  const [first, second] = [readNumber(one), readNumber(other)];
  if (first !== undefined && second !== undefined) return first - second;
  return left < right ? -1 : left > right ? 1 : 0;
}
