import { type DaktelaLandmarks, type Sandbox, startSandbox } from '@voxolib/sandbox';
import { eras } from '@voxolib/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DaktelaClient, type Data, daktelaClient } from './support/daktela-client.ts';

const now = () => new Date('2026-11-20T14:05:09Z');
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

let sandbox: Sandbox;
let open: DaktelaClient;
let known: DaktelaLandmarks;
/** Every customer there is, as the instance knows them. */
const names = new Set<string>();
const numbers = new Set<string>();
const addresses = new Set<string>();

beforeAll(async () => {
  sandbox = await startSandbox({ now });
  open = await daktelaClient(sandbox, { now });
  const landmarks = sandbox.daktela.landmarks('demo');
  if (landmarks === undefined) throw new Error('The demo instance has landmarks');
  known = landmarks;
  for (let skip: number | undefined = 0; skip !== undefined; ) {
    const page: Data = (await open.call('daktela_list_crm', { kind: 'contacts', skip, take: 250, max_tokens: 24_000 }))
      .data;
    for (const { name, phones = [], emails = [] } of page.records) {
      const words = fold(name).split(' ');
      names.add(words.join(' ')).add(words.toReversed().join(' '));
      for (const phone of phones) numbers.add(phone.replace(/\D/g, '').slice(-9));
      for (const email of emails) addresses.add(email.toLowerCase());
    }
    skip = page.next_skip;
  }
});
afterAll(() => sandbox.close());

function found(answer: string): string[] {
  const text = fold(answer);
  const digits = text.replace(/[\s().+-]/g, '');
  return [
    ...[...names].filter((name) => text.includes(name)),
    ...[...numbers].filter((number) => digits.includes(number)),
    ...[...addresses].filter((address) => text.includes(address)),
  ];
}

const few = { take: 25, max_tokens: 24_000 };
const calls: [string, () => Record<string, unknown>][] = [
  ['daktela_list_tickets', () => few],
  ['daktela_get_ticket', () => ({ ticket: String(known.longTicket), take: 100, max_tokens: 24_000 })],
  [
    'daktela_get_ticket',
    () => ({
      ticket: String(known.longTicket),
      include: ['thread', 'mails', 'chats', 'transcripts', 'attachments'],
      quotes: true,
      order: 'desc',
      max_tokens: 24_000,
    }),
  ],
  ['daktela_list_activities', () => few],
  ['daktela_get_activity', () => ({ id: known.longMail.activity })],
  ['daktela_list_calls', () => few],
  ['daktela_list_calls', () => ({ transcripts: true, period: 'yesterday', ...few })],
  ['daktela_get_call', () => ({ id: known.longCall.id_call })],
  ['daktela_get_call_transcript', () => ({ id: known.injectedCall.id_call })],
  ['daktela_agent_stats', () => ({ period: 'yesterday' })],
  ['daktela_list_emails', () => ({ quotes: true, ...few })],
  ['daktela_get_email', () => ({ id: known.injectedMail.name, quotes: true })],
  ...['web', 'sms', 'messenger', 'instagram', 'whatsapp', 'viber'].map(
    (channel): [string, () => Record<string, unknown>] => ['daktela_list_chats', () => ({ channel, ...few })],
  ),
  ['daktela_get_chat', () => ({ channel: 'web', id: known.injectedChat.name })],
  ...['contacts', 'accounts', 'crm_records'].map((kind): [string, () => Record<string, unknown>] => [
    'daktela_list_crm',
    () => ({ kind, ...few }),
  ]),
  ['daktela_get_crm', () => ({ kind: 'contact', id: 'contact_000001' })],
  ['daktela_list_campaign_records', () => few],
  ['daktela_list_reference', () => ({ kind: 'agents', ...few })],
  ['daktela_list_reference', () => ({ kind: 'templates', ...few })],
  ['daktela_list_agents_now', () => ({})],
];

describe.each(eras)('in the era of %s', (era) => {
  test('nobody passes in any answer', async () => {
    const discreet = await daktelaClient(sandbox, { now, privacy: true, era });
    let people = 0;
    for (const [name, given] of calls) {
      const [masked, named] = await Promise.all([discreet.call(name, given()), open.call(name, given())]);
      const label = `${name} ${JSON.stringify(given())}`;
      expect(masked.isError, `${label}: ${masked.text}`).toBe(false);
      expect(found(masked.text + JSON.stringify(masked.data)), label).toEqual([]);
      people += found(named.text + JSON.stringify(named.data)).length;
    }
    expect(people).toBeGreaterThan(100);
  });
});

test('the same person has the same stand-in in all rows, and ids lead on', async () => {
  const discreet = await daktelaClient(sandbox, { now, privacy: true });
  const given = { ...few, period: 'last_7_days' };
  const [masked, named] = await Promise.all(
    [discreet, open].map(async (client) => (await client.call('daktela_list_emails', given)).data.emails as Data[]),
  );
  const pairs = (masked ?? []).map((row, index) => [named?.[index]?.contact, row.contact] as const);
  const standIns = new Map(pairs);
  for (const [name, standIn] of pairs) expect(standIns.get(name)).toBe(standIn);
  expect(new Set(standIns.values()).size).toBe(standIns.size);
  const contact = (masked ?? []).find((row) => row.contact_id)?.contact_id;
  const { data, isError } = await discreet.call('daktela_list_tickets', { contact });
  expect(isError).toBe(false);
  expect(data.resolved.contact[0]).toBe(`‹person 1› (${contact})`);
});

test('a name that several people have is answered with ids alone', async () => {
  const discreet = await daktelaClient(sandbox, { now, privacy: true });
  const { text, isError } = await discreet.call('daktela_list_tickets', { contact: 'Vzorová' });
  expect(isError).toBe(true);
  expect(text).toMatch(/fits several contacts: ‹person \d+› \(contact_/);
  expect(found(text)).toEqual([]);
});

test('lists of the instance can be read', async () => {
  const discreet = await daktelaClient(sandbox, { now, privacy: true });
  expect(await discreet.resource('voxolib://daktela/queues')).toContain('Hotline');
  expect(await discreet.resource('voxolib://daktela/statuses')).toContain('S2-Qualification');
  expect(await discreet.resource('voxolib://daktela/categories')).toContain('Fakturace');
});
