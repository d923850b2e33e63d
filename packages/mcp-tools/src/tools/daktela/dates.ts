import { CalendarDate, dayBounds, instantAt, localTimeIn, namedPeriod, TelephonyError } from '@voxolib/telephony';
import type { TimeRange } from '@voxolib/telephony/contact-centre';

export interface DateChoice {
  date_from?: string | undefined;
  date_to?: string | undefined;
  period?: string | undefined;
  tz: string;
}

/** The stretch of time that an answer is about, by the caller's clock: `from` included, `until` not. */
interface ShownPeriod {
  name?: string;
  from?: string;
  until?: string;
  tz: string;
}

/** A stretch of time, for a provider and for a reader. */
export interface ChosenTime {
  range: TimeRange;
  shown: ShownPeriod;
}

/**
 * The stretch of time that a caller means; undefined when they give none. Days begin and end by the clock of the zone, and a last day
 * or second is included.
 * @throws INVALID_INPUT naming the argument, when it is named in two ways, ends before it begins, or is no time.
 */
export function readTime(choice: DateChoice, now: Date): ChosenTime | undefined {
  const { date_from, date_to, period: name, tz } = choice;
  if (name !== undefined) {
    if (date_from !== undefined || date_to !== undefined) {
      throw refuse('period', 'Give either period, or date_from and date_to, not both.');
    }
    const days = namedPeriod(name, tz, now);
    return between(dayBounds(days.start_date, tz).start, dayBounds(days.end_date, tz).end, tz, name);
  }
  if (date_from === undefined && date_to === undefined) return undefined;
  const from = date_from === undefined ? undefined : startOf(date_from, tz);
  const until = date_to === undefined ? undefined : endOf(date_to, tz);
  if (from !== undefined && until !== undefined && from >= until) {
    throw refuse('date_to', `date_to ${date_to} is before date_from ${date_from}. Swap them.`);
  }
  return between(from, until, tz);
}

function startOf(text: string, tz: string): number {
  const day = dayIn(text, 'date_from');
  return day === undefined ? instantAt(text, tz, 'earlier', 'date_from') : dayBounds(day, tz).start;
}

function endOf(text: string, tz: string): number {
  const day = dayIn(text, 'date_to');
  return day === undefined ? instantAt(text, tz, 'later', 'date_to') + 1000 : dayBounds(day, tz).end;
}

function dayIn(text: string, field: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const parsed = CalendarDate.safeParse(text);
  if (parsed.success) return parsed.data;
  throw refuse(field, `${field}: ${text} is not a day of the calendar.`);
}

function between(from: number | undefined, until: number | undefined, tz: string, name?: string): ChosenTime {
  const range: TimeRange = {};
  const shown: ShownPeriod = { ...(name !== undefined && { name }), tz };
  if (from !== undefined) {
    range.from = new Date(from).toISOString();
    shown.from = localTimeIn(tz, new Date(from));
  }
  if (until !== undefined) {
    range.until = new Date(until).toISOString();
    shown.until = localTimeIn(tz, new Date(until));
  }
  return { range, shown };
}

function refuse(field: string, message: string): TelephonyError {
  return new TelephonyError('INVALID_INPUT', message, { field });
}
