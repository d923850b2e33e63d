import { LRUCache } from 'lru-cache';
import type { CalendarDate, TimeZone } from '../calendar.ts';
import { createFlights } from './flights.ts';
import type { DayOf, KeptDay } from './kept-day.ts';
import type { Run } from './missing-runs.ts';
import { monthBytes } from './month-size.ts';

export interface DayCacheOptions {
  /** How much memory the days may take, as estimated. 64 MiB unless told. */
  maxBytes?: number;
  now?: () => Date;
}

/** The days of all accounts, one for a process. What was not given for longest goes first when it is full. */
export interface DayCache {
  /** How much memory the days take, as estimated. */
  readonly bytes: number;
  /** Drops the days of an account, as when its credential has been refused; or those of one product, when that is refused. */
  forget(account: string, only?: ProductName): void;
  readonly now: () => Date;
  series<Operation extends keyof DayOf>(name: SeriesName<Operation>): DaySeries<DayOf[Operation]>;
}

/** What a right is given for. */
interface ProductName<Operation = keyof DayOf> {
  provider: string;
  operation: Operation;
  product: string;
}

/** Everything but the date that says which figures a day holds. */
export interface SeriesName<Operation> extends ProductName<Operation> {
  account: string;
  tz: TimeZone;
}

/** The days of one account, operation, product and zone. */
export interface DaySeries<Day> {
  /** Those of `dates` that may still be given at `now`. One that was not over when it was read is given as `today` only. */
  read(dates: readonly CalendarDate[], today: CalendarDate | undefined, now: number): Map<CalendarDate, KeptDay<Day>>;
  /** Keeps days, but none in place of one that is newer. */
  keep(days: readonly KeptDay<Day>[]): void;
  /** Fetches days, or joins whoever is fetching them; see Flights. */
  join(
    run: Run,
    includesToday: boolean,
    fetch: (signal: AbortSignal) => Promise<FetchedDays<Day>>,
    signal?: AbortSignal,
  ): Promise<FetchedDays<Day>>;
}

/** What one request to the vendor brought. */
interface FetchedDays<Day> {
  days: KeptDay<Day>[];
  warnings: readonly string[];
}

type AnyDay = DayOf[keyof DayOf];

/** The days of a series and month share an entry: a report of years then costs few look-ups. */
interface KeptMonth {
  account: string;
  days: ReadonlyMap<CalendarDate, KeptDay<AnyDay>>;
}

const MEBIBYTE = 1024 * 1024;

export function createDayCache(options: DayCacheOptions = {}): DayCache {
  const { maxBytes = 64 * MEBIBYTE, now = () => new Date() } = options;
  const keysOf = new Map<string, Set<string>>();
  const months = new LRUCache<string, KeptMonth>({
    maxSize: maxBytes,
    sizeCalculation: ({ days }, key) => monthBytes(key, days),
    onInsert({ account }, key) {
      const keys = keysOf.get(account);
      if (keys === undefined) keysOf.set(account, new Set([key]));
      else keys.add(key);
    },
    dispose({ account }, key, reason) {
      if (reason === 'set') return;
      const keys = keysOf.get(account);
      keys?.delete(key);
      if (keys?.size === 0) keysOf.delete(account);
    },
  });
  const flights = createFlights<FetchedDays<AnyDay>>();

  return {
    now,
    get bytes() {
      return months.calculatedSize;
    },
    forget(account, only) {
      const start = only === undefined ? '' : keyOf(account, only);
      for (const key of keysOf.get(account) ?? []) if (key.startsWith(start)) months.delete(key);
    },
    series<Operation extends keyof DayOf>(name: SeriesName<Operation>) {
      const { account } = name;
      const prefix = keyOf(account, name) + JSON.stringify(name.tz);
      const series: DaySeries<AnyDay> = {
        read(dates, today, at) {
          const found = new Map<CalendarDate, KeptDay<AnyDay>>();
          for (const [month, wanted] of byMonth(dates, (date) => date)) {
            const days = months.get(prefix + month)?.days;
            if (days === undefined) continue;
            for (const date of wanted) {
              const kept = days.get(date);
              if (kept !== undefined && at < kept.until && (kept.over || date === today)) found.set(date, kept);
            }
          }
          return found;
        },
        keep(fetched) {
          for (const [month, newer] of byMonth(fetched, ({ day }) => day.date)) {
            const days = new Map(months.peek(prefix + month)?.days);
            for (const kept of newer) {
              const known = days.get(kept.day.date);
              if (known === undefined || known.as_of <= kept.as_of) days.set(kept.day.date, kept);
            }
            months.set(prefix + month, { account, days });
          }
        },
        join({ start_date, end_date }, includesToday, fetch, signal) {
          return flights.join(JSON.stringify([prefix, start_date, end_date, includesToday]), fetch, signal);
        },
      };
      // The operation is part of every key, and says what the days of the series hold.
      return series as DaySeries<DayOf[Operation]>;
    },
  };
}

function keyOf(account: string, { provider, operation, product }: ProductName): string {
  return JSON.stringify([account, provider, operation, product]);
}

function byMonth<Item>(items: readonly Item[], dateOf: (item: Item) => CalendarDate): Map<string, Item[]> {
  return Map.groupBy(items, (item) => dateOf(item).slice(0, 7));
}
