import type { Row } from '../../state/account-state.ts';
import { StatusError } from '../../status-error.ts';
import { requireRoute } from '../routes.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const LISTS = {
  starthour: isHour,
  startminute: isMinute,
  endhour: isHour,
  endminute: isMinute,
  weekdaystart: isWeekday,
  weekdayend: isWeekday,
} as const;

/** @throws StatusError unless the six lists are as long as each other, each value can be, and both routes lead somewhere. */
export function checkTimeCondition(row: Row): void {
  requireRoute(row.routing_match ?? '', { none: false });
  requireRoute(row.routing_nomatch ?? '', { none: false });
  const windows = (row.starthour ?? '').split(';').length;
  for (const [name, isPossible] of Object.entries(LISTS)) {
    const values = (row[name] ?? '').split(';');
    if (!values.every(isPossible)) throw new StatusError(`invalid_${name}`);
    if (values.length !== windows) throw new StatusError('invalid_numbermembers');
  }
}

function isHour(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) < 24;
}

function isMinute(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) < 60;
}

function isWeekday(text: string): boolean {
  return WEEKDAYS.includes(text);
}
