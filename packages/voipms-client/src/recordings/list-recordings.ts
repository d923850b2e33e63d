import type { OperationOptions, Period, Recording } from '@voxolib/telephony';
import { readTime } from '../calls/wire-call.ts';
import { voipmsContract } from '../contract.ts';
import { easternClock, easternDays, easternSlices } from '../eastern-days.ts';
import { readText } from '../scalars.ts';
import type { Session } from '../session.ts';
import { createLineReader } from './line-rows.ts';
import { toRecording } from './wire-recording.ts';

const PAGE = voipmsContract.recordingsPage.value;

export const callTypes = { inbound: 'incoming', outbound: 'outgoing' } as const;

export interface LinePeriod {
  account: string;
  period: Period;
  direction?: keyof typeof callTypes | undefined;
}

/** All recordings of a line and a period, newest first, each once. */
export async function listRecordings(
  session: Session,
  { account, period, direction }: LinePeriod,
  options: OperationOptions,
): Promise<{ recordings: Recording[]; asOf: Date }> {
  const days = easternDays(period);
  const clock = easternClock(days);
  const read = createLineReader(session, account, options);
  const found = new Map<string, Recording>();
  let asOf = session.now();
  for (const { start_date, end_date } of easternSlices(period)) {
    const params = {
      date_from: start_date,
      date_to: end_date,
      call_type: direction === undefined ? 'all' : callTypes[direction],
    };
    for await (const { line, rows, receivedAt } of read('getCallRecordings', params, PAGE)) {
      asOf = receivedAt;
      for (const [index, row] of rows.entries()) {
        const at = readTime(clock, row, 'datetime', ['getCallRecordings', index + 1]);
        if (at.getTime() < days.from || at.getTime() >= days.until) continue;
        const id = readText(row.callrecording);
        if (id === null) continue;
        const recording = toRecording(id, row, at, line ?? account);
        found.set(`${recording.account} ${id}`, recording);
      }
    }
  }
  const recordings = [...found.values()].filter((one) => direction === undefined || one.direction !== other(direction));
  recordings.sort((one, two) => (one.at < two.at ? 1 : one.at > two.at ? -1 : one.id < two.id ? 1 : -1));
  return { recordings, asOf };
}

function other(direction: 'inbound' | 'outbound'): 'inbound' | 'outbound' {
  return direction === 'inbound' ? 'outbound' : 'inbound';
}
