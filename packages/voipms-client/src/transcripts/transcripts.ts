import {
  dateIn,
  type OperationOptions,
  type Period,
  type Recording,
  type TranscriptList,
  type Transcripts,
} from '@voxolib/telephony';
import { voipmsContract } from '../contract.ts';
import { readPeriod } from '../read-period.ts';
import type { LinePeriod } from '../recordings/line-rows.ts';
import { listRecordings } from '../recordings/list-recordings.ts';
import { readRecording } from '../recordings/read-recording.ts';
import type { Session } from '../session.ts';
import { adviceFor } from './advice.ts';
import { callTranscripts } from './call-transcripts.ts';
import { MOST_APART_MS, recordingFinder } from './find-recording.ts';
import { voicemailTranscripts } from './voicemail-transcripts.ts';

const ZONE = voipmsContract.serverZone.value;

/** What was said in calls and voicemails, newest first. */
export function transcripts(session: Session): Transcripts {
  return {
    async list({ account, direction, recording, mailbox, ...asked }, options = {}) {
      if (recording !== undefined) return ofRecording(session, { id: recording, account }, options);
      const period = readPeriod(asked, session.now());
      const line: LinePeriod = { account, period, direction };
      const { heard, asOf } = await callTranscripts(session, line, options);
      const recorded = heard.length === 0 ? [] : (await listRecordings(session, line, options)).recordings;
      const idOf = recordingFinder(recorded);
      const calls = heard.map(({ transcript, line: own }) => {
        const id = idOf(transcript, own);
        return { ...transcript, ...(id !== undefined && { recording_id: id }) };
      });
      const voicemails = mailbox === undefined ? [] : await voicemailTranscripts(session, mailbox, period, options);
      const silent = {
        account: calls.length === 0 ? account : undefined,
        mailbox: voicemails.length === 0 ? mailbox : undefined,
      };
      const advice = await adviceFor(session, silent, options);
      const all = [...calls, ...voicemails].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
      return { transcripts: all, ...(advice.length > 0 && { advice }), as_of: asOf.toISOString() };
    },
  };
}

/** The transcript of one recorded call, whenever that was. */
async function ofRecording(
  session: Session,
  request: { id: string; account: string },
  options: OperationOptions,
): Promise<TranscriptList> {
  const { recording } = await readRecording(session, request, options);
  const { account } = recording;
  const { heard, asOf } = await callTranscripts(session, { account, period: aroundOf(recording) }, options);
  const idOf = recordingFinder([recording]);
  const found = heard.flatMap(({ transcript, line }) => {
    const id = idOf(transcript, line);
    return id === undefined ? [] : [{ ...transcript, recording_id: id }];
  });
  const advice = found.length > 0 ? [] : await adviceFor(session, { account }, options);
  return { transcripts: found, ...(advice.length > 0 && { advice }), as_of: asOf.toISOString() };
}

/** The vendor's days on which the transcript of a recorded call can begin. */
function aroundOf({ at }: Recording): Period {
  const [start_date, end_date] = [-MOST_APART_MS, MOST_APART_MS].map((shift) =>
    dateIn(ZONE, new Date(Date.parse(at) + shift)),
  ) as [string, string];
  return { start_date, end_date, tz: ZONE };
}
