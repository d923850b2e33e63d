import type { CalendarDate } from '../calendar.ts';

export interface Run {
  start_date: CalendarDate;
  end_date: CalendarDate;
}

/** More requests than this take longer than asking again for some days that are known. */
const MOST_RUNS = 4;

/** The parts of `dates`, which follow each other, that `isKnown` does not hold for: a few runs, or one over all of them. */
export function missingRuns(dates: readonly CalendarDate[], isKnown: (date: CalendarDate) => boolean): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const date of dates) {
    if (isKnown(date)) {
      open = undefined;
    } else if (open === undefined) {
      open = { start_date: date, end_date: date };
      runs.push(open);
    } else {
      open.end_date = date;
    }
  }
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined || runs.length <= MOST_RUNS) return runs;
  return [{ start_date: first.start_date, end_date: last.end_date }];
}
