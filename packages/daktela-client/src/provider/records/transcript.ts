import type { TranscriptSegment } from '@voxolib/telephony/contact-centre';
import { readSeconds, readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import { present } from '../present.ts';
import { toRef } from './fields.ts';

const speakers: Readonly<Record<string, TranscriptSegment['speaker']>> = { customer: 'customer', operator: 'agent' };

/** Something that was said. Whoever is neither named as customer nor as operator is unknown. */
export function toSegment(row: WireRow): TranscriptSegment {
  return present({
    start_s: readSeconds(row.start) ?? 0,
    end_s: readSeconds(row.end),
    speaker: speakers[readText(row.type)?.toLowerCase() ?? ''] ?? 'unknown',
    text: readText(row.text) ?? '',
  });
}

/** Segments in the order in which they were said, by the activity of their call. */
export function segmentsByActivity(rows: readonly WireRow[]): Map<string, TranscriptSegment[]> {
  const byActivity = new Map<string, TranscriptSegment[]>();
  for (const row of rows) {
    const activity = toRef(row.activity)?.id;
    if (activity === undefined) continue;
    const segments = byActivity.get(activity) ?? [];
    byActivity.set(activity, segments);
    segments.push(toSegment(row));
  }
  for (const segments of byActivity.values()) segments.sort((one, other) => one.start_s - other.start_s);
  return byActivity;
}
