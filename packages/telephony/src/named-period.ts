import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, dateIn, type TimeZone } from './calendar.ts';
import { TelephonyError } from './errors.ts';

/** Whole calendar units. Weeks are ISO weeks: Monday to Sunday. */
export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Inclusive days. `unit` is there when they are one calendar unit, or one that is not over yet. */
export interface DateRange {
  start_date: CalendarDate;
  end_date: CalendarDate;
  unit?: CalendarUnit;
  /** A number of days up to today, which is no calendar unit even where it happens to cover one. */
  rolling?: true;
}

/** Periods that are named from today. `last_7_days` and `last_30_days` end yesterday, the last week, month, quarter and year with themselves; those called `this_…` end today. */
export const relativePeriods = [
  'today',
  'yesterday',
  'last_7_days',
  'last_30_days',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'this_year',
  'last_year',
] as const;
type RelativePeriod = (typeof relativePeriods)[number];

/** What a period can be called, for the one who has to choose. */
export const PERIOD_FORMS = `${relativePeriods.join(', ')}, 2026-W14, 2026-03, 2026-Q3, 2026, or two dates as 2026-01-15/2026-02-14`;

const INTERVAL = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/;
const CALENDAR = /^(?<year>\d{4})(?:-(?:W(?<week>\d{2})|Q(?<quarter>\d)|(?<month>\d{2})))?$/;

/**
 * The days that a name means at `now` in `tz`. A calendar unit that is not over yet ends today.
 * @throws INVALID_INPUT for a name that there is not, and for one that lies in the future.
 */
export function namedPeriod(name: string, tz: TimeZone, now: Date): DateRange {
  const today = Temporal.PlainDate.from(dateIn(tz, now));
  const interval = INTERVAL.exec(name);
  if (interval !== null) return { start_date: day(interval[1] ?? ''), end_date: day(interval[2] ?? '') };
  const range = isRelative(name) ? relative(name, today) : calendarUnit(name);
  if (range === undefined)
    throw refuse(`There is no period ${JSON.stringify(name.slice(0, 40))}. There are: ${PERIOD_FORMS}.`);
  const { start, unit } = range;
  if (Temporal.PlainDate.compare(start, today) > 0) {
    throw refuse(`The period ${name} is in the future: today is ${today} in ${tz}.`);
  }
  const end = Temporal.PlainDate.compare(range.end, today) > 0 ? today : range.end;
  return {
    start_date: start.toString(),
    end_date: end.toString(),
    ...(unit && { unit }),
    ...(range.rolling && { rolling: true }),
  };
}

interface Span {
  start: Temporal.PlainDate;
  end: Temporal.PlainDate;
  unit?: CalendarUnit;
  rolling?: true;
}

function isRelative(name: string): name is RelativePeriod {
  return (relativePeriods as readonly string[]).includes(name);
}

function relative(name: RelativePeriod, today: Temporal.PlainDate): Span {
  const yesterday = today.subtract({ days: 1 });
  switch (name) {
    case 'today':
      return unitOf('day', today);
    case 'yesterday':
      return unitOf('day', yesterday);
    case 'last_7_days':
      return { start: today.subtract({ days: 7 }), end: yesterday, rolling: true };
    case 'last_30_days':
      return { start: today.subtract({ days: 30 }), end: yesterday, rolling: true };
    default: {
      const [which, unit] = name.split('_') as ['this' | 'last', 'week' | 'month' | 'quarter' | 'year'];
      const current = unitOf(unit, today);
      return which === 'this' ? current : unitOf(unit, current.start.subtract({ days: 1 }));
    }
  }
}

function calendarUnit(name: string): Span | undefined {
  const parts = CALENDAR.exec(name)?.groups;
  if (parts === undefined) return undefined;
  const year = Number(parts.year);
  if (parts.week !== undefined) return isoWeek(year, Number(parts.week));
  if (parts.quarter !== undefined) {
    const quarter = Number(parts.quarter);
    if (quarter < 1 || quarter > 4) throw refuse(`${name} is not a quarter: they are Q1 to Q4.`);
    return unitOf('quarter', new Temporal.PlainDate(year, quarter * 3 - 2, 1));
  }
  if (parts.month === undefined) return unitOf('year', new Temporal.PlainDate(year, 1, 1));
  const month = Number(parts.month);
  if (month < 1 || month > 12) throw refuse(`${name} is not a month: they are 01 to 12.`);
  return unitOf('month', new Temporal.PlainDate(year, month, 1));
}

/** Week 1 is the one with 4 January in it. */
function isoWeek(year: number, week: number): Span {
  const first = unitOf('week', new Temporal.PlainDate(year, 1, 4)).start;
  const span = unitOf('week', first.add({ weeks: week - 1 }));
  if (week < 1 || span.start.yearOfWeek !== year) {
    const weeks = new Temporal.PlainDate(year, 12, 28).weekOfYear;
    throw refuse(`${year} has the ISO weeks W01 to W${weeks}.`);
  }
  return span;
}

/** The whole unit that `date` lies in. */
function unitOf(unit: CalendarUnit, date: Temporal.PlainDate): Span & { unit: CalendarUnit } {
  const start = startOf(unit, date);
  return { start, end: start.add(lengthOf[unit]).subtract({ days: 1 }), unit };
}

const lengthOf = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
} as const;

function startOf(unit: CalendarUnit, date: Temporal.PlainDate): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return date;
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 });
    case 'month':
      return date.with({ day: 1 });
    case 'quarter':
      return date.with({ month: Math.floor((date.month - 1) / 3) * 3 + 1, day: 1 });
    case 'year':
      return date.with({ month: 1, day: 1 });
  }
}

/** The calendar unit that these days are exactly, or begin and have not finished; dates alone cannot tell the latter. */
export function wholeUnit(range: DateRange): CalendarUnit | undefined {
  const date = Temporal.PlainDate.from(range.start_date);
  const units = ['day', 'week', 'month', 'quarter', 'year'] as const;
  return units.find((unit) => {
    const { start, end } = unitOf(unit, date);
    return start.toString() === range.start_date && end.toString() === range.end_date;
  });
}

/** The first and last day of the whole unit that begins or contains `date`, moved by `units`. */
export function unitAround(
  unit: CalendarUnit,
  date: CalendarDate,
  units = 0,
): { start_date: string; end_date: string } {
  const { start } = unitOf(unit, Temporal.PlainDate.from(date));
  const length = lengthOf[unit];
  const moved = unitOf(unit, units < 0 ? start.subtract(times(length, -units)) : start.add(times(length, units)));
  return { start_date: moved.start.toString(), end_date: moved.end.toString() };
}

function times(length: { days?: number; weeks?: number; months?: number; years?: number }, factor: number) {
  return Object.fromEntries(Object.entries(length).map(([unit, count]) => [unit, count * factor]));
}

function day(text: string): CalendarDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw refuse(`${text} is not a day of the calendar.`);
  }
}

function refuse(message: string): TelephonyError {
  return new TelephonyError('INVALID_INPUT', message, { field: 'period' });
}
