import type { CallTranscript, ChatMessage, TranscriptSegment } from '@voxolib/telephony/contact-centre';
import { plain } from '../../text.ts';
import { nameIn, quoted, shownTime, type View } from './shown.ts';

/**
 * What was said in a call, in one text with a paragraph for each turn, `01:04 customer: …`, which nobody's words can fake; and of how
 * many turns in all, wherever the text ends.
 */
export function transcriptFields({ segments, total = segments.length }: CallTranscript, view: View) {
  const turns = segments.map(({ start_s, speaker, text }) => `${clock(start_s)} ${speaker}: ${oneTurn(text)}`);
  const left = total - segments.length;
  const whole = [...turns, ...(left > 0 ? [`(${left} more turns)`] : [])].join('\n\n');
  return { transcript: quoted(whole, view), transcript_turns: total };
}

/** What was written in a chat, a paragraph for each message. */
export function messagesAsText(messages: readonly ChatMessage[], tz: string): string {
  return messages
    .map(({ at, speaker, name, private: hidden, text }) => {
      const who = [speaker, ...(name ? [`(${oneTurn(name)})`] : []), ...(hidden ? ['(private)'] : [])].join(' ');
      return `${at ? `${shownTime(at, tz)} ` : ''}${who}: ${oneTurn(text)}`;
    })
    .join('\n\n');
}

/** A message of a chat as a row. */
export function messageRow({ at, speaker, name, private: hidden, text }: ChatMessage, view: View) {
  return {
    ...(at && { at: shownTime(at, view.tz) }),
    speaker,
    ...(name && { name: nameIn(name) }),
    ...(hidden && { private: true }),
    said: quoted(text, view),
  };
}

/** What was said in a call, as a row. */
export function segmentRow({ start_s, speaker, text }: TranscriptSegment, view: View) {
  return { start_s, speaker, said: quoted(text, view) };
}

function clock(seconds: number): string {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return hours === '00' ? `${minutes}:${rest}` : `${hours}:${minutes}:${rest}`;
}

function oneTurn(text: string): string {
  return plain(text).replaceAll('¶', ' ').trim();
}
