import { DAY_MS, HOUR_MS } from '../clock.ts';
import { any, choice, defineModel, flag, lists, number, ref, refs, text, time, type View } from '../model/model.ts';
import { attachmentsOf } from '../texts/attachments.ts';
import { chosen, phrases } from '../texts/phrases.ts';
import { statusesOf } from '../world/statuses.ts';
import type { Ticket } from '../world/ticket.ts';
import {
  activitiesOf,
  closedAt,
  firstAnswerAt,
  isSeen,
  lastActivityAt,
  slaOf,
  stageOf,
} from '../world/ticket-state.ts';
import { contactName, userName } from './names.ts';
import { ticketNamed } from './ticket-named.ts';

const EMAIL_SHARE = 3;

export const tickets = defineModel<Ticket>({
  endpoint: 'tickets',
  key: 'name',
  time: 'created',
  search: ['name', 'title', 'description'],
  rows: (view, span) => view.world.history.tickets(span),
  find: (view, name) => ticketNamed(view, name),
  near: {
    name: (view, value) => [ticketNamed(view, value)].filter((ticket) => ticket !== undefined),
    parentTicket: (view, value) => family(view, value, 'parent'),
    id_merge: (view, value) => family(view, value, 'merged'),
  },
  heavy: ['followers'],
  relations: {
    activities: { model: 'activities', rows: (ticket: Ticket, view) => activitiesOf(ticket, view.now) },
  },
  fields: {
    name: number(({ number }) => number),
    title: text(titleOf),
    category: ref('ticketsCategories', ({ category }) => category),
    user: ref('users', ({ agent }, view) => userName(view, agent)),
    email: text(({ contact, salt }, view) =>
      salt % EMAIL_SHARE === 0 ? (view.world.contact(contact)?.emails[0] ?? null) : null,
    ),
    contact: ref('contacts', ({ contact }, view) => contactName(view, contact)),
    parentTicket: ref('tickets', ({ parent }, view) => linked(view, parent)),
    isParent: flag(({ isParent }) => isParent),
    id_merge: ref('tickets', ({ merged }, view) => linked(view, merged)),
    stage: choice((ticket, { now }) => stageOf(ticket, now)),
    priority: choice(({ priority }) => priority),
    description: text(({ language, topic, salt, steps }) =>
      steps[0]?.channel === 'EMAIL' && salt % 4 === 0
        ? null
        : `${phrases[language].subjects[topic][0] ?? ''}: ${chosen(phrases[language].requests[topic], salt) ?? ''}`,
    ),
    sla_deadtime: time((ticket, { now }) => slaOf(ticket, now).deadline),
    sla_close_deadline: time((ticket, { now }) => slaOf(ticket, now).closeDeadline),
    sla_change: time(({ at, salt }) => (salt % 9 === 0 ? at + HOUR_MS : null)),
    sla_overdue: number((ticket, { now }) => slaOf(ticket, now).overdue),
    sla_duration: number((ticket, { now }) => slaOf(ticket, now).duration),
    sla_custom: flag(({ salt }) => salt % 9 === 0),
    interaction_activity_count: number(
      (ticket, { now }) => activitiesOf(ticket, now).filter(({ direction }) => direction !== 'internal').length,
    ),
    reopen: time(() => null),
    created: time(({ at }) => at),
    created_by: ref('users', ({ steps, agent }, view) =>
      steps[0]?.channel === 'CALL' ? userName(view, agent) : 'robot',
    ),
    edited: time((ticket, { now }) => Math.max(lastActivityAt(ticket, now), closedAt(ticket, now) ?? 0)),
    edited_by: ref('users', ({ agent }, view) => userName(view, agent)),
    first_answer: time((ticket, { now }) => firstAnswerAt(ticket, now)),
    first_answer_duration: number((ticket, { now }) => {
      const at = firstAnswerAt(ticket, now);
      return at === null ? null : Math.round((at - ticket.at) / 1_000);
    }),
    first_answer_deadline: time((ticket, { now }) => slaOf(ticket, now).answerDeadline),
    first_answer_overdue: number((ticket, { now }) => slaOf(ticket, now).answerOverdue),
    closed: time((ticket, { now }) => closedAt(ticket, now)),
    unread: flag((ticket, { now }) => !isSeen(ticket, now)),
    last_unread_date: time((ticket, { now }) => (isSeen(ticket, now) ? 0 : lastActivityAt(ticket, now))),
    has_attachment: flag((ticket, { now }) => activitiesOf(ticket, now).some((one) => attachmentsOf(one).length > 0)),
    followers: refs('users', ({ salt }, view) =>
      salt % 5 === 0 ? [userName(view, salt % view.instance.agents) ?? 'robot'] : [],
    ),
    isFollowed: flag(() => false),
    statuses: refs('statuses', (ticket, { now }) => statusesOf(ticket, stageOf(ticket, now))),
    last_activity: time((ticket, { now }) => lastActivityAt(ticket, now)),
    last_activity_operator: time((ticket, { now }) => lastActivityAt(ticket, now, 'out') || null),
    last_activity_client: time((ticket, { now }) => lastActivityAt(ticket, now, 'in') || null),
    customFields: lists(({ mrr, number, salt }) => ({
      ...(mrr > 0 && { mrr: [String(mrr)] }),
      ...(salt % 3 === 0 && { order_no: [`A-${number % 10_000}`] }),
      ...(salt % 11 === 0 && { note: [] }),
    })),
    _sys: any(() => ({
      cfScheme: {
        mrr: { type: 'number', title: 'MRR', hidden: false, readonly: false, multiple: false },
        order_no: { type: 'text', title: 'Číslo objednávky', hidden: false, readonly: false, multiple: true },
        note: { type: 'textarea', title: 'Poznámka', hidden: false, readonly: false, multiple: false },
      },
    })),
  },
});

function titleOf({ language, topic, salt }: Pick<Ticket, 'language' | 'topic' | 'salt'>): string {
  return chosen(phrases[language].subjects[topic], salt) ?? '';
}

/** The number of a ticket that there is. */
function linked(view: View, number: number): number | null {
  return number !== 0 && ticketNamed(view, String(number)) !== undefined ? number : null;
}

/** Tickets that lead to another one are of the same day. */
function family(view: View, name: string, by: 'parent' | 'merged'): Ticket[] {
  const other = ticketNamed(view, name);
  if (other === undefined) return [];
  const from = Math.floor(other.at / DAY_MS) * DAY_MS;
  return [...view.world.history.tickets({ from, to: Math.min(from + DAY_MS, view.now + 1) })].filter(
    (ticket) => ticket[by] === other.number,
  );
}
