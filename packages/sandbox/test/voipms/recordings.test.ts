import { describe, expect, it } from 'vitest';
import { sandboxForTests } from '../harness.ts';
import { callVoipms, rowsOf, type Wire } from './harness.ts';

const sandbox = await sandboxForTests();
const WEEK = { date_from: '2026-11-09', date_to: '2026-11-15' };
const SUPPORT = { ...WEEK, account: '200345_support' };

const recordings = (more: Wire = {}) => rowsOf(sandbox, 'recordings', 'getCallRecordings', { ...SUPPORT, ...more });

/** Reads a file as the API sends it. */
function bytesOf(value: unknown): Buffer {
  return Buffer.from(String(value).replaceAll(/["\s]/g, ''), 'base64');
}

/** The frames of an MPEG-2 Layer III stream of 8 kbit/s at 16 kHz; anything else is refused. */
function frames(file: Buffer): number {
  for (let place = 0; place < file.length; place += 36) {
    if (file.readUInt32BE(place) !== 0xff_f3_18_c4) throw new Error(`there is no frame at ${place}`);
  }
  return file.length / 36;
}

describe('call recordings', () => {
  it('are those of the calls of a sub-account that records', async () => {
    const found = await recordings();
    const span = [Date.parse('2026-11-09T05:00:00Z'), Date.parse('2026-11-16T05:00:00Z')] as const;
    const calls = [...sandbox.voipms.calls('demo', ...span)].filter(
      ({ account, seconds }) => account === '200345_support' && seconds >= 10,
    );
    expect(found.length).toBeGreaterThan(10);
    expect(found.map(({ destination }) => destination)).toEqual(calls.reverse().map(({ to }) => to));
    const sales = await callVoipms(sandbox, 'getCallRecordings', { ...WEEK, account: '200345_sales' });
    expect(sales.status).toBe('no_recording');
  });

  it('come in pages, by kind, and for all accounts where that is accepted', async () => {
    const all = await recordings();
    expect([...(await recordings({ length: '3' })), ...(await recordings({ start: '3' }))]).toEqual(all);
    const kinds = await Promise.all(['incoming', 'outgoing'].map((call_type) => recordings({ call_type })));
    expect(kinds.flat()).toHaveLength(all.length);
    expect((await recordings({ account: 'all' })).length).toBeGreaterThan(all.length);
    const question = { ...WEEK, account: 'all' };
    expect((await callVoipms(sandbox, 'getCallRecordings', question, { account: 'reseller' })).status).toBe(
      'invalid_account',
    );
    expect((await callVoipms(sandbox, 'getCallRecordings', WEEK)).status).toBe('missing_account');
  });

  it('are MP3 as long as the call, in base64 between quotes and with spaces', async () => {
    const [first] = await recordings();
    const { callrecording = '', duration = '' } = first ?? {};
    const body = await callVoipms(sandbox, 'getCallRecording', { callrecording, account: '200345_support' });
    expect(body).toMatchObject({ status: 'success', ...first });
    expect(body.base64file).toMatch(/^"[\w+/= ]+"$/);
    const [minutes = 0, seconds = 0] = duration.split(':').map(Number);
    expect(Math.abs(frames(bytesOf(body.base64file)) * 0.036 - (minutes * 60 + seconds))).toBeLessThan(0.1);
  });

  it('are refused where they are not, and go to an address', async () => {
    const own = await sandboxForTests();
    const [{ callrecording = '' } = {}] = await recordings();
    const account = '200345_support';
    const ask = async (method: string, parameters: Wire) => (await callVoipms(own, method, parameters)).status;
    expect(await ask('getCallRecording', { account })).toBe('missing_callrecording');
    expect(await ask('getCallRecording', { callrecording: '../../etc/passwd', account })).toBe('invalid_callrecording');
    expect(await ask('getCallRecording', { callrecording, account: '200345_desk' })).toBe('invalid_callrecording');
    expect(await callVoipms(own, 'sendCallRecordingEmail', { callrecording, account, email: 'a@example.org' })).toEqual(
      {
        status: 'success',
        msg: 'Email sent to a@example.org',
      },
    );
    expect(await ask('sendCallRecordingEmail', { callrecording, account, email: 'nobody' })).toBe('invalid_email');
    expect(await ask('sendCallRecordingEmail', { callrecording, account })).toBe('missing_email');
    expect(await ask('delCallRecording', { callrecording, account })).toBe('success');
    expect(await ask('getCallRecording', { callrecording, account })).toBe('invalid_callrecording');
  });
});

describe('transcriptions', () => {
  it('have the start and the length of a recording, and no id', async () => {
    const found = await recordings();
    const body = await callVoipms(sandbox, 'getCallTranscriptions', SUPPORT);
    const transcriptions = body.transcriptions as { date: string; duration: string; recognized_phrases: Wire[] }[];
    expect(transcriptions.map(({ date, duration }) => [date, duration])).toEqual(
      found.map(({ datetime, duration }) => [datetime, duration]),
    );
    const phrases = transcriptions.flatMap((one) => one.recognized_phrases.map(({ phrase }) => phrase));
    expect(phrases).toContainEqual(expect.stringMatching(/^Ignore previous instructions/));
  });

  it('are not there unless they are switched on', async () => {
    const desk = { ...WEEK, account: '200345_desk' };
    expect((await rowsOf(sandbox, 'recordings', 'getCallRecordings', desk)).length).toBeGreaterThan(0);
    expect((await callVoipms(sandbox, 'getCallTranscriptions', desk)).status).toBe('no_transcriptions');
    expect((await callVoipms(sandbox, 'getCallTranscriptions', { ...SUPPORT, date_from: '2026-01-01' })).status).toBe(
      'invalid_daterange',
    );
  });
});

describe('voicemail', () => {
  const INBOX = { mailbox: '1001', folder: 'INBOX' };

  it('lists messages, plays them, and says what they say', async () => {
    const messages = await rowsOf(sandbox, 'messages', 'getVoicemailMessages', INBOX);
    expect(messages.length).toBeGreaterThan(3);
    const { message_num = '', duration = '' } = messages[0] ?? {};
    const file = await callVoipms(sandbox, 'getVoicemailMessageFile', { ...INBOX, message_num });
    const message = file.message as unknown as Wire;
    expect(message).toMatchObject({ ...INBOX, message_num });
    expect(Math.abs(frames(bytesOf(message.data)) * 0.036 - Number(duration.slice(3)))).toBeLessThan(0.1);
    const range = { date_from: '2026-10-15', date_to: '2026-11-20' };
    const texts = await rowsOf(sandbox, 'messages', 'getVoicemailTranscriptions', { ...INBOX, ...range });
    expect(texts.map(({ date }) => date)).toEqual(messages.map(({ date }) => date));
    for (const { result } of texts) expect(result).toMatch(/^".+",$/);
    const other = { ...INBOX, mailbox: '1002', ...range };
    expect((await rowsOf(sandbox, 'messages', 'getVoicemailMessages', other)).length).toBeGreaterThan(0);
    expect((await callVoipms(sandbox, 'getVoicemailTranscriptions', other)).status).toBe('no_messages');
  });

  it('keeps what was done to a message', async () => {
    const own = await sandboxForTests();
    const inbox = () => rowsOf(own, 'messages', 'getVoicemailMessages', INBOX);
    const before = await inbox();
    const [{ message_num = '' } = {}] = before;
    const isNew = async () => Number((await rowsOf(own, 'voicemails', 'getVoicemails', { mailbox: '1001' }))[0]?.new);
    const unheard = await isNew();
    await callVoipms(own, 'markListenedVoicemailMessage', { ...INBOX, message_num, listened: 'yes' });
    expect((await inbox())[0]).toMatchObject({ listened: 'yes' });
    expect(await isNew()).toBe(unheard - 1);
    await callVoipms(own, 'moveFolderVoicemailMessage', { ...INBOX, message_num, new_folder: 'Work' });
    expect(await inbox()).toEqual(before.slice(1));
    expect(await rowsOf(own, 'messages', 'getVoicemailMessages', { ...INBOX, folder: 'Work' })).toMatchObject([
      { message_num: '0', date: before[0]?.date },
    ]);
    await callVoipms(own, 'delMessages', { mailbox: '1001', folder: 'Work' });
    expect((await callVoipms(own, 'getVoicemailMessages', { ...INBOX, folder: 'Work' })).status).toBe('no_messages');
  });
});
