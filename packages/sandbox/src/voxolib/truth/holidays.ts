import Holidays from 'date-holidays';

const france = new Holidays('FR');
const byYear = new Map<number, ReadonlySet<string>>();

/** True on a public holiday in France. */
export function isFrenchHoliday(date: string, year: number): boolean {
  let dates = byYear.get(year);
  if (dates === undefined) {
    const holidays = france.getHolidays(year).filter((holiday) => holiday.type === 'public');
    dates = new Set(holidays.map((holiday) => holiday.date.slice(0, date.length)));
    byYear.set(year, dates);
  }
  return dates.has(date);
}
