import {
  type CallReports,
  dailyCallReport,
  dateIn,
  dayBounds,
  Period,
  type ResolvedPeriod,
  resolvePeriod,
} from '@voxolib/telephony';
import { foldCalls } from '@voxolib/telephony/reports';
import { and, field } from '../../query/filter.ts';
import { failure, invalid } from '../../refusals.ts';
import type { WirePage, WireRow } from '../../reply/page.ts';
import type { Context } from '../context.ts';
import { wireDirections } from '../groups/call-filter.ts';
import { instanceRange } from '../lists/time-range.ts';
import { callStatus } from '../records/call.ts';

const products = Object.keys(wireDirections) as (keyof typeof wireDirections)[];

/** So long that a report of a year is a few reads, and that one read ends within the time of a request. */
const MOST_DAYS = 92;
const PAGES_AT_ONCE = 8;
const FIELDS = ['call_time', 'answered', 'disconnection_cause'];

/** Calls per day of the period's zone, counted from the calls themselves. */
export function callReports(context: Context): CallReports {
  return {
    products,
    maxDays: MOST_DAYS,
    async daily(name, asked, options = {}) {
      const product = products.find((known) => known === name);
      if (product === undefined) {
        throw invalid('product', `Daktela has no such product. Use ${products.join(', ')}.`);
      }
      options.signal?.throwIfAborted();
      return read(context, product, readPeriod(asked, context.now()), options);
    },
  };
}

async function read(
  { client, zones, now }: Context,
  product: keyof typeof wireDirections,
  period: ResolvedPeriod,
  options: { signal?: AbortSignal },
) {
  const { clock, warning } = await zones.find(options);
  const from = dayBounds(period.start_date, period.tz).start;
  const until = dayBounds(period.end_date, period.tz).end;
  const { filter } = instanceRange(clock, 'call_time', from, until);
  const query = {
    filter: and(field('direction').eq(wireDirections[product]), filter),
    sort: [{ field: 'call_time', dir: 'asc' as const }],
    fields: FIELDS,
  };
  let asOf = now();
  let missed = 0;
  const repeated = createCounter(period);
  const skipped = createCounter(period);
  const pages = client.pages('activitiesCall', query, { signal: options.signal, concurrency: PAGES_AT_ONCE });
  const { rows, warnings } = await foldCalls(
    rowsOf(pages, (page) => {
      asOf = page.receivedAt;
      missed += page.missed ?? 0;
    }),
    (row, place) => {
      const time = clock.instant(row.call_time);
      if (time === undefined) throw withoutTime(place);
      const at = time.epochMilliseconds;
      if (time.oddity === 'repeated' && isOnTwoDays(at, period)) repeated.add(at, at + HOUR_MS);
      if (at < from || at >= until) return undefined;
      if (time.oddity === 'skipped') skipped.add(at);
      return { at, status: callStatus(row) };
    },
    period,
    { ...options, provider: 'daktela' },
  );
  const said = [
    ...(warning === undefined ? [] : [warning]),
    ...(missed === 0 ? [] : [`The list of calls changed while it was read; so many were not seen: ${missed}.`]),
  ];
  const counted = [
    {
      words: `The clocks of ${clock.zone} showed one hour twice, and Daktela does not say which is meant. Calls that may belong to the day after are counted in the first of the two`,
      days: repeated.days,
    },
    {
      words: `Calls at a time that the clocks of ${clock.zone} skipped are counted in the hour after it`,
      days: skipped.days,
    },
  ];
  return dailyCallReport({
    source: { provider: 'daktela', product },
    period,
    rows,
    warnings: [...said, ...warnings],
    counted,
    asOf,
  });
}

/** Counts by day, on the first day of the period that a call may belong to. */
function createCounter({ start_date, end_date, tz }: ResolvedPeriod) {
  const days: Record<string, number> = {};
  return {
    days,
    add(...readings: number[]) {
      const dates = readings.map((at) => dateIn(tz, new Date(at)));
      const date = dates.find((one) => one >= start_date && one <= end_date);
      if (date !== undefined) days[date] = (days[date] ?? 0) + 1;
    },
  };
}

async function* rowsOf(
  pages: AsyncIterable<WirePage>,
  onPage: (page: WirePage) => void,
): AsyncGenerator<readonly WireRow[]> {
  for await (const page of pages) {
    onPage(page);
    yield page.rows;
  }
}

function withoutTime(place: number) {
  return failure('BAD_RESPONSE', `Daktela's call record ${place} has no time.`, { detail: { record: place } });
}

const HOUR_MS = 3_600_000;

/** Whether the second reading of a time that the clocks showed twice is on another day than the first. */
function isOnTwoDays(at: number, { tz }: ResolvedPeriod): boolean {
  return dateIn(tz, new Date(at)) !== dateIn(tz, new Date(at + HOUR_MS));
}

/** Also a period that did not come through the schema is checked. */
function readPeriod({ start_date, end_date, tz }: Period, now: Date): ResolvedPeriod {
  const { data, error } = Period.safeParse({ start_date, end_date, tz });
  if (data !== undefined) return resolvePeriod(data, { maxDays: MOST_DAYS, now });
  const [issue] = error.issues;
  const name = issue?.path.join('.') || 'period';
  throw invalid(name, `${name} ${issue?.message ?? 'is wrong'}.`);
}
