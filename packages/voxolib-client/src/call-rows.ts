import type { CallDay } from '@voxolib/telephony';
import { dig } from '@voxolib/upstream';
import type { VoxolibContract } from './contract.ts';
import { kindOf, misfit, readCount } from './figures.ts';

type CallFields = VoxolibContract['operations']['wcb_calls']['fields'];

const LONGEST_STATUS = 200;
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/;

/** One day of calls. Statuses are an open set; a missing total is their sum. */
export function readCallDay(row: unknown, index: number, fields: CallFields): CallDay {
  const date = readDate(dig(row, fields.date), `row ${index + 1}, ${fields.date}`);
  const statuses = readStatuses(dig(row, fields.status_breakdown), `${date}, ${fields.status_breakdown}`);
  const total = dig(row, fields.total);
  if (total !== undefined && total !== null) {
    return {
      date,
      total: readCount(total, `${date}, ${fields.total}`),
      status_breakdown: Object.fromEntries(statuses ?? []),
    };
  }
  if (statuses === undefined) throw misfit(date, `has neither ${fields.total} nor ${fields.status_breakdown}`);
  const sum = statuses.reduce((calls, [, count]) => calls + count, 0);
  return {
    date,
    total: readCount(sum, `${date}, the sum of ${fields.status_breakdown}`),
    status_breakdown: Object.fromEntries(statuses),
  };
}

export function readDate(value: unknown, place: string): string {
  if (typeof value === 'string' && DATE_FORM.test(value) && isDay(value)) return value;
  throw misfit(place, `is ${kindOf(value)} where a day such as 2026-03-01 was expected`);
}

/** Every row of every report passes here; asking Temporal, as for what callers give, would cost more than all the rest. */
function isDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : LAST_DAYS[month - 1];
  return last !== undefined && day >= 1 && day <= last;
}

/** Entries and not an object: a status may have any name, also `__proto__`. */
export function readStatuses(value: unknown, place: string): [string, number][] | undefined {
  if (value === undefined || value === null) return undefined;
  // PHP writes an empty map as an empty list.
  if (Array.isArray(value) && value.length === 0) return [];
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw misfit(place, `is ${kindOf(value)} where counts by status were expected`);
  }
  return Object.entries(value).map(([status, count], index) => {
    if (status.length > LONGEST_STATUS) throw misfit(place, `has a status name of ${status.length} characters`);
    return [status, readCount(count, `${place}, status ${index + 1}`)];
  });
}
