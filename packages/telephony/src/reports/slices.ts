import { addDays, type CalendarDate } from '../calendar.ts';
import { weekdayOf } from './grouping.ts';

export interface Slice {
  start_date: CalendarDate;
  end_date: CalendarDate;
}

/**
 * The days `start`…`end` in parts that a vendor accepts: in order, without gap or overlap, each at most `maxDays` long and,
 * where that allows it, ending with an ISO week. Whole weeks waste less of what a vendor allows than whole months do.
 */
export function slicesOf(start: CalendarDate, end: CalendarDate, maxDays: number): Slice[] {
  const slices: Slice[] = [];
  for (let first = start; first <= end; ) {
    const longest = addDays(first, maxDays - 1);
    const last = longest >= end ? end : lastSunday(first, longest);
    slices.push({ start_date: first, end_date: last });
    first = addDays(last, 1);
  }
  return slices;
}

/** The last Sunday within first…last, or `last` when there is none. */
function lastSunday(first: CalendarDate, last: CalendarDate): CalendarDate {
  const sunday = addDays(last, -((weekdayOf(last) + 1) % 7));
  return sunday >= first ? sunday : last;
}
