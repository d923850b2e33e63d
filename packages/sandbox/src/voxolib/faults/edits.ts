import { Temporal } from 'temporal-polyfill';
import type { FaultKind } from '../../faults/fault.ts';
import { wholeNumber } from '../../faults/parameters.ts';
import { firstPage } from '../paging.ts';
import type { VoxolibReply } from '../wire.ts';
import { editFirst, editRows, type Row } from './loose-reply.ts';

const LONG_NAME = 'status_'.padEnd(10_000, 'x');

/** Replies that are odd in what they say. The first ones are within the contract. */
export const editFaults: readonly FaultKind<VoxolibReply>[] = [
  {
    name: 'strings',
    usage: 'strings',
    summary: 'every number as a string (within the contract)',
    make: () => ({ edit: numbersAsStrings }),
  },
  {
    name: 'no-totals',
    usage: 'no-totals',
    summary: 'totals left out (within the contract)',
    make: () => ({
      edit: (body) =>
        Array.isArray(body.data) ? editRows(body, (rows) => rows.map(withoutTotal)) : editFirst(body, withoutTotal),
    }),
  },
  {
    name: 'paging',
    usage: 'paging=<rows>',
    summary: 'so many rows a page, and a cursor in meta.next (within the contract)',
    make({ value }) {
      const rows = wholeNumber(value, { min: 1, max: 1_000 });
      return { edit: (body) => (Array.isArray(body.data) && !body.meta ? firstPage<unknown>(body.data, rows) : body) };
    },
  },
  {
    name: 'proto-status',
    usage: 'proto-status',
    summary: 'one more call a day, with the status __proto__ (within the contract)',
    make: () => ({ edit: (body) => editRows(body, (rows) => rows.map((row) => withStatus(row, '__proto__'))) }),
  },
  {
    name: 'long-status',
    usage: 'long-status',
    summary: 'one more call a day, with a status name of 10 KB (within the contract)',
    make: () => ({ edit: (body) => editRows(body, (rows) => rows.map((row) => withStatus(row, LONG_NAME))) }),
  },
  {
    name: 'out-of-order',
    usage: 'out-of-order',
    summary: 'the last day first',
    make: () => ({ edit: (body) => editRows(body, (rows) => rows.toReversed()) }),
  },
  {
    name: 'total-mismatch',
    usage: 'total-mismatch',
    summary: 'the first total is one more than its parts',
    make: () => ({ edit: (body) => editFirst(body, (row) => oneMore(row, 'total')) }),
  },
  {
    name: 'duplicate-day',
    usage: 'duplicate-day',
    summary: 'the first day twice, with the same figures',
    make: () => ({ edit: (body) => editRows(body, (rows) => [...rows.slice(0, 1), ...rows]) }),
  },
  {
    name: 'conflicting-day',
    usage: 'conflicting-day',
    summary: 'the first day twice, with different figures',
    make: () => ({ edit: (body) => editRows(body, (rows) => [...rows.slice(0, 1).map(differentFigures), ...rows]) }),
  },
  {
    name: 'extra-day',
    usage: 'extra-day',
    summary: 'also the day before the period',
    make: () => ({ edit: (body, startDate) => editRows(body, (rows) => [...dayBefore(rows, startDate), ...rows]) }),
  },
];

function numbersAsStrings(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'number' ? String(part) : part));
}

function withoutTotal({ total, ...row }: Row): Row {
  return row;
}

function withStatus(row: Row, status: string): Row {
  if (typeof row.status_breakdown !== 'object') return row;
  const counts = Object.entries(row.status_breakdown ?? {});
  // As an own property also where the name is `__proto__`.
  return { ...oneMore(row, 'total'), status_breakdown: Object.fromEntries([...counts, [status, 1]]) };
}

function differentFigures(row: Row): Row {
  return 'status_breakdown' in row ? withStatus(row, 'answered_again') : oneMore(row, 'fixed');
}

function oneMore(row: Row, field: string): Row {
  return field in row ? { ...row, [field]: Number(row[field]) + 1 } : row;
}

function dayBefore(rows: readonly Row[], startDate: string | undefined): Row[] {
  if (startDate === undefined) return [];
  const date = Temporal.PlainDate.from(startDate).subtract({ days: 1 }).toString();
  return rows.slice(0, 1).map((row) => ({ ...row, date }));
}
