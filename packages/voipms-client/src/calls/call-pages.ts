import { countDays, type OperationOptions, type Period } from '@voxolib/telephony';
import { slicesOf } from '@voxolib/telephony/reports';
import { voipmsContract } from '../contract.ts';
import { easternDays } from '../eastern-days.ts';
import type { MethodParams } from '../params.ts';
import type { WireRow } from '../rows.ts';
import type { Session } from '../session.ts';

const MOST_DAYS = voipmsContract.sliceDays.value;

/** Which calls are asked for, in VoIP.ms's words. */
export interface CallQuery {
  calltype?: string | undefined;
  callbilling?: string | undefined;
  account?: string | undefined;
  statuses?: readonly ('answered' | 'noanswer' | 'busy' | 'failed')[] | undefined;
}

const callStatuses = ['answered', 'noanswer', 'busy', 'failed'] as const;

/** The parts of a period that VoIP.ms gives at once, each as its days there. */
export function easternSlices(period: Period): { start_date: string; end_date: string }[] {
  const { start_date, end_date } = easternDays(period);
  // A day more than a slice lies within the limit, and a period of another zone has one.
  if (countDays(start_date, end_date) <= MOST_DAYS + 1) return [{ start_date, end_date }];
  return slicesOf(start_date, end_date, MOST_DAYS);
}

/** The records of a period's calls, one reply after the other: VoIP.ms gives a slice at once. */
export async function* callPages(
  session: Session,
  period: Period,
  query: CallQuery,
  { signal }: OperationOptions,
  onReceived: (receivedAt: Date) => void,
): AsyncGenerator<WireRow[]> {
  for (const { start_date, end_date } of easternSlices(period)) {
    const params = cdrParams({ start_date, end_date }, query);
    const { rows, receivedAt } = await session.rows('getCDR', params, signal === undefined ? {} : { signal });
    onReceived(receivedAt);
    yield rows;
  }
}

/** What getCDR takes. Without a status it would refuse, so all are asked for unless some are named. */
function cdrParams(days: { start_date: string; end_date: string }, query: CallQuery = {}): MethodParams {
  const statuses = query.statuses ?? callStatuses;
  return {
    date_from: days.start_date,
    date_to: days.end_date,
    timezone: voipmsContract.timezone.value,
    ...Object.fromEntries(statuses.map((status) => [status, 1])),
    calltype: query.calltype,
    callbilling: query.callbilling,
    account: query.account,
  };
}
