import { addDays, type CalendarDate } from '../calendar.ts';

export interface Slice {
  start_date: CalendarDate;
  end_date: CalendarDate;
}

/**
 * The days `start`…`end` in parts that a vendor accepts: in order, without gap or overlap, each at most `maxDays` long and,
 * where that allows it, ending with a month.
 */
export function slicesOf(start: CalendarDate, end: CalendarDate, maxDays: number): Slice[] {
  const slices: Slice[] = [];
  for (let first = start; first <= end; ) {
    const longest = addDays(first, maxDays - 1);
    const last = longest >= end ? end : lastMonthEnd(first, longest);
    slices.push({ start_date: first, end_date: last });
    first = addDays(last, 1);
  }
  return slices;
}

/** The last day of a month within first…last, or `last` when there is none. */
function lastMonthEnd(first: CalendarDate, last: CalendarDate): CalendarDate {
  const endOfMonthBefore = addDays(`${last.slice(0, 8)}01`, -1);
  const next = addDays(last, 1);
  if (next.endsWith('-01')) return last;
  return endOfMonthBefore >= first ? endOfMonthBefore : last;
}
