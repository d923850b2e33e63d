import {
  CalendarDate,
  type DateRange,
  DEFAULT_TIME_ZONE,
  type NamedPeriod,
  namedPeriod,
  PERIOD_FORMS,
  resolvePeriod,
  TelephonyError,
  TimeZone,
} from '@voxolib/telephony';
import { z } from 'zod';

/** The longest period of a report. */
export const MAX_YEARS = 5;

/** How callers name a period: by name, or by its first and last day. */
export const periodInput = {
  period: z
    .string()
    .max(40)
    .optional()
    .describe(
      `Period by name: ${PERIOD_FORMS}. this_… ends today; last_7_days and last_30_days end yesterday. Up to ${MAX_YEARS} years`,
    ),
  start_date: CalendarDate.optional().describe('Instead of period: first day, YYYY-MM-DD, inclusive'),
  end_date: CalendarDate.optional().describe('Instead of period: last day, inclusive, not in the future'),
  tz: TimeZone.default(DEFAULT_TIME_ZONE),
};

export interface PeriodChoice {
  period?: string | undefined;
  start_date?: string | undefined;
  end_date?: string | undefined;
  tz: string;
}

/**
 * The period that a caller means.
 * @throws INVALID_INPUT when it is named in two ways or in none, or is not one.
 */
export function readPeriod(choice: PeriodChoice, now: Date): { period: NamedPeriod; range: DateRange } {
  const { period: name, start_date, end_date, tz } = choice;
  if (name !== undefined) {
    if (start_date !== undefined || end_date !== undefined) {
      throw refuse('period', 'Give either period, or start_date and end_date, not both.');
    }
    const range = namedPeriod(name, tz, now);
    return { range, period: { name, ...checked(range, tz, now) } };
  }
  if (start_date === undefined || end_date === undefined) {
    const field =
      start_date === undefined && end_date === undefined
        ? 'period'
        : start_date === undefined
          ? 'start_date'
          : 'end_date';
    throw refuse(field, `${field} is missing. Give period (${PERIOD_FORMS}), or both start_date and end_date.`);
  }
  const range = { start_date, end_date };
  return { range, period: checked(range, tz, now) };
}

/** @throws INVALID_INPUT as `resolvePeriod` does. */
export function checked(range: DateRange, tz: string, now: Date) {
  return resolvePeriod({ start_date: range.start_date, end_date: range.end_date, tz }, { maxYears: MAX_YEARS, now });
}

function refuse(field: string, message: string): TelephonyError {
  return new TelephonyError('INVALID_INPUT', message, { field });
}
