import { isDeepStrictEqual } from 'node:util';
import { isTelephonyError, type OperationOptions, type Period } from '@voxolib/telephony';
import { callTypes, readTime } from '../calls/wire-call.ts';
import { voipmsContract } from '../contract.ts';
import { easternClock, easternDays, easternSlices } from '../eastern-days.ts';
import type { MethodParams } from '../params.ts';
import type { WireRow } from '../rows.ts';
import { readText } from '../scalars.ts';
import type { Session } from '../session.ts';

const ALL = voipmsContract.allLines.value;

/** A line and days of any zone. */
export interface LinePeriod {
  account: string;
  period: Period;
  direction?: keyof typeof callTypes | undefined;
}

/** A method that lists what happened on a line, and the field that says when. With a page, so many rows are asked for at once. */
interface LineMethod {
  method: string;
  time: string;
  page?: number;
}

/** Rows of the days that were asked for, each with its time, some at a time. The line is unknown where those of all lines came at once. */
export async function* readLine(
  session: Session,
  { account, period, direction }: LinePeriod,
  { method, time, page }: LineMethod,
  options: OperationOptions,
): AsyncGenerator<{ line: string | undefined; rows: { row: WireRow; at: Date }[]; receivedAt: Date }> {
  const days = easternDays(period);
  const clock = easternClock(days);
  const read = createLineReader(session, account, options);
  for (const { start_date, end_date } of easternSlices(period)) {
    const call_type = direction === undefined ? 'all' : callTypes[direction];
    const params = { date_from: start_date, date_to: end_date, call_type };
    for await (const { line, rows, receivedAt } of read(method, params, page)) {
      const timed = rows.map((row, index) => ({ row, at: readTime(clock, row, time, [method, index + 1]) }));
      // The vendor's days reach beyond the period's.
      const within = timed.filter(({ at }) => at.getTime() >= days.from && at.getTime() < days.until);
      yield { line, rows: within, receivedAt };
    }
  }
}

/** Rows of one line. The line is unknown where those of all lines came at once. */
interface LineRows {
  line: string | undefined;
  rows: WireRow[];
  receivedAt: Date;
}

type LineReader = (method: string, params: MethodParams, page?: number) => AsyncGenerator<LineRows>;

/**
 * Reads a method for a line, and for `all` line by line where VoIP.ms takes no `all`, which is found out once. With a page, so many
 * rows are asked for at once.
 */
function createLineReader(session: Session, account: string, options: OperationOptions): LineReader {
  let lines: string[] | undefined;

  async function* readLine(method: string, line: string, params: MethodParams, page?: number) {
    let first: WireRow | undefined;
    for (let start = 0; ; start += page ?? 0) {
      const paging = page === undefined ? {} : { start, length: page };
      const { rows, receivedAt } = await session.rows(method, { account: line, ...params, ...paging }, options);
      // Whoever passes over no rows would give the same ones for ever.
      if (first !== undefined && isDeepStrictEqual(rows[0], first)) return;
      yield { line: line === ALL ? undefined : line, rows, receivedAt };
      if (rows.length !== page) return;
      [first] = rows;
    }
  }

  return async function* read(method, params, page) {
    if (lines === undefined) {
      try {
        return yield* readLine(method, account, params, page);
      } catch (error) {
        if (account !== ALL || !isUnknownLine(error)) throw error;
      }
      lines = await linesOf(session, options);
    }
    for (const line of lines) yield* readLine(method, line, params, page);
  };
}

async function linesOf(session: Session, options: OperationOptions): Promise<string[]> {
  const { rows } = await session.rows('getCallAccounts', {}, options);
  return rows.flatMap(({ value }) => readText(value) ?? []).filter((value) => value !== ALL);
}

function isUnknownLine(error: unknown): boolean {
  return isTelephonyError(error) && error.detail?.vendor_status === 'invalid_account';
}
