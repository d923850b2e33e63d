import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';

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

/** The moments of the 24 hours of a UTC day, which is numbered from 1970. */
export type Moments = (utcDay: number) => readonly Moment[];

/** The moments of a zone whose hours begin with hours in UTC. */
export function createMoments(zone: string, isHoliday: (date: string, year: number) => boolean): Moments {
  const days = new LRUCache<number, readonly Moment[]>({ max: 1_200 });
  const momentAt = (at: number): Moment => {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    const date = local.toPlainDate().toString();
    return {
      date,
      hour: local.hour,
      month: local.month,
      weekday: local.dayOfWeek,
      holiday: isHoliday(date, local.year),
      year: local.year + (local.dayOfYear - 1) / local.daysInYear,
    };
  };
  return (utcDay) => {
    let moments = days.get(utcDay);
    if (moments === undefined) {
      moments = Array.from({ length: HOURS_A_DAY }, (_, hour) => momentAt((utcDay * HOURS_A_DAY + hour) * HOUR_MS));
      days.set(utcDay, moments);
    }
    return moments;
  };
}
