import type { Activity, ActivityKind, ChatChannel } from '@voxolib/telephony/contact-centre';
import { readCustomFields } from '../../readers/custom-fields.ts';
import { readFlag, readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import { present } from '../present.ts';
import type { Reading } from '../reading.ts';
import { htmlToText } from '../text/html-text.ts';
import { toFileNames, toRef, toRefs, toSeconds, toTicketUrl, toWord } from './fields.ts';

/** Daktela's names of the kinds. */
export const activityTypes = {
  call: 'CALL',
  email: 'EMAIL',
  web_chat: 'CHAT',
  sms: 'SMS',
  messenger: 'FBM',
  instagram: 'IGDM',
  whatsapp: 'WAP',
  viber: 'VBR',
  facebook_comment: 'FBCOMMENT',
  instagram_comment: 'IGCOMMENT',
  comment: 'COMMENT',
  custom: 'CUSTOM',
} as const satisfies Readonly<Record<ActivityKind, string>>;

const kinds = new Map(Object.entries(activityTypes).map(([kind, type]) => [type as string, kind]));

export const channelOfKind: Readonly<Record<string, ChatChannel>> = {
  web_chat: 'web',
  sms: 'sms',
  messenger: 'messenger',
  instagram: 'instagram',
  whatsapp: 'whatsapp',
  viber: 'viber',
};

/** Daktela's activity in our words, without the record of its kind. */
export async function toActivity(row: WireRow, { url, time }: Reading): Promise<Activity> {
  const type = readText(row.type)?.toUpperCase() ?? '';
  const ticket = toRef(row.ticket);
  const words = readText(row.description);
  return present({
    id: readText(row.name) ?? '',
    kind: kinds.get(type) ?? (type === '' ? 'other' : type.toLowerCase()),
    title: readText(row.title),
    state: toWord(row.action),
    ticket,
    ticket_url: toTicketUrl(url, ticket),
    queue: toRef(row.queue),
    agent: toRef(row.user),
    contact: toRef(row.contact),
    important: readFlag(row.important),
    at: time(row.time),
    opened_at: time(row.time_open),
    closed_at: time(row.time_close),
    duration_s: toSeconds(row.duration),
    ringing_s: toSeconds(row.ringing_time),
    statuses: toRefs(row.statuses),
    text: words === undefined ? undefined : await htmlToText(words, { style: 'plain' }),
    attachments: toFileNames(row.attachments),
    custom_fields: readCustomFields(row.customFields),
  });
}
