import type { Transcript, TranscriptPhrase } from '@voxolib/telephony';
import { readCallerId } from '../caller-id.ts';
import type { WireRow } from '../rows.ts';
import { readNumber, readSeconds, readText } from '../scalars.ts';

type Clock = (text: string) => number;

/** VoIP.ms's transcript of a call in our words. */
export function toTranscript(row: WireRow, at: Date, clock: Clock): Transcript {
  const duration = readSeconds(row.duration);
  const [caller] = listOf(row.speakers);
  const from = readCallerId(readText(caller) ?? '').number;
  const locale = readText(row.locale);
  const confidence = readNumber(readText(row.confidence)?.replace(/\s*%$/, ''));
  return {
    kind: 'call',
    at: at.toISOString(),
    ...(duration !== null && { duration_s: Math.round(duration) }),
    ...(from !== '' && { from }),
    ...(locale !== null && { locale }),
    ...(confidence !== null && { confidence_percent: confidence }),
    phrases: listOf(row.recognized_phrases).flatMap((phrase) => toPhrase(phrase, at, clock)),
  };
}

function toPhrase(sent: unknown, start: Date, clock: Clock): TranscriptPhrase[] {
  if (typeof sent !== 'object' || sent === null) return [];
  const { time, speaker, phrase } = sent as WireRow;
  const text = readText(phrase);
  if (text === null) return [];
  const at = (clock(readText(time) ?? '') - start.getTime()) / 1000;
  const who = readText(speaker);
  return [{ ...(at >= 0 && { at_s: at }), ...(who !== null && { speaker: who }), text }];
}

/** One may come as itself, and none as an empty text. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
}
