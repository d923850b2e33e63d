import type { Activity, Ticket } from '@voxolib/telephony/contact-centre';
import type { Scope } from '../../scopes.ts';
import { messagesAsText, transcriptFields } from './conversation.ts';
import { quoted, shown, type View } from './shown.ts';

/**
 * An activity as one row: what it was, whose, and its words, with the key of its mail, chat or call in `item_id`. Without the right to
 * single calls it tells nothing of a call but that it was one. In a thread what the ticket says already is left out.
 */
export function activityEntry(
  activity: Activity,
  view: View,
  scopes: ReadonlySet<Scope>,
  thread?: Ticket,
): Record<string, unknown> {
  const { call, transcript, email, chat, messages = chat?.messages, ...about } = activity;
  const mayReadCalls = scopes.has('mcp.calls.read');
  const readable = mayReadCalls ? call : undefined;
  const { id: item_id } = email ?? chat ?? readable ?? {};
  const titled = { ...about, title: email?.title ?? about.title };
  const { text, ...facts } = thread ? within(thread, titled) : titled;
  return {
    ...shown({ ...facts, item_id }, view),
    ...(email && shown(pick(email, ['direction', 'address', 'cc', 'text']), view)),
    ...(email?.quotes_left_out && { quotes_left_out: true }),
    ...(chat && shown(pick(chat, ['direction', 'sender', 'answered', 'missed', 'ended_by']), view)),
    ...(readable && shown(pick(readable, ['direction', 'status', 'number', 'waiting_s', 'missed']), view)),
    ...(text && { text: quoted(text, view) }),
    ...(messages && messages.length > 0 && { messages: quoted(messagesAsText(messages, view.tz), view) }),
    ...(transcript && mayReadCalls && transcriptFields(transcript, view)),
  };
}

/** What an activity adds to its ticket: no other times than when it began, and no zeros. */
function within(ticket: Ticket, activity: Activity): Activity {
  const { ticket: _, ticket_url: __, opened_at: ___, closed_at: ____, ringing_s: _____, ...own } = activity;
  const { contact, duration_s, important, title } = own;
  return {
    ...own,
    contact: contact?.id === ticket.contact?.id ? undefined : contact,
    title: title === ticket.title ? undefined : title,
    duration_s: duration_s || undefined,
    important: important || undefined,
  };
}

function pick<Part extends object>(part: Part, names: readonly (keyof Part)[]): object {
  return Object.fromEntries(names.map((name) => [name, part[name]]));
}
