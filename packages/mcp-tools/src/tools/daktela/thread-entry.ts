import type { Activity } from '@voxolib/telephony/contact-centre';
import type { Scope } from '../../scopes.ts';
import { messagesAsText, transcriptFields } from './conversation.ts';
import { quoted, shown, type View } from './shown.ts';

/** What the record of a kind repeats of its activity. */
const REPEATED = ['at', 'ticket', 'ticket_url', 'queue', 'agent', 'contact', 'title', 'attachments'] as const;

/**
 * An activity with the content of its kind, each fact once. Without the right to single calls it tells nothing of a call but that it
 * was one.
 */
export function activityEntry(activity: Activity, view: View, scopes: ReadonlySet<Scope>): Record<string, unknown> {
  const { call, transcript, email, chat, messages = chat?.messages, ...about } = activity;
  const mayReadCalls = scopes.has('mcp.calls.read');
  return {
    ...shown(about, view),
    ...(call && mayReadCalls && { call: shown(unlike(call, activity), view) }),
    ...(email && { email: shown(unlike(email, activity), view) }),
    ...(chat && { chat: shown(unlike({ ...chat, messages: undefined }, activity), view) }),
    ...(messages && messages.length > 0 && { messages: quoted(messagesAsText(messages, view.tz), view) }),
    ...(transcript && mayReadCalls && transcriptFields(transcript, view)),
  };
}

/** A record of a kind, without what its activity says as well. */
function unlike<Part extends object>(part: Part, activity: Activity): object {
  const repeats = (name: string) =>
    REPEATED.some((one) => one === name) &&
    JSON.stringify(Reflect.get(part, name)) === JSON.stringify(Reflect.get(activity, name));
  return Object.fromEntries(Object.entries(part).filter(([name]) => name !== 'activity' && !repeats(name)));
}
