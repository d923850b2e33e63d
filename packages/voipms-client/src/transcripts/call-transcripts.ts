import type { OperationOptions, Transcript } from '@voxolib/telephony';
import { readTime } from '../calls/wire-call.ts';
import { easternClock, easternDays, easternSlices } from '../eastern-days.ts';
import { createLineReader } from '../recordings/line-rows.ts';
import { callTypes, type LinePeriod } from '../recordings/list-recordings.ts';
import type { Session } from '../session.ts';
import { toTranscript } from './wire-transcript.ts';

const METHOD = 'getCallTranscriptions';

/** A transcript and its line, which is unknown where all lines were asked for at once. */
interface Heard {
  transcript: Transcript;
  line: string | undefined;
}

/** Transcripts of the calls of a line and a period. */
export async function callTranscripts(
  session: Session,
  { account, period, direction }: LinePeriod,
  options: OperationOptions,
): Promise<{ heard: Heard[]; asOf: Date }> {
  const days = easternDays(period);
  const clock = easternClock(days);
  const read = createLineReader(session, account, options);
  const heard: Heard[] = [];
  let asOf = session.now();
  for (const { start_date, end_date } of easternSlices(period)) {
    const params = {
      date_from: start_date,
      date_to: end_date,
      call_type: direction === undefined ? 'all' : callTypes[direction],
    };
    for await (const { line, rows, receivedAt } of read(METHOD, params)) {
      asOf = receivedAt;
      for (const [index, row] of rows.entries()) {
        const at = readTime(clock, row, 'date', [METHOD, index + 1]);
        if (at.getTime() < days.from || at.getTime() >= days.until) continue;
        heard.push({ transcript: toTranscript(row, at, clock), line });
      }
    }
  }
  return { heard, asOf };
}
