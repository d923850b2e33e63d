import { eachDate } from './calendar.ts';
import { TelephonyError } from './errors.ts';
import { aboutDays } from './odd-days.ts';
import type { ResolvedPeriod } from './period.ts';

/** One row for each day of the period, in order, and what was odd about the rows that came. */
export interface CompleteDays<Row> {
  days: Row[];
  warnings: string[];
}

/**
 * Brings a vendor's rows into the form of a report: every day once, in order, absent days made by `zero`.
 * A row outside the period is left out and named; a day given twice counts once when both rows agree.
 * @throws BAD_RESPONSE when a day comes twice with different figures.
 */
export function completeDays<Row extends { date: string }>(
  period: ResolvedPeriod,
  rows: readonly Row[],
  zero: (date: string) => Row,
): CompleteDays<Row> {
  const outside: Row[] = [];
  const twice: Row[] = [];
  const byDate = new Map<string, Row>();
  for (const row of rows) {
    if (row.date < period.start_date || row.date > period.end_date) {
      outside.push(row);
      continue;
    }
    const known = byDate.get(row.date);
    if (known === undefined) {
      byDate.set(row.date, row);
    } else if (sameFigures(known, row)) {
      twice.push(row);
    } else {
      throw new TelephonyError('BAD_RESPONSE', `The vendor sent ${row.date} twice with different figures.`, {
        detail: { date: row.date },
      });
    }
  }
  return {
    days: eachDate(period.start_date, period.end_date).map((date) => byDate.get(date) ?? zero(date)),
    warnings: [
      ...aboutDays(
        outside,
        ({ date }) => `The vendor also sent ${date}, which was not asked for; it is left out.`,
        (days) => `The vendor also sent ${days} that were not asked for; they are left out.`,
      ),
      ...aboutDays(
        twice,
        ({ date }) => `The vendor sent ${date} twice with the same figures; it is counted once.`,
        (days) => `The vendor sent ${days} twice with the same figures; they are counted once.`,
      ),
    ],
  };
}

function sameFigures(a: object, b: object): boolean {
  return canonical(a) === canonical(b);
}

/** JSON in which the order of the fields does not show. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`);
  return `{${fields.sort().join(',')}}`;
}
