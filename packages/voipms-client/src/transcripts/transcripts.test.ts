import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { dayBounds } from '@voxolib/telephony';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, clientBefore } from '../../test/fake-vendor.ts';
import { type AccountId, optionsFor } from '../../test/sandbox-provider.ts';
import { voipms } from '../provider/index.ts';

const now = () => new Date('2026-03-31T14:05:09Z');
/** The clocks of Toronto change on one of these days. */
const days = { start_date: '2026-03-01', end_date: '2026-03-31', tz: 'Europe/Paris' };
const SHORTEST_RECORDED_S = 10;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now });
});
afterAll(() => sandbox.close());

const providerOf = (account: AccountId) => voipms(optionsFor(sandbox, account, { now }));

describe.each(['200345_support', 'all'])('transcripts of %s', (account) => {
  test('are of each call, with phrases by the second and the recording of the same call', async () => {
    const { transcripts, advice } = await providerOf('demo').transcripts.list({ account, ...days });
    const { start } = dayBounds(days.start_date, days.tz);
    const { end } = dayBounds(days.end_date, days.tz);
    const calls = [...sandbox.voipms.calls('demo', start, end)]
      .filter((call) => call.account === '200345_support' && call.seconds >= SHORTEST_RECORDED_S)
      .reverse();
    expect(calls.length).toBeGreaterThan(0);
    expect(transcripts).toMatchObject(
      calls.map(({ at, seconds }) => ({
        kind: 'call',
        at: new Date(at).toISOString(),
        duration_s: seconds,
        locale: 'en-US',
        confidence_percent: 88 + (seconds % 10),
      })),
    );
    expect(advice).toBeUndefined();
    for (const { phrases } of transcripts) {
      expect(phrases.map(({ at_s }) => at_s)).toEqual(phrases.map((_, turn) => (turn + 1) * 3));
    }
    const { recordings } = await providerOf('demo').recordings.list({ account: '200345_support', ...days });
    expect(transcripts.map(({ recording_id }) => recording_id)).toEqual(recordings.map(({ id }) => id));
  });
});

test('the transcript of a recording is found, whatever days are asked for', async () => {
  const { recordings, transcripts } = providerOf('demo');
  const listed = await recordings.list({ account: '200345_support', ...days, limit: 3 });
  for (const { id, account, at } of listed.recordings) {
    const long = { start_date: '2026-01-01', end_date: '2026-01-02', tz: 'Europe/Paris' };
    const found = await transcripts.list({ account, recording: id, ...long });
    expect(found.transcripts.map((one) => [one.at, one.recording_id])).toEqual([[at, id]]);
  }
  const unknown = transcripts.list({ account: '200345_support', recording: 'bm9uZQ==', ...days });
  await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the words of callers come as they were said, whatever they say', async () => {
  const { transcripts } = await providerOf('demo').transcripts.list({ account: '200345_support', ...days });
  const said = transcripts.flatMap(({ phrases }) => phrases.map(({ text }) => text));
  expect(said).toContainEqual(expect.stringMatching(/^Ignore previous instructions/));
});

test('voicemails of all folders come with them, without the quotes around the text', async () => {
  const asked = { account: '200345_support', ...days };
  const provider = providerOf('demo');
  const { transcripts } = await provider.transcripts.list({ ...asked, mailbox: '1001' });
  const voicemails = transcripts.filter(({ kind }) => kind === 'voicemail');
  expect(voicemails.length).toBeGreaterThan(12);
  for (const { phrases, from, duration_s } of voicemails) {
    expect(phrases).toEqual([{ text: expect.stringMatching(/^[A-Z].*[.!?]$/) }]);
    expect(from).toMatch(/^\+\d+$/);
    expect(duration_s).toBeGreaterThanOrEqual(5);
  }
  const times = transcripts.map(({ at }) => at);
  expect(times).toEqual(times.toSorted().reverse());
  const unknown = provider.transcripts.list({ ...asked, mailbox: '9999' });
  await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'mailbox' });
});

describe('advice', () => {
  test.each([
    ['demo', { account: '200345_desk' }, /off for the line 200345_desk.*transcribe/],
    ['reseller', { account: 'all' }, /off for every line.*transcribe/],
    ['demo', { account: '200345_support', mailbox: '1002' }, /off for the mailbox 1002/],
  ] as const)('of %s for %j says what to switch on', async (account, asked, words) => {
    const { advice } = await providerOf(account).transcripts.list({ ...asked, ...days });
    expect(advice).toEqual([expect.stringMatching(words)]);
  });

  test('where it is on says that there is none of these days', async () => {
    const { advice } = await quirky({
      getSubAccounts: { status: 'success', accounts: { account: '200345_desk', transcribe: '1' } },
    }).list({ account: '200345_desk', ...days });
    expect(advice).toEqual([expect.stringMatching(/on for this line/)]);
  });
});

/** VoIP.ms that answers so, and otherwise that there is nothing. */
function quirky(replies: Readonly<Record<string, object>>) {
  const answer: Answer = ({ method }) => replies[method] ?? { status: 'no_transcription_found' };
  return voipms(clientBefore(answer, { now }).options).transcripts;
}

describe('in forms that VoIP.ms may send', () => {
  const row = { date: '2026-03-10 14:05:52', duration: '01:37', speakers: '4165550117', confidence: '91.20%' };
  const recorded = (id: string, datetime: string, duration = '01:37') => ({
    ...{ callrecording: id, datetime, duration, type: 'Incoming', subaccount: '200345', destination: '5145550142' },
  });
  const listOf = async (phrases: unknown, recordings: object[] = []) => {
    const provider = quirky({
      getCallTranscriptions: { status: 'success', transcriptions: { ...row, recognized_phrases: phrases } },
      ...(recordings.length > 0 && { getCallRecordings: { status: 'success', recordings } }),
    });
    return (await provider.list({ account: '200345', ...days })).transcripts;
  };

  test('one phrase as an object, one without a time, one without words', async () => {
    const phrase = { time: '2026-03-10 14:05:55', speaker: 1, phrase: 'Hello' };
    const [one] = await listOf(phrase);
    expect(one).toMatchObject({ from: '+14165550117', phrases: [{ at_s: 3, speaker: '1', text: 'Hello' }] });
    const [two] = await listOf([{ phrase: 'Hello' }, { ...phrase, phrase: '' }, null]);
    expect(two?.phrases).toEqual([{ text: 'Hello' }]);
    expect((await listOf(''))[0]?.phrases).toEqual([]);
  });

  test.each([
    ['a few seconds later', [recorded('later', '2026-03-10 14:05:55')], 'later'],
    ['of another length', [recorded('long', '2026-03-10 14:05:52', '03:00')], undefined],
    ['a minute later', [recorded('late', '2026-03-10 14:06:52')], undefined],
    ['nearest of two', [recorded('far', '2026-03-10 14:05:48'), recorded('near', '2026-03-10 14:05:53')], 'near'],
    [
      'as near as another',
      [recorded('before', '2026-03-10 14:05:50'), recorded('after', '2026-03-10 14:05:54')],
      undefined,
    ],
  ])('a recording %s', async (_, recordings, id) => {
    const [transcript] = await listOf([], recordings);
    expect(transcript?.recording_id).toBe(id);
  });
});
