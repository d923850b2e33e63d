import { Temporal } from 'temporal-polyfill';
import { localTimeIn, type TimeZone } from './calendar.ts';
import { TelephonyError } from './errors.ts';

const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant, in epoch milliseconds, that a clock on a wall in `tz` shows as `2026-03-01T14:05` (or with seconds). Where it shows that
 * twice, `twice` says which is meant. A time with an offset or Z is that instant, whatever the zone.
 * @throws INVALID_INPUT naming `field` when it is no time, or one that the clock leaps over.
 */
export function instantAt(text: string, tz: TimeZone, twice: 'earlier' | 'later', field: string): number {
  const refuse = (why: string) => new TelephonyError('INVALID_INPUT', `${field}: ${text} ${why}`, { field });
  try {
    if (WITH_OFFSET.test(text)) return Temporal.Instant.from(text).epochMilliseconds;
    if (!LOCAL.test(text)) throw refuse('must be a date or a time as 2026-03-01T14:05.');
    const wall = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    const { epochMilliseconds } = wall.toZonedDateTime(tz, { disambiguation: twice });
    if (wallOf(epochMilliseconds, tz).equals(wall)) return epochMilliseconds;
    const later = wall.toZonedDateTime(tz, { disambiguation: 'later' }).epochMilliseconds;
    throw refuse(`does not exist in ${tz}, whose clocks leap over it. Use ${localTimeIn(tz, new Date(later))}.`);
  } catch (error) {
    if (error instanceof TelephonyError) throw error;
    throw refuse('is not a time of the calendar.');
  }
}

function wallOf(instant: number, tz: TimeZone): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(tz).toPlainDateTime();
}
