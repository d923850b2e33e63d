import type { Account } from './accounts.ts';
import { daysOf, type ReportPeriod } from './report-query.ts';
import type { Product } from './truth/call.ts';
import type { CallLog } from './truth/call-log.ts';
import { historyAt, within } from './truth/history.ts';
import { seconds, statusCounts, type Tally } from './truth/tally.ts';
import type { CallRow, MinutesRow } from './wire.ts';

/** What a report is made of: whose calls, of which product, on which days, seen when. */
export interface ReportRequest {
  account: Account;
  product: Product;
  log: CallLog;
  period: ReportPeriod;
  now: Date;
}

export function callRows(request: ReportRequest): CallRow[] {
  return rows(request, (date, tally) => {
    const status_breakdown = statusCounts(request.product, tally);
    const total = Object.values(status_breakdown).reduce((sum, count) => sum + count, 0);
    return { date, total, status_breakdown };
  });
}

export function minutesRows(request: ReportRequest): MinutesRow[] {
  return rows(request, (date, tally) => {
    const { fixed, mobile, intl, billable } = seconds(request.product, tally);
    return { date, fixed: minutes(fixed), mobile: minutes(mobile), intl: minutes(intl), billable: minutes(billable) };
  });
}

function rows<Row>({ account, log, period, now }: ReportRequest, row: (date: string, tally: Tally) => Row): Row[] {
  const history = historyAt(now);
  return Array.from(daysOf(period), ({ date, span }) => {
    const { from, to } = within(span, history);
    const tally = log.count(from, to);
    const quiet = tally.every((value) => value === 0);
    return quiet && account.quietDays === 'left-out' ? [] : [row(date, tally)];
  }).flat();
}

/** Decimal minutes, rounded to the hundredth. */
function minutes(durationSeconds: number): number {
  return Math.round((durationSeconds * 100) / 60) / 100;
}
