import { countDays, eachDate } from '../calendar.ts';
import type { NamedPeriod } from '../period.ts';
import type { PeriodFigures } from './compare.ts';
import { groupOf } from './grouping.ts';

/** What makes two periods hard to compare, in words. */
export function notesOf(base: PeriodFigures, other: PeriodFigures): string[] {
  const notes: string[] = [];
  const [a, b] = [base.period, other.period];
  if (a.days !== b.days) {
    notes.push(`The periods have ${a.days} and ${b.days} days: compare the means per day rather than the totals.`);
  } else if (weekendDays(a) !== weekendDays(b)) {
    notes.push(
      a.days === 1
        ? 'One of the two days is a Saturday or a Sunday, the other is not.'
        : `Of ${a.days} days, ${weekendDays(a)} and ${weekendDays(b)} are Saturdays and Sundays.`,
    );
  }
  if (a.start_date <= b.end_date && b.start_date <= a.end_date) {
    const first = a.start_date > b.start_date ? a.start_date : b.start_date;
    const last = a.end_date < b.end_date ? a.end_date : b.end_date;
    const days = countDays(first, last);
    notes.push(
      days === 1
        ? `The periods overlap in one day, ${first}, which counts in both.`
        : `The periods overlap in ${days} days, ${first} to ${last}, which count in both.`,
    );
  }
  for (const [name, period] of [['base', a] as const, ['other', b] as const]) {
    if (period.partial_until !== undefined) {
      notes.push(`The last day of ${name} is today, counted until ${period.partial_until}; it is not a whole day.`);
    }
  }
  if (base.missing.length > 0 || other.missing.length > 0) {
    notes.push(
      'Days are missing (see missing): no figure includes them, so the totals are not comparable as they stand.',
    );
  }
  return notes;
}

function weekendDays({ start_date, end_date }: NamedPeriod): number {
  return eachDate(start_date, end_date).filter((date) => /^S/.test(groupOf(date, 'weekday'))).length;
}
