import type { OperationOptions, Transcript } from '@voxolib/telephony';
import { easternClock, easternDays } from '../eastern-days.ts';
import { type LinePeriod, readLine } from '../recordings/line-rows.ts';
import type { Session } from '../session.ts';
import { toTranscript } from './wire-transcript.ts';

const LIST = { method: 'getCallTranscriptions', time: 'date' };

/** A transcript and its line, which is unknown where all lines were asked for at once. */
interface Heard {
  transcript: Transcript;
  line: string | undefined;
}

/** Transcripts of the calls of a line and a period. */
export async function callTranscripts(
  session: Session,
  asked: LinePeriod,
  options: OperationOptions,
): Promise<{ heard: Heard[]; asOf: Date }> {
  const clock = easternClock(easternDays(asked.period));
  const heard: Heard[] = [];
  let asOf = session.now();
  for await (const { line, rows, receivedAt } of readLine(session, asked, LIST, options)) {
    asOf = receivedAt;
    heard.push(...rows.map(({ row, at }) => ({ transcript: toTranscript(row, at, clock), line })));
  }
  return { heard, asOf };
}
