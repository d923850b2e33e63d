import { DAKTELA_CANARIES, type DaktelaActivity, type DaktelaCall, type Sandbox, startSandbox } from '@voxolib/sandbox';
import {
  Activity,
  AgentCallReport,
  AgentSessions,
  Article,
  CampaignRecord,
  Chat,
  type ChatChannel,
  Contact,
  ContactCall,
  CrmRecord,
  chatChannels,
  Email,
  referenceKinds,
} from '@voxolib/telephony/contact-centre';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listOf, startInstance, whoever } from '../../../test/fake-instance.ts';
import { tokenOptionsFor } from '../../../test/sandbox-options.ts';
import { daktela } from '../index.ts';

const now = () => new Date('2026-11-20T14:05:09Z');
const week = { from: '2026-11-09T00:00:00Z', until: '2026-11-16T00:00:00Z' };
let sandbox: Sandbox;
let calls: DaktelaCall[];
let activities: DaktelaActivity[];

beforeAll(async () => {
  sandbox = await startSandbox({ now });
  calls = [...sandbox.daktela.calls('demo', Date.parse(week.from), Date.parse(week.until))];
  activities = [...sandbox.daktela.activities('demo', Date.parse(week.from), Date.parse(week.until))];
});
afterEach(() => sandbox.daktela.setFault(undefined));
afterAll(() => sandbox.close());

