import { eachDate } from '@voxolib/telephony';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { publicHolidays } from './holidays.ts';

async function namesIn(start: string, end: string, ...place: Parameters<typeof publicHolidays>) {
  const holidays = await publicHolidays(...place);
  return eachDate(start, end).flatMap((date) => {
    const name = holidays(date);
    return name === undefined ? [] : [`${date} ${name}`];
  });
}

describe('public holidays of France', () => {
  // As Service-Public lists them: fixed days, and those that follow Easter (5 April in 2026).
  test('are these eleven, and neither Whit Sunday nor Mothers’ Day', async () => {
    expect(await namesIn('2026-01-01', '2026-12-31')).toEqual([
      "2026-01-01 New Year's Day",
      '2026-04-06 Easter Monday',
      '2026-05-01 Labour Day',
      '2026-05-08 Victory Day',
      '2026-05-14 Ascension Day',
      '2026-05-25 Whit Monday',
      '2026-07-14 Bastille Day',
      '2026-08-15 Assumption',
      "2026-11-01 All Saints' Day",
      '2026-11-11 Armistice Day',
      '2026-12-25 Christmas Day',
    ]);
  });

  test('have French names, and both where two fall on one day', async () => {
    expect(await namesIn('2008-05-01', '2008-05-08', 'FR', 'fr')).toEqual([
      '2008-05-01 Fête du travail / Ascension',
      '2008-05-08 Fête de la Victoire 1945',
    ]);
  });

  test('are more in the Moselle', async () => {
    const moselle = await namesIn('2026-01-01', '2026-12-31', 'fr-57');
    expect(moselle).toContain('2026-04-03 Good Friday');
    expect(moselle).toHaveLength(13);
  });
});

test('a holiday of several days is each of them, and half a day is none', async () => {
  expect(await namesIn('2026-05-26', '2026-05-30', 'AE')).toEqual([
    '2026-05-27 Feast of the Sacrifice (Eid al-Adha)',
    '2026-05-28 Feast of the Sacrifice (Eid al-Adha)',
    '2026-05-29 Feast of the Sacrifice (Eid al-Adha)',
  ]);
  expect(await namesIn('2026-03-08', '2026-03-08', 'CN')).toEqual([]);
});

test('a day that a clock change shortens is a whole one', async () => {
  // Easter Sunday, on which clocks went forward.
  expect(await namesIn('2024-03-31', '2024-04-01', 'DE-BB')).toEqual([
    '2024-03-31 Easter Sunday',
    '2024-04-01 Easter Monday',
  ]);
});

describe('dates do not depend on the zone of the machine', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each([
    ['Pacific/Kiritimati', -840, 'IL', '2025-10-02 Day of Atonement (Yom Kippur)'],
    ['Pacific/Pago_Pago', 660, 'IR', '2025-07-05 Ashoura'],
    ['Pacific/Pago_Pago', 660, 'BE', '2025-12-25 Christmas Day'],
  ])('%s', async (zone, offset, place, holiday) => {
    vi.stubEnv('TZ', zone);
    expect(new Date(2025, 6, 1).getTimezoneOffset()).toBe(offset);
    expect(await namesIn('2025-01-01', '2025-12-31', place)).toContain(holiday);
  });
});

test.each([
  ['XX', 'FR, GA, GB'],
  ['FR-99', 'FR, FR-57, FR-67'],
  ['toString', 'FR, GA'],
  ['__proto__', 'FR, GA'],
  ['', 'FR, GA'],
])('%s is refused, with the places there are', async (place, words) => {
  const refused = publicHolidays(place);
  await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(words) });
});
