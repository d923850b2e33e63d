import type { Language } from './language.ts';

export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

/** How numbers, days and moments are written in a language. */
export function figures(language: Language) {
  const locale = localeOf(language);
  const numbers = new Intl.NumberFormat(locale);
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    number: (value: number) => numbers.format(value),
    /** A calendar day, given as `YYYY-MM-DD`. */
    date: (day: string) => days.format(new Date(day)),
    /** A calendar month, given as `YYYY-MM`. */
    month: (month: string) => months.format(new Date(month)),
    /** An amount given as decimal text, with the digits that it has: prices of calls are fractions of a cent. */
    money: (amount: string, currency: string) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 6 }).format(Number(amount)),
    /** Moments of a time zone, given in milliseconds since 1970. */
    momentsIn(timeZone: string): (time: number) => string {
      const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
      return (time) => moments.format(time);
    },
  };
}
