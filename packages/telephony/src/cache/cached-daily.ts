import { eachDate } from '../calendar.ts';
import { type CountedWarning, sentencesOf } from '../counted-warning.ts';
import { isTelephonyError, TelephonyError } from '../errors.ts';
import type { OperationOptions } from '../operation-options.ts';
import { Period, type ResolvedPeriod, resolvePeriod } from '../period.ts';
import type { DayCache, DaySeries, SeriesName } from './day-cache.ts';
import { type DayOf, type KeptDay, keptDays } from './kept-day.ts';
import { missingRuns } from './missing-runs.ts';

interface DailyReport<Day, Totals> {
  source: { provider: string; product: string };
  period: ResolvedPeriod;
  totals: Totals;
  days: Day[];
  as_of: string;
  warnings?: string[] | undefined;
  counted?: readonly CountedWarning[] | undefined;
}

type Daily<Day, Totals> = (
  product: string,
  period: Period,
  options?: OperationOptions,
) => Promise<DailyReport<Day, Totals>>;

interface DailyGroup<Day, Totals> {
  products: readonly string[];
  maxDays: number;
  daily: Daily<Day, Totals>;
}

/** The group's `daily`, which asks the vendor for the days that the cache lacks and for no others. `addUp` makes the totals. */
export function cachedDaily<Operation extends keyof DayOf, Totals>(
  group: DailyGroup<DayOf[Operation], Totals>,
  cache: DayCache,
  owner: Pick<SeriesName<Operation>, 'account' | 'provider' | 'operation'>,
  addUp: (days: readonly DayOf[Operation][]) => Totals,
): Daily<DayOf[Operation], Totals> {
  type Day = DayOf[Operation];

  async function fetchDays(series: DaySeries<Day>, product: string, period: Period, options: OperationOptions) {
    const asked = cache.now();
    try {
      const report = await group.daily(product, period, options);
      const days = keptDays<Day>(report, period.tz, asked);
      const ofDays = sentencesOf(report.counted ?? []);
      const warnings = (report.warnings ?? []).filter((warning) => !ofDays.includes(warning));
      if (warnings.length === 0) series.keep(days);
      return { days, warnings };
    } catch (error) {
      const code = isTelephonyError(error) && error.code;
      if (code === 'UNAUTHENTICATED') cache.forget(owner.account);
      if (code === 'FORBIDDEN') cache.forget(owner.account, { ...owner, product });
      throw error;
    }
  }

  return async (product, asked, options = {}) => {
    const { fresh = false, signal } = options;
    signal?.throwIfAborted();
    const now = cache.now();
    const period = readPeriod(asked, group.maxDays, now);
    // What has to be refused, the provider refuses in its own words.
    if (period === undefined || !group.products.includes(product)) return group.daily(product, asked, options);
    const { start_date, end_date, tz } = period;
    const dates = eachDate(start_date, end_date);
    const today = period.partial_until === undefined ? undefined : end_date;
    const series = cache.series({ ...owner, product, tz });
    const known = fresh ? new Map<string, KeptDay<Day>>() : series.read(dates, today, now.getTime());
    const warnings: string[] = [];
    // One after the other: how much is asked for at once is for the caller to say.
    const inPieces = known.size > 0;
    const runs = missingRuns(dates, (date) => known.has(date));
    for (const run of runs) {
      const fetchRun = (options: OperationOptions) => fetchDays(series, product, { ...run, tz }, options);
      const fetched = fresh
        ? await fetchRun(options)
        : await series.join(run, run.end_date === today, (joint) => fetchRun({ signal: joint }), signal);
      for (const kept of fetched.days) known.set(kept.day.date, kept);
      warnings.push(...fetched.warnings);
    }
    // What is odd about days is said of all of them together, which only the vendor's whole report can do.
    if (warnings.length > 0 && (inPieces || runs.length > 1)) return group.daily(product, asked, options);
    const kept = dates.map((date) => known.get(date) ?? lacking(date, owner.provider));
    const days = kept.map(({ day }) => day);
    const said = [...sentencesOf(together(kept.flatMap(({ counted = [] }) => counted))), ...warnings];
    const partial_until = kept.at(-1)?.partial_until;
    return {
      source: { provider: owner.provider, product },
      period: { start_date, end_date, tz, days: dates.length, ...(partial_until !== undefined && { partial_until }) },
      totals: addUp(days),
      days,
      as_of: kept.reduce((oldest, { as_of }) => (as_of < oldest ? as_of : oldest), kept[0]?.as_of ?? ''),
      ...(said.length > 0 && { warnings: said }),
    };
  };
}

/** The days of each warning, in one. */
function together(warnings: readonly CountedWarning[]): CountedWarning[] {
  const byWords = Map.groupBy(warnings, ({ words }) => words);
  return [...byWords].map(([words, parts]) => ({ words, days: Object.assign({}, ...parts.map(({ days }) => days)) }));
}

function readPeriod(asked: Period, maxDays: number, now: Date): ResolvedPeriod | undefined {
  const { data } = Period.safeParse(asked);
  if (data === undefined) return undefined;
  try {
    return resolvePeriod(data, { maxDays, now });
  } catch {
    return undefined;
  }
}

function lacking(date: string, provider: string): never {
  throw new TelephonyError('BAD_RESPONSE', `The report lacks ${date}, which was asked for.`, { provider });
}
