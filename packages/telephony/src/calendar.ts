import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/;
const ZONE_FORM = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;

/** A day of the Gregorian calendar, `YYYY-MM-DD`. It has no zone: a zone says when it starts and ends. */
export const CalendarDate = z
  .string()
  .regex(DATE_FORM, 'must have the form YYYY-MM-DD, for example 2026-03-01')
  .refine(isCalendarDate, 'is not a day of the calendar');
export type CalendarDate = z.infer<typeof CalendarDate>;

/** An IANA time zone name. Offsets such as `+01:00` are refused: they cannot follow daylight saving. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'is not an IANA time zone; use a name such as Europe/Paris, America/New_York or UTC')
  .describe('IANA time zone that days are counted in');
export type TimeZone = z.infer<typeof TimeZone>;

/** The zone of Voxolib's customers, used wherever the caller names none. */
export const DEFAULT_TIME_ZONE = 'Europe/Paris';

/** A text of the right form is a day when it comes back from being counted as it went. */
function isCalendarDate(text: string): boolean {
  const days = epochDay(text);
  return Number.isInteger(days) && fromEpochDay(days) === text;
}

const knownZones = new Set<string>();

function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  if (!ZONE_FORM.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  if (knownZones.size > 1000) knownZones.clear();
  knownZones.add(name);
  return true;
}

/** The calendar day that it is in `tz` at `now`. */
export function dateIn(tz: TimeZone, now: Date): CalendarDate {
  return zoned(tz, now).toPlainDate().toString();
}

/** The wall-clock time in `tz` at `now`, to the second and with its offset: `2026-03-01T14:05:09+01:00`. */
export function localTimeIn(tz: TimeZone, now: Date): string {
  return zoned(tz, now).toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

function zoned(tz: TimeZone, now: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(tz);
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. A date without a zone is a count of days, and so costs no more than one. */
export function epochDay(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

const datesByDay = new Map<number, CalendarDate>();
/** More than fifty years. */
const MOST_DATES = 20_000;

/** The date that is `days` after 1970-01-01. Reports ask for the same ones again and again, and the text is what costs. */
export function fromEpochDay(days: number): CalendarDate {
  const known = datesByDay.get(days);
  if (known !== undefined) return known;
  const date = new Date(days * DAY_MS).toISOString().slice(0, 10);
  if (datesByDay.size >= MOST_DATES) datesByDay.clear();
  datesByDay.set(days, date);
  return date;
}

/** `date` moved by `days`, which may be negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(epochDay(date) + days);
}

/** `date` moved by whole years; 29 February becomes the 28th where there is none. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ years }).toString();
}

/** How many days `start`…`end` has, both included. Zero or less when `end` lies before `start`. */
export function countDays(start: CalendarDate, end: CalendarDate): number {
  return epochDay(end) - epochDay(start) + 1;
}

/** Every day of `start`…`end`, both included, in order. */
export function eachDate(start: CalendarDate, end: CalendarDate): CalendarDate[] {
  const first = epochDay(start);
  return Array.from({ length: Math.max(0, countDays(start, end)) }, (_, days) => fromEpochDay(first + days));
}

/**
 * The instants between which `date` lies in `tz`, as epoch milliseconds: `start` included, `end` not.
 * The day has 23, 24 or 25 hours, or none at all where a zone skipped it.
 */
export function dayBounds(date: CalendarDate, tz: TimeZone): { start: number; end: number } {
  const day = Temporal.PlainDate.from(date);
  return {
    start: day.toZonedDateTime(tz).epochMilliseconds,
    end: day.add({ days: 1 }).toZonedDateTime(tz).epochMilliseconds,
  };
}
