import type { Storage } from '../../storage/storage.ts';
import { fromCursor, toCursor } from './call-cursor.ts';
import { type CallFilters, matching } from './call-filters.ts';
import { CALL_COLUMNS, type RecordedCall } from './recorded-call.ts';

export interface RecentCallsRequest {
  readonly filters?: CallFilters;
  /** The `next` of the page before. */
  readonly cursor?: string | undefined;
  /** 50 unless told, at most 200. */
  readonly limit?: number;
}

/** Calls, the newest first, a page at a time. A cursor that is none throws `INVALID_INPUT`. */
export async function recentCalls(
  { db }: Storage,
  { filters = {}, cursor, limit = 50 }: RecentCallsRequest,
): Promise<{ calls: RecordedCall[]; next?: string }> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
  const place = cursor === undefined ? undefined : fromCursor(cursor);
  const calls = await db
    .selectFrom('mcp_tool_calls')
    .select(CALL_COLUMNS)
    .where(matching(filters))
    .$if(place !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('started_at', 'id'), '<', tuple(place?.started_at ?? 0, place?.id ?? '')),
      ),
    )
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute();
  const shown = calls.slice(0, size);
  const last = shown.at(-1);
  return { calls: shown, ...(calls.length > size && last !== undefined && { next: toCursor(last) }) };
}
