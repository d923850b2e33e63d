import type { Ticket, TicketCategory } from '@voxolib/telephony/contact-centre';
import { daktelaContract } from '../../contract.ts';
import { readCustomFields } from '../../readers/custom-fields.ts';
import { readFlag, readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import { present } from '../present.ts';
import type { Reading } from '../reading.ts';
import { toRef, toRefs, toSeconds, toWhole, toWord } from './fields.ts';

/** Daktela's ticket in our words. */
export function toTicket(row: WireRow, { url, time }: Reading): Ticket {
  const id = readText(row.name) ?? '';
  return present({
    id,
    url: `${url}${daktelaContract.ticketPage.value}${encodeURIComponent(id)}`,
    title: readText(row.title) ?? '',
    stage: toWord(row.stage) ?? '',
    priority: toWord(row.priority) ?? '',
    category: toRef(row.category),
    agent: toRef(row.user),
    contact: toRef(row.contact),
    email: readText(row.email),
    parent: toRef(row.parentTicket),
    merged_into: toRef(row.id_merge),
    statuses: toRefs(row.statuses),
    description: readText(row.description),
    created_at: time(row.created),
    created_by: toRef(row.created_by),
    edited_at: time(row.edited),
    first_answer_at: time(row.first_answer),
    first_answer_s: toSeconds(row.first_answer_duration),
    sla_due_at: time(row.sla_deadtime),
    sla_close_due_at: time(row.sla_close_deadline),
    sla_overdue_s: toWhole(row.sla_overdue),
    last_activity_at: time(row.last_activity),
    last_activity_by_agent_at: time(row.last_activity_operator),
    last_activity_by_client_at: time(row.last_activity_client),
    reopened_at: time(row.reopen),
    closed_at: time(row.closed),
    unread: readFlag(row.unread),
    has_attachment: readFlag(row.has_attachment),
    activities: toSeconds(row.interaction_activity_count),
    custom_fields: readCustomFields(row.customFields),
  });
}

export function toTicketCategory(row: WireRow): TicketCategory {
  const id = readText(row.name) ?? '';
  return present({
    id,
    title: readText(row.title) ?? id,
    description: readText(row.description),
    sla: toRef(row.sla),
  });
}
