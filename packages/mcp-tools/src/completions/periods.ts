import { DEFAULT_TIME_ZONE, referencePeriods, relativePeriods, TimeZone } from '@voxolib/telephony';
import type { CompletionContext, CompletionSource } from '../completion.ts';
import { type PeriodUnit, recentPeriods } from '../recent-periods.ts';

/** So many of each are near enough to be asked for. */
const RECENT: readonly (readonly [PeriodUnit, number])[] = [
  ['month', 13],
  ['quarter', 8],
  ['week', 14],
  ['year', 5],
];

/** The names from today, then the months, quarters, weeks and years of late. */
export const periods = (context: CompletionContext): readonly string[] => [
  ...relativePeriods,
  ...RECENT.flatMap(([unit, count]) => recent(unit, count, context)),
];

/** Weeks alone. */
export const weeks: CompletionSource = (context) => ['last_week', 'this_week', ...recent('week', 53, context)];

/** Months alone. */
export const months: CompletionSource = (context) => ['last_month', 'this_month', ...recent('month', 36, context)];

/** What a period can be compared with. */
export const comparedPeriods: CompletionSource = (context) => [...referencePeriods, ...periods(context)];

/** The zone that a person has chosen, or the default one. */
export function zoneOf({ given }: Pick<CompletionContext, 'given'>): string {
  const chosen = TimeZone.safeParse(given.tz);
  return chosen.success ? chosen.data : DEFAULT_TIME_ZONE;
}

function recent(unit: PeriodUnit, count: number, context: CompletionContext): string[] {
  return recentPeriods(unit, count, zoneOf(context), context.now);
}
