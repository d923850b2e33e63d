import { Temporal } from 'temporal-polyfill';
import { publicHolidays } from '../rhythm/holidays.ts';
import { createMoments, type Moment } from '../rhythm/moment.ts';

const HOURS_A_DAY = 24;
export const HOUR_MS = 3_600_000;
export const DAY_MS = HOURS_A_DAY * HOUR_MS;

const moments = createMoments('America/Toronto', publicHolidays('CA', 'QC'));

/** The wall clock by which the API writes every time, in an hour counted from 1970 in UTC. */
export function easternMoment(hour: number): Moment | undefined {
  return moments(Math.floor(hour / HOURS_A_DAY))[((hour % HOURS_A_DAY) + HOURS_A_DAY) % HOURS_A_DAY];
}

/** The Eastern wall clock at an instant, as the epoch ms at which UTC shows the same. */
export function easternWall(at: number): number {
  const hour = Math.floor(at / HOUR_MS);
  const moment = easternMoment(hour);
  if (moment === undefined) return at;
  return Date.parse(moment.date) + moment.hour * HOUR_MS + (at - hour * HOUR_MS);
}

/** `YYYY-MM-DD hh:mm:ss` of a wall clock. */
export function wallText(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replace('T', ' ');
}

/** A day of the calendar as the epoch ms at which it begins in UTC, or undefined where it is none. */
export function dayOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text).toZonedDateTime('UTC').epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** Instants around the days of a wall clock that may be up to a day away from UTC. */
export function around(firstDay: number, lastDay: number): { from: number; to: number } {
  return { from: firstDay - 2 * DAY_MS, to: lastDay + 3 * DAY_MS };
}
