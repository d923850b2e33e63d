import type { Account, Contact, CrmRecord } from '@voxolib/telephony/contact-centre';
import { readCustomFields } from '../../readers/custom-fields.ts';
import { readNumber, readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import { present } from '../present.ts';
import type { Reading } from '../reading.ts';
import { toRef, toTicketUrl, toWord } from './fields.ts';

/** Daktela's contact in our words. Phones and addresses are custom fields there. */
export function toContact(row: WireRow, { time }: Reading): Contact {
  const id = readText(row.name) ?? '';
  const { number = [], email = [], ...custom } = readCustomFields(row.customFields);
  const parts = [readText(row.firstname), readText(row.lastname)].filter((part) => part !== undefined);
  return present({
    id,
    name: readText(row.title) ?? (parts.join(' ') || id),
    account: toRef(row.account),
    agent: toRef(row.user),
    database: toRef(row.database),
    description: readText(row.description),
    nps_score: readNumber(row.nps_score),
    phones: number,
    emails: email,
    created_at: time(row.created),
    edited_at: time(row.edited),
    custom_fields: custom,
  });
}

export function toAccount(row: WireRow, { time }: Reading): Account {
  const id = readText(row.name) ?? '';
  return present({
    id,
    title: readText(row.title) ?? id,
    agent: toRef(row.user),
    database: toRef(row.database),
    sla: toRef(row.sla),
    description: readText(row.description),
    created_at: time(row.created),
    edited_at: time(row.edited),
    custom_fields: readCustomFields(row.customFields),
  });
}

export function toCrmRecord(row: WireRow, { url, time }: Reading): CrmRecord {
  const id = readText(row.name) ?? '';
  const ticket = toRef(row.ticket);
  return present({
    id,
    title: readText(row.title) ?? id,
    type: toRef(row.type),
    stage: toWord(row.stage),
    status: toRef(row.status),
    agent: toRef(row.user),
    contact: toRef(row.contact),
    account: toRef(row.account),
    ticket,
    ticket_url: toTicketUrl(url, ticket),
    description: readText(row.description),
    created_at: time(row.created),
    edited_at: time(row.edited),
    custom_fields: readCustomFields(row.customFields),
  });
}
