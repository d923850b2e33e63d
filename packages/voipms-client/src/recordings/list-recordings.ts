import type { OperationOptions, Recording } from '@voxolib/telephony';
import { voipmsContract } from '../contract.ts';
import { readText } from '../scalars.ts';
import type { Session } from '../session.ts';
import { type LinePeriod, readLine } from './line-rows.ts';
import { toRecording } from './wire-recording.ts';

const LIST = { method: 'getCallRecordings', time: 'datetime', page: voipmsContract.recordingsPage.value };

/** All recordings of a line and a period, newest first, each once. */
export async function listRecordings(
  session: Session,
  asked: LinePeriod,
  options: OperationOptions,
): Promise<{ recordings: Recording[]; asOf: Date }> {
  const { account, direction } = asked;
  const found = new Map<string, Recording>();
  let asOf = session.now();
  for await (const { line, rows, receivedAt } of readLine(session, asked, LIST, options)) {
    asOf = receivedAt;
    for (const { row, at } of rows) {
      const id = readText(row.callrecording);
      if (id === null) continue;
      const recording = toRecording(id, row, at, line ?? account);
      found.set(`${recording.account} ${id}`, recording);
    }
  }
  const recordings = [...found.values()].filter((one) => direction === undefined || one.direction !== other(direction));
  recordings.sort((one, two) => (one.at < two.at ? 1 : one.at > two.at ? -1 : one.id < two.id ? 1 : -1));
  return { recordings, asOf };
}

function other(direction: 'inbound' | 'outbound'): 'inbound' | 'outbound' {
  return direction === 'inbound' ? 'outbound' : 'inbound';
}
