import { describe, expect, it } from 'vitest';
import { DAKTELA_CANARIES, DAKTELA_INJECTIONS } from '../../src/index.ts';
import { NOW, sandboxForTests } from '../harness.ts';
import { askDaktela, listOf, query, recordOf, type Wire, where } from './harness.ts';

const sandbox = await sandboxForTests();
const landmarks = sandbox.daktela.landmarks('demo');
if (landmarks === undefined) throw new Error('There are no landmarks.');

const CHATS = ['activitiesWeb', 'activitiesSms', 'activitiesFbm', 'activitiesIgdm', 'activitiesWap', 'activitiesVbr'];

/** Values of a field, over the first records of a list. */
async function valuesOf(endpoint: string, field: string, account: 'demo' | 'overseas' = 'demo'): Promise<unknown[]> {
  const { data } = await listOf(sandbox, `${endpoint}.json?take=1000&fields=${field}`, { account });
  return data.map((record) => record[field]);
}

describe('records of Daktela', () => {
  it('name tickets and queues by numbers, and calls by an id with a dot', async () => {
    for (const endpoint of ['tickets', 'queues']) {
      for (const name of await valuesOf(endpoint, 'name')) expect(name).toBeTypeOf('number');
    }
    for (const id of await valuesOf('activitiesCall', 'id_call')) expect(id).toMatch(/^\d{10}\.\d{4,6}$/);
    expect(await valuesOf('activitiesCall', 'name')).toContain(undefined);
    expect(await valuesOf('realtimeSessions', 'name')).toContain(undefined);
  });

  it('hold custom fields as lists, which may hold null, and as a list where there are none', async () => {
    const fields = (await valuesOf('contacts', 'customFields')) as Record<string, unknown>[];
    for (const { number, email } of fields) expect([number, email].every(Array.isArray)).toBe(true);
    expect(fields.map(({ email }) => email)).toContainEqual([null]);
    expect(fields.map(({ email }) => email)).toContainEqual([]);
    expect(await valuesOf('accounts', 'customFields')).toContainEqual([]);
    expect(await valuesOf('activities', 'customFields')).toContainEqual([]);
  });

  it('write directions of calls and mails in lower case and those of chats in upper case', async () => {
    expect(new Set(await valuesOf('activitiesCall', 'direction'))).toEqual(new Set(['in', 'out', 'internal']));
    expect(new Set(await valuesOf('activitiesEmail', 'direction'))).toEqual(new Set(['in', 'out']));
    for (const endpoint of CHATS.slice(1)) {
      expect(new Set(await valuesOf(endpoint, 'direction'))).toEqual(new Set(['IN', 'OUT']));
    }
    expect(await valuesOf('activitiesWeb', 'direction')).toContain(undefined);
    const lower = await listOf(sandbox, `activitiesWap.json${query(where(['direction', 'eq', 'in']))}`);
    expect(lower.total).toBe(0);
  });

  it('say by YES and NO whether a chat was missed', async () => {
    for (const endpoint of CHATS) {
      const values = new Set(await valuesOf(endpoint, 'missed'));
      expect(values).toContain('YES');
      expect(values).toContain('NO');
    }
  });

  it('tell of a missed call whether it was called back, and by which call', async () => {
    const { data } = await listOf(
      sandbox,
      `activitiesCall.json${query({ ...where(['direction', 'eq', 'in']), fields: 'answered,missed_call,missed_call_time,missed_callback.id_call', take: 1_000 })}`,
    );
    const back = data.filter(({ missed_call }) => missed_call === 0);
    expect(new Set(data.map(({ missed_call }) => missed_call))).toEqual(new Set([null, 0, 1]));
    for (const { answered, missed_call } of data) expect(missed_call === null).toBe(answered);
    const { missed_callback, missed_call_time } = back[0] ?? {};
    const call = await recordOf(
      sandbox,
      `activitiesCall/${(missed_callback as Wire).id_call}.json?fields=direction,call_time`,
    );
    expect(call).toEqual({ direction: 'out', call_time: missed_call_time });
  });

  it('refer by an object, by null, by an empty object, by a name, by a number, or by a title alone', async () => {
    expect(await valuesOf('tickets', 'user')).toContain(null);
    expect(await valuesOf('tickets', 'user', 'overseas')).toContainEqual({});
    const [segment] = await valuesOf('activitiesCallTranscripts', 'activity');
    expect(segment).toMatch(/^activities_/);
    const ticket = await recordOf(sandbox, `activitiesEmail/${landmarks.injectedMail.name}.json?fields=activities`);
    expect((ticket.activities as Wire[])[0]?.item).toBeTypeOf('number');
    const { data } = await listOf(sandbox, 'activitiesCall.json?take=50&fields=id_agent', { account: 'restricted' });
    expect(data).toContainEqual({ id_agent: { title: expect.any(String), alias: '' } });
  });

  it('have zero dates', async () => {
    expect(await valuesOf('tickets', 'last_unread_date')).toContain('0000-00-00 00:00:00');
    expect(await valuesOf('campaignsRecords', 'nextcall')).toContain('0000-00-00 00:00:00');
  });

  it('have every action of a campaign, of which 0 is one', async () => {
    expect(new Set(await valuesOf('campaignsRecords', 'action'))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
    const { data } = await listOf(sandbox, `campaignsRecords.json${query(where(['action', 'eq', '5']))}`);
    expect(data.length).toBeGreaterThan(10);
    for (const { call_id, activity } of data.slice(0, 3)) {
      expect((await recordOf(sandbox, `activitiesCall/${call_id}.json`)).direction).toBe('out');
      expect((await recordOf(sandbox, `activities/${activity}.json`)).type).toBe('CALL');
    }
  });

  it('are wide and hold the secrets of others where they are not projected', async () => {
    for (const [path, canaries] of [
      ['activitiesEmail', Object.values(DAKTELA_CANARIES)],
      ['users', [DAKTELA_CANARIES.accessToken, DAKTELA_CANARIES.mailPassword, DAKTELA_CANARIES.pushToken]],
      ['ticketsCategories', [DAKTELA_CANARIES.oauthToken, DAKTELA_CANARIES.mailPassword]],
    ] as const) {
      const whole = await (await askDaktela(sandbox, `${path}.json?take=20`)).text();
      for (const canary of canaries) expect(whole).toContain(canary);
      const projected = await (await askDaktela(sandbox, `${path}.json?take=20&fields=name,title`)).text();
      for (const canary of Object.values(DAKTELA_CANARIES)) expect(projected).not.toContain(canary);
      expect(whole.length).toBeGreaterThan(projected.length * 5);
    }
  });

  it('never hold a token that opens something, but in whoim', async () => {
    const secrets = Object.values(sandbox.daktela.accounts).flatMap(({ accessToken, password }) => [
      accessToken,
      password,
    ]);
    const text = await (await askDaktela(sandbox, 'users.json?take=1000')).text();
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('belong to an account with more contacts than a page holds', async () => {
    const path = `contacts.json${query({ ...where(['account', 'eq', landmarks.largestAccount]), take: 1_000, fields: 'name' })}`;
    const { data, total } = await listOf(sandbox, path);
    expect([data.length, total]).toEqual([1_000, 1_240]);
    expect((await listOf(sandbox, `accounts/${landmarks.largestAccount}/contacts.json?take=1`)).total).toBe(total);
  });

  it('follow the clock of the caller in their times and filters', async () => {
    const headers = { 'x-timezone-client': 'Europe/London' };
    const [call] = sandbox.daktela.calls('demo', NOW.getTime() - 3_600_000, NOW.getTime());
    const path = `activitiesCall/${call?.id_call}.json?fields=call_time`;
    const [there, here] = [await recordOf(sandbox, path), await recordOf(sandbox, path, { headers })];
    const london = String(here.call_time);
    expect(Date.parse(`${there.call_time}Z`) - Date.parse(`${london}Z`)).toBe(3_600_000);
    const filter = query({ ...where(['call_time', 'eq', london]), fields: 'id_call' });
    expect((await listOf(sandbox, `activitiesCall.json${filter}`, { headers })).data).toContainEqual({
      id_call: call?.id_call,
    });
  });
});

describe('a long ticket of Daktela', () => {
  it('has sixty activities of every type, with what each of them is', async () => {
    const path = `tickets/${landmarks.longTicket}/activities.json?${new URLSearchParams({ 'sort[0][field]': 'time', 'sort[0][dir]': 'asc', take: '100' })}`;
    const { data, total } = await listOf(sandbox, path);
    expect(total).toBe(60);
    expect(new Set(data.map(({ type }) => type))).toEqual(
      new Set([
        'CALL',
        'EMAIL',
        'CHAT',
        'SMS',
        'FBM',
        'IGDM',
        'WAP',
        'VBR',
        'COMMENT',
        'CUSTOM',
        'FBCOMMENT',
        'IGCOMMENT',
      ]),
    );
    const byFilter = await listOf(
      sandbox,
      `activities.json${query({ ...where(['ticket', 'eq', String(landmarks.longTicket)]), take: 100, fields: 'name' })}`,
    );
    expect(byFilter.data.map(({ name }) => name).sort()).toEqual(data.map(({ name }) => name).sort());
    for (const { type, item, description } of data) {
      if (type === 'EMAIL') expect((item as Wire).text).toContain('<p>');
      if (type === 'COMMENT') expect([item, description]).toEqual([null, expect.any(String)]);
      if (type === 'CALL') expect((item as Wire).id_call).toBeTypeOf('string');
    }
    expect((await recordOf(sandbox, `tickets/${landmarks.longTicket}.json`)).customFields).toHaveProperty('mrr');
  });

  it('holds a call of 250 segments, which are in order only by their start', async () => {
    const path = `activitiesCallTranscripts.json${query({ ...where(['activity', 'eq', landmarks.longCall.activity]), 'sort[0][field]': 'start', 'sort[0][dir]': 'asc', take: 1_000 })}`;
    const { data, total } = await listOf(sandbox, path);
    const starts = data.map(({ start }) => Number(start));
    expect([total, starts]).toEqual([250, [...starts].sort((a, b) => a - b)]);
    expect(new Set(data.map(({ type }) => type))).toEqual(new Set(['customer', 'operator', 'unknown']));
    const loose = await listOf(
      sandbox,
      `activitiesCall/${landmarks.longCall.id_call}/transcripts.json?take=1000&fields=start`,
    );
    expect(loose.data.map(({ start }) => Number(start))).not.toEqual(starts);
  });

  it('holds texts that pretend to be instructions', async () => {
    const mail = await recordOf(sandbox, `activitiesEmail/${landmarks.injectedMail.name}.json?fields=text`);
    expect(mail.text).toContain(DAKTELA_INJECTIONS.email + DAKTELA_INJECTIONS.controls);
    const long = await recordOf(sandbox, `activitiesEmail/${landmarks.longMail.name}.json?fields=text`);
    expect(String(long.text).length).toBeGreaterThan(10_000);
    const chat = await listOf(sandbox, `activitiesWeb/${landmarks.injectedChat.name}/messages.json?fields=text`);
    expect(chat.data).toContainEqual({ text: DAKTELA_INJECTIONS.chat });
    const call = await listOf(sandbox, `activitiesCall/${landmarks.injectedCall.id_call}/transcripts.json?fields=text`);
    expect(call.data).toContainEqual({ text: DAKTELA_INJECTIONS.transcript });
  });
});

describe('what is written in Daktela', () => {
  it('gives seconds of transcripts as numbers in some calls and as text in others', async () => {
    const starts = await valuesOf('activitiesCallTranscripts', 'start');
    expect(new Set(starts.map((start) => typeof start))).toEqual(new Set(['number', 'string']));
  });

  it('is in three languages, with quotes in two ways and signatures that stop in the middle', async () => {
    const { data } = await listOf(sandbox, 'activitiesEmail.json?take=1000&fields=text');
    const bodies = data.map(({ text }) => String(text));
    for (const mark of [
      'Dobrý den',
      'Bonjour',
      'Hello,',
      'napsal(a)',
      'a écrit',
      'wrote:',
      '<blockquote>',
      '&gt; ',
      '-- ',
    ]) {
      expect(bodies.some((body) => body.includes(mark))).toBe(true);
    }
    expect(bodies.some((body) => body.includes('class="sig"') && !body.includes('</p></body>'))).toBe(true);
  });

  it('is there for each channel of chats, in order by time', async () => {
    for (const endpoint of CHATS) {
      const { data } = await listOf(
        sandbox,
        `${endpoint}.json${query({ ...where(['answered', 'eq', '1']), fields: 'name', take: 3 })}`,
      );
      for (const { name } of data) {
        const sorted = query({ 'sort[0][field]': 'time_created', 'sort[0][dir]': 'asc' });
        const { data: messages } = await listOf(sandbox, `${endpoint}/${name}/messages.json${sorted}`);
        expect(messages.length).toBeGreaterThan(0);
        for (const message of messages) expect(message.text).toBeTypeOf('string');
      }
    }
  });

  it('belongs to contacts, below whom it is found', async () => {
    const [ticket] = sandbox.daktela.tickets('demo', NOW.getTime() - 86_400_000, NOW.getTime());
    for (const relation of ['tickets', 'activities']) {
      const { data } = await listOf(
        sandbox,
        `contacts/${ticket?.contact}/${relation}.json?take=1000&fields=contact.name`,
      );
      expect(data.length).toBeGreaterThan(0);
      for (const { contact } of data) expect(contact).toEqual({ name: ticket?.contact });
    }
  });

  it('comes with attachments, which have names', async () => {
    const { data } = await listOf(
      sandbox,
      `tickets.json${query({ ...where(['has_attachment', 'eq', '1']), fields: 'name', take: 3 })}`,
    );
    for (const { name } of data) {
      const mails = await listOf(sandbox, `tickets/${name}/activities.json?fields=name,attachments`);
      const activity = mails.data.find(({ attachments }) => (attachments as unknown[]).length > 0);
      const below = await listOf(sandbox, `activities/${activity?.name}/attachments.json`);
      expect(below.data[0]).toMatchObject({ file: expect.any(String), title: expect.stringContaining('.') });
    }
  });

  it('has sales in the stages of a pipeline, with what they would bring', async () => {
    const statuses = await listOf(
      sandbox,
      `statuses.json${query(where(['title', 'in', ['S1-Discovery', 'S2-Qualification']]))}`,
    );
    const names = statuses.data.map(({ name }) => String(name));
    expect(names).toHaveLength(2);
    const open = where(
      ['statuses', 'in', names],
      ['stage', 'in', ['OPEN', 'WAIT']],
      ['category', 'eq', 'categories_0005'],
    );
    const { data } = await listOf(sandbox, `tickets.json${query({ ...open, fields: 'name,customFields', take: 20 })}`);
    expect(data.length).toBeGreaterThan(3);
    for (const { customFields } of data) expect(Number((customFields as { mrr: string[] }).mrr[0])).toBeGreaterThan(0);
  });
});
