import { Temporal } from 'temporal-polyfill';
import type { Grouping, StatusFamily } from '../src/reports/index.ts';

/** One call. The reference counts these one by one, and shares no code with what it is held against. */
export interface OneCall {
  product: string;
  date: string;
  status: string | undefined;
}

/** Statuses as vendors write them, and the families that they must be counted in. */
export const familyOfStatus: Readonly<Record<string, StatusFamily>> = Object.assign(Object.create(null), {
  answered: 'answered',
  'No Answer': 'missed',
  VOICEMAIL: 'missed',
  busy: 'busy',
  'call-failed': 'other',
  rejected: 'failed',
  callback_scheduled: 'other',
  ['__proto__']: 'other',
  constructor: 'other',
  toString: 'other',
  '(none)': 'other',
  Monday: 'other',
});

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const labels = new Map<string, string>();

/** The group of a call, by Temporal. */
export function labelByHand(call: OneCall, by: Grouping): string {
  if (by === 'product') return call.product;
  if (by === 'status') return call.status ?? '(none)';
  if (by === 'family') return call.status === undefined ? 'other' : (familyOfStatus[call.status] ?? 'unexpected');
  const key = `${by} ${call.date}`;
  const known = labels.get(key);
  if (known !== undefined) return known;
  const label = timeLabel(Temporal.PlainDate.from(call.date), by);
  labels.set(key, label);
  return label;
}

function timeLabel(date: Temporal.PlainDate, by: Exclude<Grouping, 'product' | 'status' | 'family'>): string {
  const two = (value: number | undefined) => String(value).padStart(2, '0');
  switch (by) {
    case 'day':
      return date.toString();
    case 'week':
      return `${date.yearOfWeek}-W${two(date.weekOfYear)}`;
    case 'month':
      return date.toPlainYearMonth().toString();
    case 'quarter':
      return `${date.year}-Q${[1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][date.month - 1]}`;
    case 'year':
      return String(date.year);
    case 'weekday':
      return weekdayNames[date.dayOfWeek - 1] ?? 'unexpected';
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date on the wall at an instant, by Intl. */
export function dateByHand(tz: string, at: number): string {
  const format =
    formats.get(tz) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: tz, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(tz, format);
  return format.format(at);
}
