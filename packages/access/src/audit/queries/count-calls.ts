import { countDays, dayBounds, eachDate, TelephonyError, type TimeZone } from '@voxolib/telephony';
import { sql } from 'kysely';
import type { Storage } from '../../storage/storage.ts';
import type { CallStatus } from '../tool-call-table.ts';
import { type CallFilters, matching } from './call-filters.ts';

export interface CallCountGroup {
  readonly tool: string;
  readonly status: CallStatus;
  readonly calls: number;
}

/** How many calls of each tool ended how. */
export async function countCalls({ db }: Storage, filters: CallFilters = {}): Promise<CallCountGroup[]> {
  return db
    .selectFrom('mcp_tool_calls')
    .select(({ fn }) => ['tool', 'status', fn.countAll<number>().as('calls')])
    .where(matching(filters))
    .groupBy(['tool', 'status'])
    .orderBy('tool')
    .orderBy('status')
    .execute();
}

export interface CallsOfDay {
  readonly date: string;
  readonly total: number;
  /** Statuses that no call of the day has are not here. */
  readonly byStatus: Readonly<Partial<Record<CallStatus, number>>>;
}

export interface CallsByDayRequest {
  /** Both included, at most `MAX_DAYS` apart. */
  readonly start_date: string;
  readonly end_date: string;
  readonly tz: TimeZone;
  readonly filters?: Omit<CallFilters, 'from' | 'to'>;
}

const MAX_DAYS = 400;

/** How many calls began on each day of a zone; days without calls are there as zero. Throws `INVALID_INPUT`. */
export async function countCallsByDay(
  { db }: Storage,
  { start_date, end_date, tz, filters = {} }: CallsByDayRequest,
): Promise<CallsOfDay[]> {
  const length = countDays(start_date, end_date);
  if (!(length >= 1 && length <= MAX_DAYS)) {
    throw new TelephonyError('INVALID_INPUT', `The period must have 1 to ${MAX_DAYS} days.`, { field: 'end_date' });
  }
  const dates = eachDate(start_date, end_date);
  // Where each day begins, as rows: no engine needs to know zones, and each day is a range of an index.
  const days = dates.map((date) => {
    const { start, end } = dayBounds(date, tz);
    return sql`(cast(${date} as text), cast(${start} as bigint), cast(${end} as bigint))`;
  });
  const counts = await db
    .with(
      'days(date, first, after)',
      () => sql<{ date: string; first: number; after: number }>`(values ${sql.join(days)})`,
    )
    .selectFrom('days')
    .innerJoin('mcp_tool_calls', (join) =>
      join.onRef('started_at', '>=', 'days.first').onRef('started_at', '<', 'days.after'),
    )
    .select(({ fn }) => ['days.date', 'status', fn.countAll<number>().as('calls')])
    .where((eb) => matching(filters)(eb))
    .groupBy(['days.date', 'status'])
    .execute();
  const byDate = new Map<string, Partial<Record<CallStatus, number>>>();
  for (const { date, status, calls } of counts) byDate.set(date, { ...byDate.get(date), [status]: calls });
  return dates.map((date) => {
    const byStatus = byDate.get(date) ?? {};
    return { date, total: Object.values(byStatus).reduce((sum, calls) => sum + calls, 0), byStatus };
  });
}
