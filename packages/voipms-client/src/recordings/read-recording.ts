import { CalendarDate, type OperationOptions, type Recording, TelephonyError } from '@voxolib/telephony';
import { readTime } from '../calls/wire-call.ts';
import { easternClock } from '../eastern-days.ts';
import { rowsOf, type WireRow } from '../rows.ts';
import { readText } from '../scalars.ts';
import type { Session } from '../session.ts';
import { toRecording } from './wire-recording.ts';

const METHOD = 'getCallRecording';

/** One recording, and VoIP.ms's row of it, which holds the sound. There is no way to read it without. */
export async function readRecording(
  session: Session,
  { id, account }: { id: string; account: string },
  options: OperationOptions,
): Promise<{ recording: Recording; row: WireRow; receivedAt: Date }> {
  const { data, empty, receivedAt } = await session.call(METHOD, { callrecording: id, account }, options);
  if (empty) {
    throw new TelephonyError('NOT_FOUND', 'VoIP.ms has no such recording.', { provider: 'voipms', field: 'recording' });
  }
  const sent = data.datetime === undefined ? (rowsOf(METHOD, data)[0] ?? data) : data;
  const day = readText(sent.datetime)?.slice(0, 10) ?? '';
  const isDay = CalendarDate.safeParse(day).success;
  const clock = isDay ? easternClock({ start_date: day, end_date: day }) : () => Number.NaN;
  const at = readTime(clock, sent, 'datetime', [METHOD, 1]);
  return { recording: toRecording(readText(sent.callrecording) ?? id, sent, at, account), row: sent, receivedAt };
}
