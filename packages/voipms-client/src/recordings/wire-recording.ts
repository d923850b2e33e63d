import type { Recording, RecordingAudio } from '@voxolib/telephony';
import { voipmsContract } from '../contract.ts';
import { toE164 } from '../phone-number.ts';
import type { WireRow } from '../rows.ts';
import { readSeconds, readText } from '../scalars.ts';

/** The largest sound that is handed on: more than an hour of speech. */
const MOST_BYTES = 8 * 1024 * 1024;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** VoIP.ms's row in our words. */
export function toRecording(id: string, row: WireRow, at: Date, account: string): Recording {
  const to = readText(row.destination);
  return {
    id,
    account: readText(row.subaccount) ?? account,
    at: at.toISOString(),
    direction: directionOf(row),
    ...(to !== null && { to: toE164(to) }),
    duration_s: Math.round(readSeconds(row.duration) ?? 0),
  };
}

function directionOf({ type }: WireRow): Recording['direction'] {
  const text = readText(type)?.toLowerCase() ?? '';
  if (text.startsWith('in')) return 'inbound';
  return text.startsWith('out') ? 'outbound' : 'unknown';
}

/** The sound, or why there is none: a recording without it still has its facts. */
export function soundOf({ base64file }: WireRow): { audio: RecordingAudio } | { no_audio: string } {
  const text = typeof base64file === 'string' ? base64file.replace(/[\s"'\\]/g, '') : '';
  if (text === '') return { no_audio: 'VoIP.ms sent no sound with it.' };
  if (text.length * 0.75 > MOST_BYTES + 2) {
    return { no_audio: `The sound is larger than ${MOST_BYTES / 1024 / 1024} MiB. It can be sent by e-mail.` };
  }
  const data = BASE64.test(text) ? Uint8Array.from(Buffer.from(text, 'base64')) : new Uint8Array();
  if (!isMp3(data)) return { no_audio: 'What VoIP.ms sent as its sound is no MP3.' };
  return { audio: { mime_type: voipmsContract.recordingType.value, data } };
}

/** Begins with a tag or with the mark of a frame. */
function isMp3([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const tagged = first === 0x49 && second === 0x44 && third === 0x33;
  return tagged || (first === 0xff && (second & 0xe0) === 0xe0);
}
