import { Period, type ResolvedPeriod, resolvePeriod, TelephonyError } from '@voxolib/telephony';

/** Also a period that did not come through the schema is checked, day by day of the calendar. */
export function readPeriod(asked: Period, now: Date, maxDays?: number): ResolvedPeriod {
  const { start_date, end_date, tz } = asked;
  const { data, error } = Period.safeParse({ start_date, end_date, tz });
  if (data !== undefined) return resolvePeriod(data, maxDays === undefined ? { now } : { maxDays, now });
  const [issue] = error.issues;
  const field = issue?.path.join('.') || 'period';
  throw new TelephonyError('INVALID_INPUT', `${field} ${issue?.message ?? 'is wrong'}.`, { provider: 'voipms', field });
}
