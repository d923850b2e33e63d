import type { OperationOptions } from '@voxolib/telephony';
import type { TranscriptSegment } from '@voxolib/telephony/contact-centre';
import type { DaktelaClient } from '../../client.ts';
import { field } from '../../query/filter.ts';
import type { WireRow } from '../../reply/page.ts';
import { segmentsByActivity } from '../records/transcript.ts';

/** So many activities go into one query. */
const BATCH = 50;
/** Longer than any talk. What is beyond is left out, and said. */
const MOST_SEGMENTS = 20_000;

/** Everything that was said in the calls of some activities, from as few requests as possible. */
export async function readTranscripts(
  client: DaktelaClient,
  activities: readonly string[],
  options: OperationOptions,
  warnings: string[] = [],
): Promise<Map<string, TranscriptSegment[]>> {
  const rows: WireRow[] = [];
  for (let start = 0; start < activities.length; start += BATCH) {
    const filter = field('activity').in(activities.slice(start, start + BATCH));
    const left = MOST_SEGMENTS - rows.length;
    if (left <= 0) break;
    for await (const page of client.pages('activitiesCallTranscripts', { filter, take: left }, options)) {
      rows.push(...page.rows);
    }
  }
  if (rows.length >= MOST_SEGMENTS) {
    warnings.push(`These transcripts have more than ${MOST_SEGMENTS} parts in all; the last ones are left out.`);
  }
  return segmentsByActivity(rows);
}
