import { type CalendarDate, dateIn, type TimeZone } from '../calendar.ts';
import type { CallDay } from '../call-report.ts';
import type { CountedWarning } from '../counted-warning.ts';
import type { MinutesDay } from '../minutes-report.ts';
import type { ResolvedPeriod } from '../period.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** A day that is over. Two days, so that what was read yesterday still serves today. */
const KEEP_OVER = 48 * HOUR;
/** A day that was read within an hour of its end: calls of the last minutes may still be entered. */
const KEEP_JUST_OVER = HOUR;
const KEEP_TODAY = 15 * SECOND;

/** What a day of each operation holds. */
export interface DayOf {
  calls: CallDay;
  minutes: MinutesDay;
}

/** A day as the vendor gave it, and how long it may be given again. */
export interface KeptDay<Day> {
  day: Day;
  as_of: string;
  /** Whether the day was over when the vendor was asked. One that was not is never given as one that is. */
  over: boolean;
  /** The time up to which a day that was not over is counted. */
  partial_until?: string | undefined;
  /** The day's parts of warnings that are counted by day. */
  counted?: readonly CountedWarning[] | undefined;
  /** Epoch milliseconds from which on the vendor is asked again. */
  until: number;
}

/** The days of a report that was asked for at `asked`, with the zone's clock of then. The days become immutable: callers share them. */
export function keptDays<Day extends { date: CalendarDate }>(
  report: {
    days: readonly Day[];
    period: ResolvedPeriod;
    as_of: string;
    counted?: readonly CountedWarning[] | undefined;
  },
  tz: TimeZone,
  asked: Date,
): KeptDay<Day>[] {
  const { as_of, period } = report;
  const now = asked.getTime();
  const today = dateIn(tz, asked);
  const anHourAgo = dateIn(tz, new Date(now - HOUR));
  return report.days.map((day) => {
    freeze(day);
    const { date } = day;
    const counted = partsOf(date, report.counted);
    const partial_until = date === period.end_date ? period.partial_until : undefined;
    if (date >= today || partial_until !== undefined) {
      return { day, as_of, over: false, partial_until, counted, until: now + KEEP_TODAY };
    }
    return { day, as_of, over: true, counted, until: now + (date < anHourAgo ? KEEP_OVER : KEEP_JUST_OVER) };
  });
}

function partsOf(date: CalendarDate, warnings: readonly CountedWarning[] = []): CountedWarning[] | undefined {
  const parts = warnings.flatMap(({ words, days }): CountedWarning[] => {
    const count = days[date] ?? 0;
    return count === 0 ? [] : [{ words, days: { [date]: count } }];
  });
  return parts.length === 0 ? undefined : parts;
}

function freeze(value: object): void {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freeze(part);
  Object.freeze(value);
}
