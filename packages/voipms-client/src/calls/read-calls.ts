import type { DateRange, OperationOptions } from '@voxolib/telephony';
import { voipmsContract } from '../contract.ts';
import type { MethodParams } from '../params.ts';
import type { RowReader } from '../reply.ts';
import type { Session } from '../session.ts';

/** Which calls are asked for, in VoIP.ms's words. */
export interface CallQuery {
  calltype?: string | undefined;
  callbilling?: string | undefined;
  account?: string | undefined;
  statuses?: readonly ('answered' | 'noanswer' | 'busy' | 'failed')[] | undefined;
}

const callStatuses = ['answered', 'noanswer', 'busy', 'failed'] as const;

/** Reads the calls of some of VoIP.ms's days, which it gives at once, while they come. */
export function readCalls<Result>(
  session: Session,
  { start_date, end_date }: DateRange,
  query: CallQuery,
  begin: () => RowReader<Result>,
  { signal }: OperationOptions,
): Promise<{ result: Result; receivedAt: Date }> {
  const params = cdrParams({ start_date, end_date }, query);
  return session.readRows('getCDR', params, begin, signal === undefined ? {} : { signal });
}

/** What getCDR takes. Without a status it would refuse, so all are asked for unless some are named. */
function cdrParams(days: DateRange, query: CallQuery = {}): MethodParams {
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
