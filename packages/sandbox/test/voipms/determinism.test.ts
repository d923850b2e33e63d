import { describe, expect, it } from 'vitest';
import { sandboxForTests } from '../harness.ts';
import { askVoipms, cdr, type Wire } from './harness.ts';

const days = { date_from: '2026-11-02', date_to: '2026-11-19' };
const questions: [string, Wire][] = [
  ['getCDR', cdr(days.date_from, days.date_to)],
  ['getBalance', { advanced: '1' }],
  ['getCallRecordings', { ...days, account: 'all' }],
  ['getCallTranscriptions', { ...days, account: 'all' }],
  ['getVoicemailMessages', { mailbox: '1001' }],
  ['getSMS', { from: '2026-11-01', to: '2026-11-20' }],
  ['getTransactionHistory', { date_from: '2026-10-01', date_to: '2026-11-20' }],
  ['getDIDsInfo', {}],
];

describe('the same seed at the same time', () => {
  it('gives the same bytes, in whatever order they are asked for', async () => {
    const [one, other, different] = [
      await sandboxForTests(),
      await sandboxForTests(),
      await sandboxForTests({ seed: 'x' }),
    ];
    const bytes = async (sandbox: typeof one, [method, parameters]: [string, Wire]) =>
      (await askVoipms(sandbox, method, parameters)).text();
    const first = [];
    for (const question of questions) first.push(await bytes(one, question));
    const second = [];
    for (const question of questions.toReversed()) second.unshift(await bytes(other, question));
    expect(second).toEqual(first);
    for (const text of first) expect(text).toContain('"status":"success"');
    expect(await bytes(different, questions[0] ?? ['', {}])).not.toBe(first[0]);
  });
});
