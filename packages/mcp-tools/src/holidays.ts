import { TelephonyError } from '@voxolib/telephony';
import type Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';

/** The name of the public holiday that a date is. */
export type HolidayNames = (date: string) => string | undefined;

export const holidayLanguages = ['en', 'fr'] as const;
export type HolidayLanguage = (typeof holidayLanguages)[number];

const DAY_MS = 86_400_000;

const calendars = new Map<string, HolidayNames>();

/**
 * The public holidays of a place: a country (`FR`), or a part of it that has holidays of its own (`FR-57`, `CA-QC`).
 * The library behind it is large, and is loaded by the first call.
 * @throws INVALID_INPUT for a place that it does not know, with those that it does.
 */
export async function publicHolidays(place = 'FR', language: HolidayLanguage = 'en'): Promise<HolidayNames> {
  const key = `${place.toUpperCase()} ${language}`;
  const known = calendars.get(key);
  if (known !== undefined) return known;
  const { default: Calendar } = await import('date-holidays');
  const [country = '', state] = place.toUpperCase().split('-', 2);
  const options: HolidaysTypes.Options = { types: ['public'], languages: [language, 'en'] };
  const world = new Calendar();
  if (!Object.hasOwn(world.getCountries(), country)) throw unknownPlace(place, Object.keys(world.getCountries()));
  const states = world.getStates(country) ?? {};
  if (state !== undefined && !Object.hasOwn(states, state)) {
    const parts = Object.keys(states).map((name) => `${country}-${name}`);
    throw unknownPlace(place, [country, ...parts]);
  }
  const names = namesOf(state === undefined ? new Calendar(country, options) : new Calendar(country, state, options));
  calendars.set(key, names);
  return names;
}

/** Names by calendar date. The library's instants depend on zones; the date that it writes does not. */
function namesOf(calendar: Holidays): HolidayNames {
  const years = new Map<string, Map<string, string>>();
  return (date) => {
    const year = date.slice(0, 4);
    let names = years.get(year);
    if (names === undefined) {
      names = new Map();
      for (const holiday of calendar.getHolidays(Number(year))) {
        for (const day of datesOf(holiday)) names.set(day, [names.get(day), holiday.name].filter(Boolean).join(' / '));
      }
      years.set(year, names);
    }
    return names.get(date);
  };
}

/** Whole days only: a free afternoon is a working day. Days that a clock change shortens are whole. */
function datesOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  const days = Math.floor((end.getTime() - start.getTime()) / DAY_MS + 0.1);
  return Array.from({ length: days }, (_, day) => new Date(first + day * DAY_MS).toISOString().slice(0, 10));
}

function unknownPlace(place: string, places: readonly string[]): TelephonyError {
  return new TelephonyError(
    'INVALID_INPUT',
    `No holidays are known of ${JSON.stringify(place.slice(0, 20))}. They are known of ${places.join(', ')}.`,
    { field: 'holidays_of' },
  );
}
