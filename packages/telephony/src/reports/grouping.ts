import { type CalendarDate, epochDay, fromEpochDay } from '../calendar.ts';

/** Groups that follow from the date alone. */
export const timeGroups = ['day', 'week', 'month', 'quarter', 'year', 'weekday'] as const;
export type TimeGroup = (typeof timeGroups)[number];

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The group of a day, named as periods are: `2026-03-01`, `2026-W09`, `2026-03`, `2026-Q1`, `2026`, or a weekday. */
export function groupOf(date: CalendarDate, by: TimeGroup): string {
  switch (by) {
    case 'day':
      return date;
    case 'month':
      return date.slice(0, 7);
    case 'year':
      return date.slice(0, 4);
    case 'quarter':
      return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
    case 'week':
      return isoWeekOf(date);
    case 'weekday':
      return weekdays[weekdayOf(date)] ?? '';
  }
}

/** 0 for Monday to 6 for Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(date: CalendarDate): number {
  return (((epochDay(date) + 3) % 7) + 7) % 7;
}

/** A week belongs to the year that its Thursday lies in. */
function isoWeekOf(date: CalendarDate): string {
  const thursday = epochDay(date) - weekdayOf(date) + 3;
  const year = fromEpochDay(thursday).slice(0, 4);
  const week = Math.floor((thursday - epochDay(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Whether group `a` stands before `b` where nothing else orders them: in time, weekdays from Monday. */
export function compareGroups(a: string, b: string, by: string): number {
  if (by === 'weekday') return placeInWeek(a) - placeInWeek(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function placeInWeek(weekday: string): number {
  return (weekdays as readonly string[]).indexOf(weekday);
}
