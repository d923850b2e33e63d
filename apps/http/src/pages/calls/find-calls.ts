import {
  type CallCountGroup,
  type CallsOfDay,
  countCalls,
  countCallsByDay,
  type RecordedCall,
  recentCalls,
  type Storage,
} from '@voxolib/access';
import { isTelephonyError } from '@voxolib/telephony';
import type { AskedCalls, CallQuery } from './call-query.ts';

interface FoundCalls {
  /** The newest first, a page of them. */
  readonly calls: readonly RecordedCall[];
  /** Where the next page begins. */
  readonly next?: string;
  readonly days: readonly CallsOfDay[];
  readonly counts: readonly CallCountGroup[];
}

/** What is shown for a query. Without `found` there is a problem in the query. */
export interface CallsView {
  readonly query: CallQuery;
  readonly found: FoundCalls | undefined;
}

/** Looks up what a query asks for. */
export async function findCalls(storage: Storage, query: CallQuery): Promise<CallsView> {
  if (query.asked === undefined) return { query, found: undefined };
  try {
    return { query, found: await lookUp(storage, query.asked) };
  } catch (error) {
    if (!isTelephonyError(error) || error.code !== 'INVALID_INPUT') throw error;
    return { query: { ...query, problems: { cursor: 'cursor' }, asked: undefined }, found: undefined };
  }
}

async function lookUp(storage: Storage, { filters, cursor, ...period }: AskedCalls): Promise<FoundCalls> {
  // First the page, which knows whether the cursor is one.
  const page = await recentCalls(storage, { filters, cursor });
  const { from: _, to: __, ...others } = filters;
  const [days, counts] = await Promise.all([
    countCallsByDay(storage, { ...period, filters: others }),
    countCalls(storage, filters),
  ]);
  return { ...page, days, counts };
}
