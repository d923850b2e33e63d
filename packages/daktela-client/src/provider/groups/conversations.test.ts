import { type DaktelaActivity, type Sandbox, startSandbox } from '@voxolib/sandbox';
import { Activity, Chat, type ChatChannel, chatChannels, Email } from '@voxolib/telephony/contact-centre';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tokenOptionsFor } from '../../../test/sandbox-options.ts';
import { daktela } from '../index.ts';

const now = () => new Date('2026-11-20T14:05:09Z');
const week = { from: '2026-11-09T00:00:00Z', until: '2026-11-16T00:00:00Z' };
let sandbox: Sandbox;
let activities: DaktelaActivity[];

beforeAll(async () => {
  sandbox = await startSandbox({ now });
  activities = [...sandbox.daktela.activities('demo', Date.parse(week.from), Date.parse(week.until))];
});
afterEach(() => sandbox.daktela.setFault(undefined));
afterAll(() => sandbox.close());

function centre(account: 'demo' | 'restricted' | 'overseas' | 'empty' = 'demo') {
  return daktela(tokenOptionsFor(sandbox, account, { now, retries: 0 })).contactCentre;
}

describe('activities', () => {
  test('of each kind are those that there were', async () => {
    const types = { call: 'CALL', email: 'EMAIL', sms: 'SMS', whatsapp: 'WAP' } as const;
    for (const [kind, type] of Object.entries(types) as [keyof typeof types, string][]) {
      const expected = activities.filter((activity) => activity.type === type);
      expect(await centre().activities.count({ kind: [kind], range: week })).toMatchObject({ total: expected.length });
    }
  });

  test('are read with the content of their kind', async () => {
    for (const kind of ['call', 'email', 'web_chat', 'sms'] as const) {
      const { records } = await centre().activities.list({ kind: [kind], range: week }, { take: 5 });
      for (const { id } of records) {
        const { record } = await centre().activities.read({ id });
        Activity.parse(record);
        const content = record.call ?? record.email ?? record.chat;
        expect(content?.activity).toBe(id);
        if (kind === 'web_chat' || kind === 'sms') expect(record.messages?.length).toBeGreaterThan(0);
      }
      expect(records.length).toBeGreaterThan(0);
    }
  });

  test('of a ticket', async () => {
    const { ticket, name } = activities.find((one) => one.ticket !== null) ?? {};
    const { records } = await centre().activities.list({ ticket: `TK00${ticket}` }, { take: 250 });
    expect(records.map(({ id }) => id)).toContain(name);
    for (const record of records) expect(record.ticket?.id).toBe(String(ticket));
  });
});

describe('mails', () => {
  test('have their words, without what they quote unless it is wanted', async () => {
    const request = { take: 100 };
    const [own, whole] = await Promise.all([
      centre().emails.list({ range: week }, request),
      centre().emails.list({ range: week }, { ...request, quotes: true }),
    ]);
    expect(own.records.map(({ id }) => id)).toEqual(whole.records.map(({ id }) => id));
    expect(own.records.filter(({ quotes_left_out }) => quotes_left_out).length).toBeGreaterThan(0);
    for (const [place, { text = '', quotes_left_out }] of own.records.entries()) {
      const all = whole.records[place]?.text ?? '';
      expect(text).not.toMatch(/<\/?(p|div|br|script|style)\b/i);
      expect(text).not.toMatch(/^>/m);
      expect(text.length < all.length).toBe(quotes_left_out);
      expect(text).not.toMatch(/(napsal\(a\).*|a écrit ?|wrote|schrieb.*):$/m);
    }
    for (const record of own.records) Email.parse(record);
  });

  test('of a ticket are those of its activities', async () => {
    const { records } = await centre().emails.list({ range: week }, { take: 50 });
    const ticket = records.find((one) => one.ticket !== undefined)?.ticket?.id ?? '';
    const { records: thread } = await centre().activities.list({ ticket, kind: ['email'] }, { take: 250 });
    const mails = await centre().emails.list({ ticket }, { take: 250 });
    expect(mails.records.map(({ activity }) => activity).sort()).toEqual(thread.map(({ id }) => id).sort());
    expect(await centre().emails.count({ ticket })).toMatchObject({ total: thread.length });
  });

  test('are found by direction, address and text, and read with who wrote to whom', async () => {
    const [mail] = (await centre().emails.list({ direction: 'inbound', range: week }, { take: 1 })).records;
    expect(mail?.direction).toBe('inbound');
    const address = mail?.address ?? '';
    const found = await centre().emails.list({ address }, { take: 250 });
    expect(found.records.map(({ id }) => id)).toContain(mail?.id);
    for (const one of found.records) expect(one.address).toBe(address);
    const { record } = await centre().emails.read({ id: mail?.id ?? '', quotes: true });
    expect(record.from?.map((one) => one.address)).toEqual([address]);
    const titled = await centre().emails.list({ text: mail?.title ?? '' }, { take: 250 });
    expect(titled.records.map(({ id }) => id)).toContain(mail?.id);
  });
});

describe('chats', () => {
  const types = { web: 'CHAT', sms: 'SMS', messenger: 'FBM', instagram: 'IGDM', whatsapp: 'WAP', viber: 'VBR' };

  test.each(chatChannels)('%s', async (channel: ChatChannel) => {
    const expected = activities.filter(({ type }) => type === types[channel]);
    const { records, total } = await centre().chats.list({ channel, range: week }, { take: 250 });
    expect(total).toBe(expected.length);
    expect(records.map(({ activity }) => activity).sort()).toEqual(expected.map(({ name }) => name).sort());
    for (const record of records) Chat.parse(record);
    const { record } = await centre().chats.read({ channel, id: records[0]?.id ?? '' });
    expect(record.messages?.length).toBeGreaterThan(0);
    if (channel === 'web') return;
    const inbound = await centre().chats.count({ channel, direction: 'inbound', range: week });
    expect(inbound.total).toBe(expected.filter(({ direction }) => direction === 'in').length);
  });

  test('that were missed and that were not are all of them', async () => {
    const of = (missed?: boolean) => centre().chats.count({ channel: 'web', range: week, missed });
    const [all, missed, others] = await Promise.all([of(), of(true), of(false)]);
    expect(missed.total).toBeGreaterThan(0);
    expect(missed.total + others.total).toBe(all.total);
  });

  test('of the web have no direction, and channels that do not exist are named', async () => {
    const refused = { code: 'INVALID_INPUT', field: 'direction' };
    await expect(centre().chats.list({ channel: 'web', direction: 'inbound' }, {})).rejects.toMatchObject(refused);
    await expect(centre().chats.list({ channel: 'fax' as never }, {})).rejects.toMatchObject({ field: 'channel' });
    await expect(centre('overseas').chats.list({ channel: 'viber' }, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(centre().chats.read({ channel: 'web', id: 'web_0' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
