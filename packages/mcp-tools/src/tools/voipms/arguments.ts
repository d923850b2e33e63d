import { addDays, CalendarDate, dateIn, type ResolvedPeriod, TelephonyError, TimeZone } from '@voxolib/telephony';
import { z } from 'zod';
import { checked } from '../reports/period-input.ts';

/** The vendor's own clock. */
const VENDOR_ZONE = 'America/Toronto';

/** Fifteen digits are the most that a number has anywhere. */
const isPhoneNumber = (text: string) =>
  /^(\+?[\d ()./-]+|sip:\d{1,15})$/.test(text) && /^\d{3,15}$/.test(text.replaceAll(/\D/g, ''));

export const PhoneNumber = z
  .string()
  .max(40)
  .refine(isPhoneNumber, 'is not a phone number; write it as +14165550117 or 416-555-0117')
  .describe('In any notation');

const isOneLine = (text: string) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);

/** Words that go to the vendor, of at most so many characters. */
export const Words = (most: number) =>
  z.string().min(1).max(most).refine(isOneLine, 'has a line break or a control character in it');

export const Id = z.string().max(20).regex(/^\d+$/, 'is not an id, which has digits only');

/** What the vendor calls a line: the number of the account, alone or with a name after it, or all. */
export const AccountName = z
  .string()
  .max(80)
  .refine((text) => /^[\w.@-]+$/.test(text), 'is not a value from voipms_get_call_accounts');

export const RecordingId = z
  .string()
  .max(300)
  .refine((text) => /^[\w+/=.-]+$/.test(text), 'is not an id from voipms_get_call_recordings');

export const Direction = z.enum(['inbound', 'outbound']).optional().describe('Both unless given');

/** How callers name the days of single calls: the last ones, or from one date to another. */
export const recentDays = {
  days: z.int().min(1).max(366).optional().describe('The last so many days, today included; 7 unless given'),
  start_date: CalendarDate.optional().describe('Instead of days: first day, YYYY-MM-DD'),
  end_date: CalendarDate.optional().describe('Last day; today unless given'),
  tz: TimeZone.default(VENDOR_ZONE),
};

interface DaysChoice {
  days?: number | undefined;
  start_date?: string | undefined;
  end_date?: string | undefined;
  tz: string;
}

/** @throws INVALID_INPUT when it is named in two ways, or is no period. */
export function readDays({ days, start_date, end_date, tz }: DaysChoice, now: Date, unlessGiven = 7): ResolvedPeriod {
  if (days !== undefined && start_date !== undefined) {
    throw new TelephonyError('INVALID_INPUT', 'Give either days, or start_date and end_date, not both.', {
      field: 'days',
    });
  }
  const end = end_date ?? dateIn(tz, now);
  return checked({ start_date: start_date ?? addDays(end, 1 - (days ?? unlessGiven)), end_date: end }, tz, now);
}

/** What an answer says of its days; a model sees the fields when it has them. */
export const Days = z.looseObject({ start_date: z.string(), end_date: z.string(), tz: z.string() });

/** Dates of a period as a provider takes them. */
export function datesOf({ start_date, end_date, tz }: ResolvedPeriod) {
  return { start_date, end_date, tz };
}
