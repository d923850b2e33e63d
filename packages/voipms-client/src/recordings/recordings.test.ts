import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { dayBounds } from '@voxolib/telephony';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, clientBefore, failureOf } from '../../test/fake-vendor.ts';
import { type AccountId, optionsFor } from '../../test/sandbox-provider.ts';
import { createVoipmsClient, type VoipmsOptions } from '../index.ts';
import { voipms } from '../provider/index.ts';

const now = () => new Date('2026-03-31T14:05:09Z');
/** Both days on which clocks of Paris and Toronto change are among these, and more than VoIP.ms gives at once. */
const days = { start_date: '2025-12-01', end_date: '2026-03-31', tz: 'Europe/Paris' };
const email = 'person@example.org';
const SHORTEST_RECORDED_S = 10;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now });
});
beforeEach(() => sandbox.voipms.clearRequests());
afterEach(() => {
  sandbox.voipms.setFault(undefined);
});
afterAll(() => sandbox.close());

const options = (account: AccountId, more: Partial<VoipmsOptions> = {}) =>
  optionsFor(sandbox, account, { now, ...more });
const recordingsOf = (account: AccountId, more?: Partial<VoipmsOptions>) => voipms(options(account, more)).recordings;
const operations = () => sandbox.voipms.requests.map(({ operation }) => operation);
const emails = () => operations().filter((operation) => operation === 'sendCallRecordingEmail');
const newest = async () => {
  const { recordings } = await recordingsOf('demo').list({ account: '200345_desk', ...days, limit: 1 });
  const [recording] = recordings;
  if (recording === undefined) throw new Error('The sandbox has no recording.');
  return recording;
};

/** What the sandbox knows of the recorded calls of a line. */
function recordedCalls(account: AccountId, line: string) {
  const { start } = dayBounds(days.start_date, days.tz);
  const { end } = dayBounds(days.end_date, days.tz);
  return [...sandbox.voipms.calls(account, start, end)].filter(
    (call) => call.account === line && call.seconds >= SHORTEST_RECORDED_S,
  );
}

describe('the list', () => {
  test('has each recorded call of a line, newest first, at its time in UTC', async () => {
    const { recordings } = await recordingsOf('demo').list({ account: '200345_desk', ...days });
    const expected = recordedCalls('demo', '200345_desk').map(({ at, direction, seconds }) => ({
      account: '200345_desk',
      at: new Date(at).toISOString(),
      direction: direction === 'incoming' ? 'inbound' : 'outbound',
      duration_s: seconds,
    }));
    expect(recordings.length).toBeGreaterThan(0);
    expect(recordings).toMatchObject(expected.reverse());
    for (const { to } of recordings) expect(to).toMatch(/^\+|^\d{3,4}$/);
  });

  test('takes a direction, a start and a limit', async () => {
    const list = recordingsOf('demo').list;
    const { recordings: all } = await list({ account: 'all', ...days });
    const { recordings: inbound } = await list({ account: 'all', ...days, direction: 'inbound' });
    expect(inbound).toEqual(all.filter(({ direction }) => direction === 'inbound'));
    expect((await list({ account: 'all', ...days, start: 2, limit: 3 })).recordings).toEqual(all.slice(2, 5));
    await expect(list({ account: 'all', ...days, start: -1 })).rejects.toMatchObject({ field: 'start' });
    await expect(list({ account: 'all', ...days, limit: 0.5 })).rejects.toMatchObject({ field: 'limit' });
  });

  test('of all lines is asked for line by line where VoIP.ms takes no all, which is found out once', async () => {
    const client = createVoipmsClient(options('reseller'));
    const { data } = await client.call('getSubAccounts', { account: '270500_north' });
    const [{ password, ...line } = {}] = data.accounts as Record<string, string>[];
    await client.call('setSubAccount', { ...line, record_calls: '1' });
    sandbox.voipms.clearRequests();
    const { recordings } = await recordingsOf('reseller').list({ account: 'all', ...days });
    const expected = recordedCalls('reseller', '270500_north').map(({ at }) => new Date(at).toISOString());
    expect(expected.length).toBeGreaterThan(0);
    expect(recordings.map(({ at }) => at)).toEqual(expected.reverse());
    expect(new Set(recordings.map(({ account }) => account))).toEqual(new Set(['270500_north']));
    expect(operations().slice(0, 2)).toEqual(['getCallRecordings', 'getCallAccounts']);
    // Two slices of three lines each.
    expect(operations()).toHaveLength(2 + 6);
  });

  test('a line that does not exist is refused, and one that records nothing has none', async () => {
    const list = recordingsOf('demo').list;
    await expect(list({ account: '200345_nobody', ...days })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      field: 'account',
    });
    expect((await list({ account: '200345_sales', ...days })).recordings).toEqual([]);
  });

  test.each(['one-row-objects', 'numbers', 'nulls'])('is the same when replies have %s', async (fault) => {
    const asked = { account: '200345_desk', ...days };
    const { recordings } = await recordingsOf('demo').list(asked);
    sandbox.voipms.setFault(fault);
    expect((await recordingsOf('demo').list(asked)).recordings).toEqual(recordings);
  });
});

