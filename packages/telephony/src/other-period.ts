import { Temporal } from 'temporal-polyfill';
import { addDays, countDays, type TimeZone } from './calendar.ts';
import { type CalendarUnit, type DateRange, namedPeriod, unitAround, wholeUnit } from './named-period.ts';

/** Periods that are named from another one. */
export const referencePeriods = ['previous', 'same_last_year', 'same_last_year_by_weekday'] as const;
type ReferencePeriod = (typeof referencePeriods)[number];

/**
 * The period to compare `base` with: a reference (see `referencePeriods`), or any name or interval of its own.
 *
 * - `previous`: the calendar unit before, as far as `base` has come in its own; otherwise as many days, just before.
 * - `same_last_year`: the same dates a year earlier; for a week, the week of the same number.
 * - `same_last_year_by_weekday`: 364 days earlier, so that every day meets its own weekday.
 *
 * @throws INVALID_INPUT for a name that there is not.
 */
export function otherPeriod(name: string, base: DateRange, tz: TimeZone, now: Date): DateRange {
  if (!isReference(name)) return namedPeriod(name, tz, now);
  switch (name) {
    case 'previous':
      return previous(base);
    case 'same_last_year':
      return lastYear(base);
    case 'same_last_year_by_weekday':
      return { start_date: addDays(base.start_date, -364), end_date: addDays(base.end_date, -364) };
  }
}

function isReference(name: string): name is ReferencePeriod {
  return (referencePeriods as readonly string[]).includes(name);
}

function previous(base: DateRange): DateRange {
  const unit = unitOfRange(base);
  if (unit === undefined) {
    const days = countDays(base.start_date, base.end_date);
    return { start_date: addDays(base.start_date, -days), end_date: addDays(base.start_date, -1) };
  }
  return asFarAs(base, unitAround(unit, base.start_date), unitAround(unit, base.start_date, -1));
}

function lastYear(base: DateRange): DateRange {
  const unit = unitOfRange(base);
  const start = Temporal.PlainDate.from(base.start_date);
  if (unit === 'week') {
    const week = unitAround('week', base.start_date);
    return asFarAs(base, week, sameWeekLastYear(start));
  }
  const moved = start.subtract({ years: 1 }).toString();
  if (unit !== undefined && base.end_date === unitAround(unit, base.start_date).end_date) {
    return unitAround(unit, moved);
  }
  return { start_date: moved, end_date: Temporal.PlainDate.from(base.end_date).subtract({ years: 1 }).toString() };
}

/** The week of the same number; the last one where that year has no week 53. */
function sameWeekLastYear(monday: Temporal.PlainDate): { start_date: string; end_date: string } {
  const lastYear = (monday.yearOfWeek ?? monday.year) - 1;
  const firstWeek = unitAround('week', new Temporal.PlainDate(lastYear, 1, 4).toString());
  const weeks = new Temporal.PlainDate(lastYear, 12, 28).weekOfYear ?? 52;
  const number = Math.min(monday.weekOfYear ?? 1, weeks);
  return unitAround('week', addDays(firstWeek.start_date, (number - 1) * 7));
}

/** `other`, as many days of it as `base` has of its own `unit`; all of it when `base` is complete. */
function asFarAs(base: DateRange, unit: DateRange, other: DateRange): DateRange {
  if (base.end_date === unit.end_date) return { start_date: other.start_date, end_date: other.end_date };
  const end = addDays(other.start_date, countDays(base.start_date, base.end_date) - 1);
  return { start_date: other.start_date, end_date: end < other.end_date ? end : other.end_date };
}

function unitOfRange(base: DateRange): CalendarUnit | undefined {
  return base.rolling ? undefined : (base.unit ?? wholeUnit(base));
}
