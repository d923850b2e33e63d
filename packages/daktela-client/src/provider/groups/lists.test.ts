import { DAKTELA_CANARIES, type Sandbox, startSandbox } from '@voxolib/sandbox';
import {
  AgentSessions,
  Article,
  CampaignRecord,
  Contact,
  CrmRecord,
  chatChannels,
  referenceKinds,
} from '@voxolib/telephony/contact-centre';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tokenOptionsFor } from '../../../test/sandbox-options.ts';
import { daktela } from '../index.ts';

const now = () => new Date('2026-11-20T14:05:09Z');
const week = { from: '2026-11-09T00:00:00Z', until: '2026-11-16T00:00:00Z' };
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now });
});
afterEach(() => sandbox.daktela.setFault(undefined));
afterAll(() => sandbox.close());

function centre(account: 'demo' | 'restricted' | 'overseas' | 'empty' = 'demo') {
  return daktela(tokenOptionsFor(sandbox, account, { now, retries: 0 })).contactCentre;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

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