const row = {
  callrecording: 'MjAw',
  datetime: '2026-07-18 14:05:52',
  destination: '5145550142',
  type: 'Incoming',
  subaccount: '200345',
  duration: '01:37',
};
const before = (answer: Answer) => {
  const { options: made, requests } = clientBefore(answer, { now });
  return { recordings: voipms(made).recordings, requests };
};

describe('pages of the list', () => {
  const period = { start_date: '2026-03-01', end_date: '2026-03-01', tz: 'America/Toronto' };
  const pageOf = (start: number, length: number) =>
    Array.from({ length }, (_, index) => ({
      ...row,
      callrecording: `id-${start + index}`,
      datetime: '2026-03-01 10:00:00',
    }));

  test('are read until one is not full', async () => {
    const { recordings, requests } = before(({ params }) => {
      const start = Number(params.start);
      const rows = pageOf(start, Math.min(Number(params.length), 2500 - start));
      return rows.length > 0 ? { status: 'success', recordings: rows } : { status: 'no_recordings' };
    });
    expect((await recordings.list({ account: '200345', ...period })).recordings).toHaveLength(2500);
    expect(requests.map(({ params }) => params.start)).toEqual(['0', '1000', '2000']);
  });

  test('end when VoIP.ms passes over nothing', async () => {
    const { recordings, requests } = before(() => ({ status: 'success', recordings: pageOf(0, 1000) }));
    expect((await recordings.list({ account: '200345', ...period })).recordings).toHaveLength(1000);
    expect(requests).toHaveLength(2);
  });
});

