import type { CallFilters } from '@voxolib/access';
import { addDays, countDays, DEFAULT_TIME_ZONE, dateIn, dayBounds, type TimeZone } from '@voxolib/telephony';
import { field } from '../query-field.ts';
import { type CallField, fieldProblem, isStatus } from './call-field.ts';

export type CallProblem =
  | 'twice'
  | 'future'
  | 'order'
  | 'tooLong'
  | 'cursor'
  | NonNullable<ReturnType<typeof fieldProblem>>;

/** What somebody asks of the record of calls, by an address or by the form that makes it. */
export interface CallQuery {
  /** What stands in the form: what was typed, or what counts where nothing was. */
  readonly values: Readonly<Record<CallField, string>>;
  readonly problems: Readonly<Partial<Record<CallField | 'cursor', CallProblem>>>;
  /** Undefined while there is a problem. */
  readonly asked: AskedCalls | undefined;
}

export interface AskedCalls {
  readonly filters: CallFilters;
  /** The days of the filters, both included. */
  readonly start_date: string;
  readonly end_date: string;
  readonly tz: TimeZone;
  readonly cursor: string | undefined;
}

export interface CallQueryOptions {
  /** Whose calls are shown, whatever the query says. Without one, the query may ask for anybody's. */
  readonly subject?: string | undefined;
  readonly now?: Date;
}

const MAX_DAYS = 366;
const USUAL_DAYS = 30;

/** Reads the query of an address. What is missing or empty is not asked; what does not fit is named, field by field. */
export function readCallQuery(query: unknown, { subject, now = new Date() }: CallQueryOptions = {}): CallQuery {
  const problems: Partial<Record<CallField | 'cursor', CallProblem>> = {};
  const read = (name: CallField): string => {
    const text = field(query, name);
    const problem = text === undefined ? 'twice' : text === '' ? undefined : fieldProblem(name, text);
    if (problem !== undefined) problems[name] = problem;
    return text ?? '';
  };

  const tz = read('tz') || DEFAULT_TIME_ZONE;
  const today = dateIn(problems.tz === undefined ? tz : DEFAULT_TIME_ZONE, now);
  const to = read('to') || today;
  const from = read('from') || (problems.to === undefined ? addDays(to, 1 - USUAL_DAYS) : '');
  if (problems.from === undefined && problems.to === undefined) {
    if (from > today) problems.from = 'future';
    else if (from > to) problems.to = 'order';
    else if (countDays(from, to) > MAX_DAYS) problems.from = 'tooLong';
  }
  const tool = read('tool');
  const status = read('status');
  const client = read('client');
  const token = read('token');
  const user = subject === undefined ? read('user') : '';
  const cursor = field(query, 'cursor');
  if (cursor === undefined) problems.cursor = 'twice';

  const values = { from, to, tz, tool, status, client, token, user };
  if (Object.keys(problems).length > 0) return { values, problems, asked: undefined };
  const filters: CallFilters = {
    from: dayBounds(from, tz).start,
    to: dayBounds(to, tz).end,
    subject: subject ?? (user || undefined),
    tokenId: token || undefined,
    tool: tool || undefined,
    status: isStatus(status) ? status : undefined,
    client: client || undefined,
  };
  return { values, problems, asked: { filters, start_date: from, end_date: to, tz, cursor: cursor || undefined } };
}

/** The query of an address that asks the same, with something else beside it, such as the place in the list. */
export function searchOf({ values }: CallQuery, more: Readonly<Record<string, string>>): string {
  const given = Object.entries({ ...values, ...more }).filter(([, text]) => text !== '');
  return `?${new URLSearchParams(given)}`;
}
