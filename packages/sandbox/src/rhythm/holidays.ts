import Holidays from 'date-holidays';

/** Tells whether a date, with its year, is a public holiday in a country, or in one of its states. */
export function publicHolidays(country: string, state?: string): (date: string, year: number) => boolean {
  let calendar: Holidays | undefined;
  const byYear = new Map<number, ReadonlySet<string>>();
  return (date, year) => {
    let dates = byYear.get(year);
    if (dates === undefined) {
      // Made when it is first needed: that takes longer than all else that a sandbox does when it starts.
      calendar ??= state === undefined ? new Holidays(country) : new Holidays(country, state);
      const holidays = calendar.getHolidays(year).filter((holiday) => holiday.type === 'public');
      dates = new Set(holidays.map((holiday) => holiday.date.slice(0, date.length)));
      byYear.set(year, dates);
    }
    return dates.has(date);
  };
}