describe('one recording', () => {
  test('comes with its sound as MP3', async () => {
    const recording = await newest();
    const { audio, ...facts } = await recordingsOf('demo').read(recording);
    expect(facts.recording).toEqual(recording);
    expect(audio?.mime_type).toBe('audio/mpeg');
    expect([...(audio?.data ?? [])].slice(0, 2)).toEqual([0xff, 0xf3]);
  });

  test('that is not there is not found', async () => {
    const asked = { id: 'bm9uZQ==', account: '200345_desk' };
    await expect(recordingsOf('demo').read(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { recordings } = before(() => ({ status: 'no_recording' }));
    expect(await failureOf(recordings.read(asked))).toMatchObject({ code: 'NOT_FOUND' });
  });

  const mp3 = Buffer.from([0xff, 0xfb, 0x90, 0x64, 0xff, 0xff, 0xfe, 0x3f]).toString('base64');
  test.each([
    ['in quotes, with spaces and escaped slashes', { ...row, base64file: `"${mp3.replaceAll('/', '\\/')} \n"` }],
    ['bare, its type in capitals', { ...row, type: 'INCOMING', base64file: mp3 }],
    ['as a list of one', { recordings: [{ ...row, base64file: mp3 }] }],
  ])('is read %s', async (_, reply) => {
    const { recordings } = before(() => ({ status: 'success', ...reply }));
    const { recording, audio } = await recordings.read({ id: 'MjAw', account: '200345' });
    expect(recording).toEqual({
      id: 'MjAw',
      account: '200345',
      at: '2026-07-18T18:05:52.000Z',
      direction: 'inbound',
      to: '+15145550142',
      duration_s: 97,
    });
    expect(Buffer.from(audio?.data ?? []).toString('base64')).toBe(mp3);
  });

  test.each([
    ['none', undefined, /no sound/],
    ['a page', Buffer.from('<html>not a recording</html>').toString('base64'), /no MP3/],
    ['what is no base64', '%%%%', /no MP3/],
    ['too much', 'A'.repeat(12_000_000), /larger than 8 MiB/],
  ])('with %s as its sound has its facts, and says why', async (_, base64file, words) => {
    const { recordings } = before(() => ({ status: 'success', ...row, base64file }));
    const read = await recordings.read({ id: 'MjAw', account: '200345' });
    expect(read).toMatchObject({ recording: { id: 'MjAw' }, no_audio: expect.stringMatching(words) });
    expect(read).not.toHaveProperty('audio');
  });

  test.each(['2026-02-30 10:00:00', 'yesterday', ''])('at %j is a reply that cannot be read', async (datetime) => {
    const { recordings } = before(() => ({ status: 'success', ...row, datetime, base64file: mp3 }));
    const error = await failureOf(recordings.read({ id: 'MjAw', account: '200345' }));
    expect(error.code).toBe('BAD_RESPONSE');
  });
});

describe('sending by e-mail', () => {
  test('is planned, and then done once', async () => {
    const { id, account } = await newest();
    const { plan, apply } = await recordingsOf('demo').prepareEmail({ id, account, email });
    expect(plan).toMatchObject({
      steps: [{ method: 'sendCallRecordingEmail', params: { callrecording: id, account, email } }],
      before: { recording: { id } },
      after: { sent_to: email },
      unchanged: false,
    });
    expect(emails()).toEqual([]);
    expect(await apply()).toEqual({ before: plan.before, after: plan.after });
    expect(emails()).toHaveLength(1);
    expect(operations().at(-2)).toBe('getCallRecording');
  });

  test.each(['nobody', 'a@b@example.org', ''])('to %j is refused before anything is asked', async (wrong) => {
    const { recordings, requests } = before(() => ({ status: 'success', ...row }));
    const error = await failureOf(recordings.prepareEmail({ id: 'MjAw', account: '200345', email: wrong }));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', field: 'email' });
    expect(requests).toEqual([]);
  });

  test('of a recording that has gone since is refused, and nothing is sent', async () => {
    const { id, account } = await newest();
    const { apply } = await recordingsOf('demo').prepareEmail({ id, account, email });
    await createVoipmsClient(options('demo')).call('delCallRecording', { callrecording: id, account });
    await expect(apply()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(emails()).toEqual([]);
  });

  test('without an answer may have been done, and is not done again', async () => {
    const { id, account } = await newest();
    const { apply } = await recordingsOf('demo', { retries: 2, timeouts: { writeMs: 300 } }).prepareEmail({
      id,
      account,
      email,
    });
    sandbox.voipms.setFault('done-then=silence', { operation: 'sendCallRecordingEmail' });
    await expect(apply()).rejects.toMatchObject({ code: 'UNKNOWN_OUTCOME', message: /Ask the recipient/ });
    sandbox.voipms.setFault(undefined, { operation: 'sendCallRecordingEmail' });
    expect(emails()).toHaveLength(1);
  });
});
