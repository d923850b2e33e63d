import type { Activity, ChatMessage, TranscriptSegment } from '@voxolib/telephony/contact-centre';
import { nameIn, quoted, shown, shownTime, type View } from './shown.ts';

/** What the record of a kind repeats of its activity. */
const REPEATED = [
  'activity',
  'at',
  'ticket',
  'ticket_url',
  'queue',
  'agent',
  'contact',
  'title',
  'attachments',
] as const;

/** So many parts of a conversation stand for each character that a text may have. */
const CHARACTERS_A_PART = 20;

/** An activity with the content of its kind, each fact once. Without the right to single calls it tells nothing of a call but that it was one. */
export function threadEntry(activity: Activity, view: View, mayReadCalls: boolean): Record<string, unknown> {
  const { call, transcript, email, chat, messages, ...about } = activity;
  const said = mayReadCalls ? transcript : undefined;
  const words = messages ?? chat?.messages;
  return {
    ...shown(about, view),
    ...(call && mayReadCalls && { call: shown(unlike(call, activity), view) }),
    ...(email && { email: shown(unlike(email, activity), view) }),
    ...(chat && { chat: shown(unlike({ ...chat, messages: undefined }, activity), view) }),
    ...(words && words.length > 0 && conversation(words, view)),
    ...(said && said.segments.length > 0 && transcriptParts(said, view)),
  };
}

/** A record of a kind, without what its activity says as well. */
function unlike<Part extends object>(part: Part, activity: Activity): Partial<Part> {
  const repeats = (name: string) =>
    REPEATED.some((one) => one === name) &&
    JSON.stringify(Reflect.get(part, name)) === JSON.stringify(Reflect.get(activity, name));
  return Object.fromEntries(
    Object.entries(part).filter(([name]) => name !== 'activity' && !repeats(name)),
  ) as Partial<Part>;
}

function conversation(messages: readonly ChatMessage[], view: View) {
  const most = partsOf(view);
  return {
    messages: messages.slice(0, most).map((message) => saidInChat(message, view)),
    ...(messages.length > most && { messages_next: most }),
  };
}

function transcriptParts(
  {
    segments,
    total,
    next_skip,
  }: { segments: TranscriptSegment[]; total?: number | undefined; next_skip?: number | undefined },
  view: View,
) {
  const most = partsOf(view);
  const next = segments.length > most ? most : next_skip;
  return {
    transcript: segments.slice(0, most).map((segment) => saidInCall(segment, view)),
    ...(total !== undefined && { transcript_total: total }),
    ...(next !== undefined && { transcript_next: next }),
  };
}

function partsOf({ text }: View): number {
  return Math.max(5, Math.floor(text / CHARACTERS_A_PART));
}

/** A message of a chat as an answer holds it. */
export function saidInChat({ at, speaker, name, private: hidden, text }: ChatMessage, view: View) {
  return {
    ...(at && { at: shownTime(at, view.tz) }),
    speaker,
    ...(name && { name: nameIn(name) }),
    ...(hidden && { private: true }),
    said: quoted(text, view),
  };
}

/** What was said in a call, as an answer holds it. */
export function saidInCall({ start_s, speaker, text }: TranscriptSegment, view: View) {
  return { start_s, speaker, said: quoted(text, view) };
}
