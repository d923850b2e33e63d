import { z } from 'zod';
import {
  addDays,
  addYears,
  CalendarDate,
  countDays,
  DEFAULT_TIME_ZONE,
  dateIn,
  localTimeIn,
  TimeZone,
} from './calendar.ts';
import { TelephonyError } from './errors.ts';

/** Nothing that we serve is older. An earlier date is a slip, and would be answered with zeros. */
export const EARLIEST_DATE = '2000-01-01';

/** Inclusive days in a zone, as the caller gives them. */
export const Period = z.strictObject({
  start_date: CalendarDate.describe('First day, YYYY-MM-DD, inclusive'),
  end_date: CalendarDate.describe('Last day, YYYY-MM-DD, inclusive; not in the future'),
  tz: TimeZone.default(DEFAULT_TIME_ZONE),
});
export type Period = z.output<typeof Period>;

/** A period that has been checked, with what a reader needs to trust the figures of it. */
export const ResolvedPeriod = z.object({
  start_date: z.string(),
  end_date: z.string(),
  tz: z.string(),
  days: z.int().describe('Number of days, both ends included'),
  partial_until: z
    .string()
    .optional()
    .describe('Present when the period includes today, which is counted up to this time only'),
});
export type ResolvedPeriod = z.infer<typeof ResolvedPeriod>;

/** A resolved period with the name that it was asked for by. */
export const NamedPeriod = z.object({ name: z.string().optional(), ...ResolvedPeriod.shape });
export type NamedPeriod = z.infer<typeof NamedPeriod>;

export interface PeriodLimits {
  maxDays?: number;
  maxYears?: number;
  now: Date;
}

/**
 * Checks a period against the calendar and the clock.
 * @throws INVALID_INPUT when it is reversed, too long, older than EARLIEST_DATE or reaches beyond today in its zone.
 */
export function resolvePeriod(period: Period, limits: PeriodLimits): ResolvedPeriod {
  const { start_date, end_date, tz } = period;
  const today = dateIn(tz, limits.now);
  const days = countDays(start_date, end_date);
  if (start_date < EARLIEST_DATE) {
    throw refuse(
      'start_date',
      `start_date ${start_date} is before ${EARLIEST_DATE}, the earliest day that can be asked for.`,
    );
  }
  if (days < 1) {
    throw refuse('end_date', `end_date ${end_date} is before start_date ${start_date}. Swap them.`);
  }
  if (start_date > today) {
    throw refuse('start_date', `start_date ${start_date} is in the future: today is ${today} in ${tz}.`);
  }
  if (end_date > today) {
    throw refuse(
      'end_date',
      `end_date ${end_date} is in the future: today is ${today} in ${tz}. Use end_date ${today}.`,
    );
  }
  const latest = latestEnd(start_date, limits);
  if (latest !== undefined && end_date > latest) {
    const most = limits.maxYears === undefined ? `${limits.maxDays}` : `${limits.maxYears} years`;
    throw refuse(
      'end_date',
      `${start_date} to ${end_date} is ${days} days; at most ${most} are allowed. ` +
        `Use an end_date up to ${latest}, or several calls.`,
    );
  }
  const resolved = { start_date, end_date, tz, days };
  return end_date === today ? { ...resolved, partial_until: localTimeIn(tz, limits.now) } : resolved;
}

function latestEnd(start: string, { maxDays, maxYears }: PeriodLimits): string | undefined {
  if (maxYears !== undefined) return addDays(addYears(start, maxYears), -1);
  return maxDays === undefined ? undefined : addDays(start, maxDays - 1);
}

function refuse(field: string, message: string): TelephonyError {
  return new TelephonyError('INVALID_INPUT', message, { field });
}
