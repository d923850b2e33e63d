/** What a text of an answer is, by the field that it stands in. */
export type FieldKind = 'person' | 'agent' | 'phone' | 'plain' | 'words';

const PLAIN = new Set([
  'id',
  'url',
  'ticket_url',
  'uri',
  'activity',
  'call',
  'next_cursor',
  'kind',
  'channel',
  'tz',
  'provider',
]);
const PHONES = new Set(['number', 'phone', 'phones', 'did', 'clid']);
const AGENTS = new Set(['agent', 'agents', 'created_by', 'user']);
const CONTACTS = new Set(['contact', 'contacts']);
const CHAT_KINDS = new Set(['web_chat', 'sms', 'messenger', 'instagram', 'whatsapp', 'viber', 'call']);

const NAME_LABEL =
  /(?:^|[\s_-])(?:(?:first|last|sur|full|contact)?_?name|nom|prenom|jmeno|prijmeni|osoba|person)(?:$|[\s_-])/u;
const PHONE_LABEL = /number|phone|mobil|tel|cislo|numero|fax/u;

/** The kinds of the fields of a record that stands under `under` (the name of the field or of the list that holds it). */
export function fieldKind(name: string, record: Readonly<Record<string, unknown>>, under: string): FieldKind {
  if (under === 'custom_fields') return labelKind(name);
  if (name === 'id' && typeof record.id === 'string') return 'plain';
  if (PLAIN.has(name) || name.endsWith('_id')) return 'plain';
  // Other records are given by their titles alone, with the id beside them.
  if (CONTACTS.has(name)) return isId(record[name]) ? 'plain' : 'person';
  if (AGENTS.has(name)) return 'agent';
  if (PHONES.has(name)) return 'phone';
  if (name === 'number_name' || name === 'sender') return 'person';
  if (name === 'title' || name === 'name') return titleKind(name, record, under);
  return 'words';
}

/** A caller may have asked by the id. */
function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z]+_\w*\d\w*$/.test(value);
}

function titleKind(name: string, record: Readonly<Record<string, unknown>>, under: string): FieldKind {
  if (AGENTS.has(under)) return 'agent';
  if (CONTACTS.has(under)) return 'person';
  if (name === 'name') {
    if (record.speaker === 'agent' || record.speaker === 'bot') return 'agent';
    // People have names, and what is no person has a title. A period has a name, and no id.
    return 'id' in record || 'address' in record || 'speaker' in record ? 'person' : 'words';
  }
  if ('channel' in record) return 'person';
  return typeof record.kind === 'string' && CHAT_KINDS.has(record.kind) ? 'person' : 'words';
}

function labelKind(label: string): FieldKind {
  const folded = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (PHONE_LABEL.test(folded)) return 'phone';
  return NAME_LABEL.test(folded) ? 'person' : 'words';
}
