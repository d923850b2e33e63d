import { type DaktelaCall, type Sandbox, startSandbox } from '@voxolib/sandbox';
import { AgentCallReport, ContactCall } from '@voxolib/telephony/contact-centre';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listOf, startInstance, whoever } from '../../../test/fake-instance.ts';
import { tokenOptionsFor } from '../../../test/sandbox-options.ts';
import { daktela } from '../index.ts';

const now = () => new Date('2026-11-20T14:05:09Z');
const week = { from: '2026-11-09T00:00:00Z', until: '2026-11-16T00:00:00Z' };
let sandbox: Sandbox;
let calls: DaktelaCall[];

beforeAll(async () => {
  sandbox = await startSandbox({ now });
  calls = [...sandbox.daktela.calls('demo', Date.parse(week.from), Date.parse(week.until))];
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

  test('have transcripts also where Daktela does not follow fields into their activities', async () => {
    const row = { id_call: '1.1', answered: true };
    const { options } = await startInstance(({ path, query }) => {
      if (path.endsWith('/activitiesCallTranscripts.json')) {
        return listOf([{ name: 't', activity: 'activities_1', start: '0.4', text: 'Hello', type: 'customer' }]);
      }
      const isWhole = Object.values(query).includes('activities');
      return listOf([isWhole ? { ...row, activities: [{ name: 'activities_1' }] } : row]);
    });
    const { records } = await daktela(options({ now })).contactCentre.calls.transcripts({}, {});
    const segments = [{ start_s: 0.4, speaker: 'customer', text: 'Hello' }];
    expect(records).toMatchObject([{ call: { id: '1.1' }, transcript: { activity: 'activities_1', segments } }]);
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
