import { dig } from '@voxolib/upstream';
import type { Read } from './call.ts';
import type { VoxolibContract } from './contract.ts';
import { kindOf, misfit } from './figures.ts';
import type { WireRequest } from './transport.ts';

/** More rows than any period of days can have: whoever sends them is not answering what was asked. */
const MAX_ROWS = 20_000;
const LONGEST_CURSOR = 4096;

/** The rows of a report, over all the pages that the vendor makes of it. */
export async function readRows(
  read: Read,
  paging: VoxolibContract['paging'],
  request: WireRequest,
  place: string,
): Promise<unknown[]> {
  const rows: unknown[] = [];
  const seen = new Set<string>();
  let query = request.query;
  for (let page = 1; page <= paging.max_pages; page += 1) {
    const reply = await read({ ...request, query });
    const some = dig(reply, place);
    if (!Array.isArray(some)) throw misfit(place || 'the reply', `is ${kindOf(some)} where a list was expected`);
    if (rows.length + some.length > MAX_ROWS) throw misfit(place || 'the reply', `has more than ${MAX_ROWS} rows`);
    for (const row of some) rows.push(row);
    const cursor = readCursor(dig(reply, paging.next), paging.next);
    if (cursor === undefined) return rows;
    if (seen.has(cursor)) throw misfit(paging.next, 'leads back to a page that was already read');
    seen.add(cursor);
    query = { ...request.query, [paging.query]: cursor };
  }
  throw misfit(paging.next, `goes on after ${paging.max_pages} pages`);
}

function readCursor(value: unknown, place: string): string | undefined {
  if (value === undefined || value === null || value === '' || value === false) return undefined;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && value.length <= LONGEST_CURSOR) return value;
  throw misfit(place, `is ${typeof value === 'string' ? 'too long' : kindOf(value)} where a cursor was expected`);
}
