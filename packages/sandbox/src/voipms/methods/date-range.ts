import { DAY_MS, dayOf } from '../eastern-time.ts';
import type { Parameters } from '../parameters.ts';
import { StatusError } from '../status-error.ts';

const LONGEST_DAYS = 92;

/** Days of a wall clock, both included, as the epoch ms at which they begin in UTC. */
export interface DateRange {
  first: number;
  last: number;
}

/** @throws `invalid_date`, `invalid_date_from` or `invalid_daterange`. */
export function readDateRange(parameters: Parameters): DateRange {
  const first = dayOf(parameters.get('date_from'));
  const last = dayOf(parameters.get('date_to'));
  if (first === undefined || last === undefined) throw new StatusError('invalid_date');
  if (first > last) throw new StatusError('invalid_date_from');
  if ((last - first) / DAY_MS > LONGEST_DAYS) throw new StatusError('invalid_daterange');
  return { first, last };
}

/** True when a time of the wall clock is on one of the days. */
export function isWithin({ first, last }: DateRange, wall: number): boolean {
  return wall >= first && wall < last + DAY_MS;
}
