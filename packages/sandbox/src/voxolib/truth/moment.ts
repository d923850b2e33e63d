import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';
import { isFrenchHoliday } from './holidays.ts';

/** What an hour is on the wall clock and in the calendar of the customers. */
export interface Moment {
  date: string;
  hour: number;
  month: number;
  /** 1 is Monday. */
  weekday: number;
  holiday: boolean;
  /** The year with the part of it that has passed, such as 2026.25. */
  year: number;
}

const HOUR_MS = 3_600_000;
const HOURS_A_DAY = 24;
const ZONE = 'Europe/Paris';

const days = new LRUCache<number, readonly Moment[]>({ max: 1_200 });

/** The moments of the 24 hours of a UTC day, which is numbered from 1970. Hours in Paris begin with hours in UTC. */
export function momentsOf(utcDay: number): readonly Moment[] {
  let moments = days.get(utcDay);
  if (moments === undefined) {
    moments = Array.from({ length: HOURS_A_DAY }, (_, hour) => momentAt((utcDay * HOURS_A_DAY + hour) * HOUR_MS));
    days.set(utcDay, moments);
  }
  return moments;
}

function momentAt(at: number): Moment {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
  const date = local.toPlainDate().toString();
  return {
    date,
    hour: local.hour,
    month: local.month,
    weekday: local.dayOfWeek,
    holiday: isFrenchHoliday(date, local.year),
    year: local.year + (local.dayOfYear - 1) / local.daysInYear,
  };
}