function centre(account: 'demo' | 'restricted' | 'overseas' | 'empty' = 'demo') {
  return daktela(tokenOptionsFor(sandbox, account, { now, retries: 0 })).contactCentre;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('calls', () => {
  test.each<[string, object, (call: DaktelaCall) => boolean]>([
    ['all', {}, () => true],
    ['inbound', { direction: 'inbound' }, ({ direction }) => direction === 'in'],
    ['not answered', { answered: false }, ({ answered }) => !answered],
    ['missed', { missed: 'any' }, ({ missed }) => missed !== undefined],
    ['missed and open', { missed: 'open' }, ({ missed }) => missed === 'open'],
    ['called back', { missed: 'called_back' }, ({ missed }) => missed === 'called_back'],
    ['long', { min_duration_s: 300 }, ({ duration_s }) => duration_s >= 300],
    ['of a queue', { queue: ['4004'] }, ({ queue }) => queue === 4004],
  ])('%s', async (_, filter, fits) => {
    const expected = calls.filter(fits);
    expect(expected.length).toBeGreaterThan(0);
    const asked = { ...filter, range: week };
    const { records, total } = await centre().calls.list(asked, { take: 250 });
    expect(total).toBe(expected.length);
    const newest = expected.toSorted((one, other) => other.at - one.at).slice(0, 250);
    expect(records.map(({ at }) => Date.parse(at ?? ''))).toEqual(newest.map(({ at }) => Math.floor(at / 1000) * 1000));
    for (const record of records) ContactCall.parse(record);
    expect(new Set(records.map(({ activity }) => activity))).toEqual(new Set(newest.map(({ name }) => name)));
    expect(await centre().calls.count(asked)).toMatchObject({ total });
  });

  test('are found by a number in any notation', async () => {
    const { records } = await centre().calls.list({}, { take: 50 });
    const known = records.find(({ number }) => /^420\d{9}$/.test(number ?? ''));
    const digits = (known?.number ?? '').slice(3);
    for (const number of [
      digits,
      `+420 ${digits}`,
      `00420${digits}`,
      `+420-${digits.slice(0, 3)}-${digits.slice(3)}`,
    ]) {
      const found = await centre().calls.list({ number }, { take: 250 });
      expect(found.records.map(({ id }) => id)).toContain(known?.id);
      for (const call of found.records) expect(call.number?.endsWith(digits)).toBe(true);
    }
    await expect(centre().calls.list({ number: 'me' }, {})).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      field: 'number',
    });
  });

  test('are read by id, with their activity', async () => {
    const [one] = (await centre().calls.list({ range: week }, { take: 1 })).records;
    const { record } = await centre().calls.read({ id: one?.id ?? '' });
    expect(record).toMatchObject({ id: one?.id, activity: one?.activity });
    await expect(centre().calls.read({ id: '1.1' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(centre().calls.read({ id: '../tickets/1' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('are counted by agent and queue, and every figure adds up', async () => {
    const progress: [number, number][] = [];
    const report = await centre().calls.byAgent({ range: week }, ['agent', 'queue'], {
      progress: (done, total) => progress.push([done, total]),
    });
    AgentCallReport.parse(report);
    const { totals, rows } = report;
    expect(totals).toEqual({
      calls: calls.length,
      inbound: calls.filter(({ direction }) => direction === 'in').length,
      outbound: calls.filter(({ direction }) => direction === 'out').length,
      internal: calls.filter(({ direction }) => direction === 'internal').length,
      answered: calls.filter(({ answered }) => answered).length,
      missed: calls.filter(({ answered, direction }) => !answered && direction === 'in').length,
      not_reached: calls.filter(({ answered, direction }) => !answered && direction !== 'in').length,
      talk_s: sum(calls.map(({ duration_s }) => duration_s)),
      waiting_s: sum(calls.map(({ waiting_s }) => waiting_s)),
      ringing_s: sum(calls.map(({ ringing_s }) => ringing_s)),
    });
    for (const name of Object.keys(totals) as (keyof typeof totals)[]) {
      expect(sum(rows.map((row) => row[name]))).toBe(totals[name]);
    }
    const ofAgents = new Map(Map.groupBy(calls, ({ user }) => user ?? undefined));
    for (const [user, those] of ofAgents) {
      expect(sum(rows.filter(({ agent }) => agent?.id === user).map((row) => row.calls))).toBe(those.length);
    }
    expect(progress.at(-1)).toEqual([calls.length, calls.length]);
  });

  test('by agent are asked for once more, whole, where Daktela leaves agents out', async () => {
    const row = { id_call: '1.1', direction: 'in', answered: true, duration: 5 };
    const { options } = await startInstance(({ path, query }) => {
      const isWhole = Object.values(query).includes('id_agent');
      return whoever(path) ?? listOf([isWhole ? { ...row, id_agent: { name: 'alice', title: 'Alice' } } : row]);
    });
    const { rows } = await daktela(options({ now })).contactCentre.calls.byAgent({ range: week }, ['agent']);
    expect(rows).toMatchObject([{ agent: { id: 'alice', title: 'Alice' }, calls: 1 }]);
  });

  test('have transcripts, in order, by the id of the call or of its activity', async () => {
    const { records } = await centre().calls.transcripts({ range: week }, { take: 30 });
    const spoken = records.filter(({ transcript }) => transcript !== undefined);
    expect(spoken.length).toBeGreaterThan(0);
    expect(records.some(({ problem }) => problem !== undefined)).toBe(false);
    const one = spoken[0];
    for (const of of [one?.call.id ?? '', one?.call.activity ?? '']) {
      const { record } = await centre().calls.transcript({ of });
      expect(record).toEqual(one?.transcript);
    }
    for (const { transcript } of spoken) {
      const starts = transcript?.segments.map(({ start_s }) => start_s) ?? [];
      expect(starts).toEqual(starts.toSorted((first, second) => first - second));
    }
  });

  test('of more than two hundred parts are read through', async () => {
    const { records } = await centre().calls.transcripts({ min_duration_s: 1500 }, { take: 50 });
    const longest = records.reduce((most, one) => Math.max(most, one.transcript?.segments.length ?? 0), 0);
    const call = records.find(({ transcript }) => transcript?.segments.length === longest);
    expect(longest).toBeGreaterThan(200);
    const parts: unknown[] = [];
    for (let skip: number | undefined = 0; skip !== undefined; ) {
      const { record } = await centre().calls.transcript({ of: call?.call.id ?? '', skip, take: 100 });
      parts.push(...record.segments);
      skip = record.next_skip;
    }
    expect(parts).toEqual(call?.transcript?.segments);
  });

  test('say when they have no transcript, and when there is no such call', async () => {
    const unanswered = (await centre().calls.list({ answered: false }, { take: 1 })).records[0];
    const { record, warnings } = await centre().calls.transcript({ of: unanswered?.id ?? '' });
    expect([record.segments, warnings]).toEqual([[], ['This call has no transcript.']]);
    await expect(centre().calls.transcript({ of: '1.1' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('are given when their transcripts may not be read', async () => {
    const { records, warnings } = await centre('restricted').calls.transcripts({ range: week }, { take: 3 });
    expect(records).toHaveLength(3);
    for (const { problem } of records) expect(problem).toContain('transcript');
    expect(warnings?.join()).toContain('transcript');
  });
});

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

describe('CRM and campaigns', () => {
  test('a contact is found by any notation of its phone, and by its address', async () => {
    const { records } = await centre().crm.contacts({}, { take: 100 });
    const one = records.find(({ phones, emails }) => phones.length > 0 && emails.length > 0);
    const digits = (one?.phones[0] ?? '').replaceAll(/\D/g, '').slice(-9);
    const spaced = `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
    for (const phone of [one?.phones[0] ?? '', digits, spaced]) {
      expect((await centre().crm.contacts({ phone }, {})).records.map(({ id }) => id)).toContain(one?.id);
    }
    const byMail = await centre().crm.contacts({ email: one?.emails[0] }, {});
    expect(byMail.records.map(({ id }) => id)).toEqual([one?.id]);
    const { record } = await centre().crm.contact({ id: one?.id ?? '' });
    expect(Contact.parse(record)).toEqual(one);
  });

  test('accounts, CRM records and campaign records are listed, counted and read', async () => {
    const { crm, campaigns } = centre();
    const accounts = await crm.accounts({}, { take: 250 });
    expect(await crm.countAccounts({})).toMatchObject({ total: accounts.total });
    expect((await crm.account({ id: accounts.records[0]?.id ?? '' })).record).toEqual(accounts.records[0]);
    const records = await crm.records({ stage: 'open' }, { take: 10 });
    for (const record of records.records) expect(CrmRecord.parse(record).stage).toBe('open');
    expect(await crm.countRecords({ stage: 'open' })).toMatchObject({ total: records.total });
    expect((await crm.record({ id: records.records[0]?.id ?? '' })).record).toEqual(records.records[0]);
    const done = await campaigns.records({ action: ['done', 'not_assigned'] }, { take: 10 });
    for (const record of done.records) expect(['done', 'not_assigned']).toContain(CampaignRecord.parse(record).action);
    expect(await campaigns.count({ action: ['done', 'not_assigned'] })).toMatchObject({ total: done.total });
    expect((await campaigns.record({ id: done.records[0]?.id ?? '' })).record).toEqual(done.records[0]);
    const types = await campaigns.types({});
    const [type] = types.records;
    const ofType = await campaigns.records({ type: [type?.title ?? ''] }, { take: 5 });
    expect(ofType.resolved).toEqual({ type: [{ id: type?.id, title: type?.title }] });
  });
});

describe('lists, articles and sessions', () => {
  test('are kept, filtered here, and given page by page', async () => {
    const { reference } = centre();
    sandbox.daktela.clearRequests();
    const all = await reference.list('agents', {}, { take: 1000 });
    const first = await reference.list('agents', {}, { take: 7 });
    const second = await reference.list('agents', {}, { take: 7, skip: first.next_skip });
    expect([...first.records, ...second.records]).toEqual(all.records.slice(0, 14));
    const novaks = await reference.list('agents', { text: 'novak' }, {});
    expect(novaks.records.map(({ title }) => title)).toContain('Jan Novák');
    expect(sandbox.daktela.requests).toHaveLength(1);
    await reference.list('agents', {}, {}, { fresh: true });
    expect(sandbox.daktela.requests).toHaveLength(2);
  });

  test.each(referenceKinds)('%s', async (kind) => {
    const { records, total } = await centre().reference.list(kind, {}, {});
    expect(total).toBe(records.length);
    const [one] = records;
    const { record } = await centre().reference.read(kind, { id: one?.id ?? '' });
    expect(record).toMatchObject({ id: one?.id, title: one?.title });
    if (kind === 'templates') expect(record.text).toMatch(/\w/);
  });

  test('articles are found and come as Markdown', async () => {
    const { records } = await centre().knowledge.articles({ published: true }, {});
    const { record } = await centre().knowledge.article({ id: records[0]?.id ?? '' });
    expect(Article.parse(record).text).toMatch(/^#{1,3} \S/m);
    const folder = (await centre().knowledge.folders({})).records.find(({ id }) => id === record.folder?.id);
    const inFolder = await centre().knowledge.articles({ folder: folder?.title }, { take: 250 });
    expect(inFolder.records.map(({ id }) => id)).toContain(record.id);
    await expect(centre('overseas').knowledge.articles({}, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('sessions are counted by state', async () => {
    const { realtime } = centre();
    const all = AgentSessions.parse(await realtime.sessions({}));
    expect(sum(Object.values(all.by_state))).toBe(all.total);
    expect(all.sessions).toHaveLength(all.total);
    const paused = await realtime.sessions({ state: ['Paused'] });
    expect(paused.total).toBe(all.by_state.paused);
    for (const { pause, in_state_s } of paused.sessions) {
      expect(pause).toBeDefined();
      expect(in_state_s).toBeGreaterThanOrEqual(0);
    }
    const [one] = all.sessions;
    const ofOne = await realtime.sessions({ agent: [one?.agent.id ?? ''] });
    expect(ofOne.sessions).toEqual([one]);
  });
});

test('who asks', async () => {
  await expect(centre().whoAmI()).resolves.toMatchObject({
    id: 'demo.sandbox',
    tz: 'Europe/Prague',
    url: sandbox.daktela.url,
  });
});

test('an instance without anything answers with nothing', async () => {
  const { tickets, calls: none, emails, crm } = centre('empty');
  for (const page of [
    await tickets.list({}, {}),
    await none.list({}, {}),
    await emails.list({}, {}),
    await crm.accounts({}, {}),
  ]) {
    expect(page).toMatchObject({ records: [], total: 0, skip: 0 });
    expect(page).not.toHaveProperty('next_skip');
  }
  await expect(none.byAgent({ range: week }, ['agent'])).resolves.toMatchObject({ rows: [], totals: { calls: 0 } });
});

test('nothing that is given holds a secret of another record', async () => {
  const {
    tickets,
    calls: some,
    emails,
    chats,
    crm,
    campaigns,
    reference,
    realtime,
    knowledge,
    activities: acts,
    whoAmI,
  } = centre();
  const [first] = (await acts.list({ kind: ['email'] }, { take: 1 })).records;
  const answers = [
    await whoAmI(),
    await tickets.list({}, { take: 20 }),
    await tickets.read({
      id: first?.ticket?.id ?? '',
      include: ['thread', 'mails', 'chats', 'transcripts', 'attachments'],
    }),
    await acts.read({ id: first?.id ?? '' }),
    await some.list({}, { take: 20 }),
    await some.transcripts({}, {}),
    await emails.list({}, { take: 20 }),
    ...(await Promise.all(chatChannels.map((channel) => chats.list({ channel }, { take: 20 })))),
    await crm.contacts({}, {}),
    await crm.records({}, {}),
    await campaigns.records({}, {}),
    ...(await Promise.all(referenceKinds.map((kind) => reference.list(kind, {}, {})))),
    await reference.read('agents', { id: 'jan.novak2' }),
    await reference.read('queues', { id: '4004' }),
    await realtime.sessions({}),
    await knowledge.articles({}, {}),
  ];
  const text = JSON.stringify(answers);
  for (const canary of [...Object.values(DAKTELA_CANARIES), sandbox.daktela.accounts.demo.accessToken]) {
    expect(text).not.toContain(canary);
  }
});
