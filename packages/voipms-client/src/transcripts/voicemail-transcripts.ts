import type { OperationOptions, Period, Transcript } from '@voxolib/telephony';
import { readCallerId } from '../caller-id.ts';
import { readTime } from '../calls/wire-call.ts';
import { easternClock, easternDays, easternSlices } from '../eastern-days.ts';
import type { WireRow } from '../rows.ts';
import { readSeconds, readText } from '../scalars.ts';
import type { Session } from '../session.ts';

const METHOD = 'getVoicemailTranscriptions';

/** Transcripts of the voicemails of a mailbox and a period, of all its folders. */
export async function voicemailTranscripts(
  session: Session,
  mailbox: string,
  period: Period,
  options: OperationOptions,
): Promise<Transcript[]> {
  const days = easternDays(period);
  const clock = easternClock(days);
  const { rows: folders } = await session.rows('getVoicemailFolders', { mailbox }, options);
  const found: Transcript[] = [];
  for (const folder of folders.flatMap(({ value }) => readText(value) ?? [])) {
    for (const { start_date, end_date } of easternSlices(period)) {
      const params = { mailbox, folder, date_from: start_date, date_to: end_date };
      const { rows } = await session.rows(METHOD, params, options);
      for (const [index, row] of rows.entries()) {
        const at = readTime(clock, row, 'date', [METHOD, index + 1]);
        if (at.getTime() >= days.from && at.getTime() < days.until) found.push(...toTranscript(row, at));
      }
    }
  }
  return found;
}

function toTranscript(row: WireRow, at: Date): Transcript[] {
  // Around the text stand quotes and commas that are not part of it.
  const text = (readText(row.result) ?? '').replace(/^[\s",]+|[\s",]+$/g, '');
  if (text === '') return [];
  const duration = readSeconds(row.duration);
  const from = readCallerId(readText(row.callerid) ?? '').number;
  return [
    {
      kind: 'voicemail',
      at: at.toISOString(),
      ...(duration !== null && { duration_s: Math.round(duration) }),
      ...(from !== '' && { from }),
      phrases: [{ text }],
    },
  ];
}
