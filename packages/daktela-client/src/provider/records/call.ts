import type { ContactCall } from '@voxolib/telephony/contact-centre';
import { readFlag, readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import { present } from '../present.ts';
import type { Reading } from '../reading.ts';
import { toActivityOf, toDirection, toRef, toSeconds, toWord } from './fields.ts';

/** Daktela's call in our words. */
export function toCall(row: WireRow, { url, time }: Reading): ContactCall {
  const direction = toDirection(row.direction) ?? 'unknown';
  return present({
    id: readText(row.id_call) ?? '',
    at: time(row.call_time),
    direction,
    answered: isAnswered(row),
    status: callStatus(row),
    number: readText(row.clid),
    number_name: readText(row.prefix_clid_name),
    did: direction === 'inbound' ? readText(row.did) : undefined,
    queue: toRef(row.id_queue),
    agent: toRef(row.id_agent),
    contact: toRef(row.contact),
    ...toActivityOf(row.activities, url),
    duration_s: toSeconds(row.duration),
    waiting_s: toSeconds(row.waiting_time),
    ringing_s: toSeconds(row.ringing_time),
    hold_s: toSeconds(row.hold_time),
    ended_by: toWord(row.disposition_cause),
    left_queue: toWord(row.disconnection_cause),
    pressed_key: readText(row.pressed_key),
    attempts: toSeconds(row.attempts),
    missed: toMissed(row.missed_call),
    called_back_at: time(row.missed_call_time),
  });
}

export const isAnswered = (row: WireRow) => readFlag(row.answered) === true;

/** What call reports count a call as: answered, or why it was not. */
export function callStatus(row: WireRow): string {
  return isAnswered(row) ? 'answered' : (toWord(row.disconnection_cause) ?? 'unanswered');
}

function toMissed(value: unknown): ContactCall['missed'] {
  const flag = readFlag(value);
  return flag === undefined ? undefined : flag ? 'open' : 'called_back';
}
