import { type CampaignRecord, type CampaignType, campaignActions } from '@voxolib/telephony/contact-centre';
import { readCustomFields } from '../../readers/custom-fields.ts';
import { readNumber, readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import { present } from '../present.ts';
import type { Reading } from '../reading.ts';
import { toRef, toRefs } from './fields.ts';

/** Daktela's campaign record in our words. Its actions are codes, and 0 is one of them. */
export function toCampaignRecord(row: WireRow, { time }: Reading): CampaignRecord {
  const code = readNumber(row.action);
  return present({
    id: readText(row.name) ?? '',
    type: toRef(row.record_type),
    action: (code === undefined ? undefined : campaignActions[code]) ?? readText(row.action) ?? 'unknown',
    agent: toRef(row.user),
    contact: toRef(row.contact),
    call: readText(row.call_id),
    activity: toRef(row.activity)?.id,
    statuses: toRefs(row.statuses),
    next_call_at: time(row.nextcall),
    created_at: time(row.created),
    edited_at: time(row.edited),
    custom_fields: readCustomFields(row.customFields),
  });
}

export function toCampaignType(row: WireRow, { time }: Reading): CampaignType {
  const id = readText(row.name) ?? '';
  return present({
    id,
    title: readText(row.title) ?? id,
    description: readText(row.description),
    queue: toRef(row.queue),
    created_at: time(row.created),
  });
}
