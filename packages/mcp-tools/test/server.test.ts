import { TelephonyError } from '@voxolib/telephony';
import { connect, eras, fakeAccount } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type CallRecord, createToolServer, defineTool, ERROR_META_KEY, READS } from '../src/index.ts';
import { caller, toolServer } from './callers.ts';

const march = { start_date: '2026-03-01', end_date: '2026-03-10' };

function textOf(result: object): string {
  const { content } = result as { content: { text: string }[] };
  return content.map((part) => part.text).join('\n');
}

describe.each(eras)('in the era of %s', (era) => {
  test('a report has its data and a text of the same facts', async () => {
    const client = await connect(() => toolServer.serve(caller()), era);
    const result = await client.callTool({ name: 'voxolib_wcb_calls', arguments: march });
    expect(result.isError).toBeFalsy();
    expect(result.structuredContent).toMatchObject({
      source: { provider: 'fake', product: 'wcb' },
      period: { ...march, tz: 'Europe/Paris', days: 10 },
      totals: { total: 55, status_breakdown: { answered: 45, no_answer: 10 } },
    });
    expect(textOf(result)).toContain('total 55, status_breakdown (answered 45, no_answer 10)');
    expect(textOf(result)).toContain('2026-03-07 | 7 | 6 | 1');
  });

  test('a period that includes today says up to when it is counted', async () => {
    const client = await connect(() => toolServer.serve(caller()), era);
    const today = { start_date: '2026-03-31', end_date: '2026-03-31' };
    const result = await client.callTool({ name: 'voxolib_did_calls', arguments: today });
    expect(result.structuredContent).toMatchObject({ period: { partial_until: '2026-03-31T14:00:00+02:00' } });
    expect(textOf(result)).toContain('partial_until 2026-03-31T14:00:00+02:00');
  });

  test('minutes add up as decimals do', async () => {
    const client = await connect(() => toolServer.serve(caller()), era);
    const result = await client.callTool({ name: 'voxolib_minutes_report', arguments: { ...march, product: 'did' } });
    expect(result.structuredContent).toMatchObject({ totals: { fixed: 1, mobile: 2, intl: 0, billable: 3 } });
  });

  test('the number count takes no argument', async () => {
    const client = await connect(() => toolServer.serve(caller()), era);
    const result = await client.callTool({ name: 'voxolib_dids' });
    expect(result.structuredContent).toMatchObject({ total: 12, active: 10, suspended: 1, other: 1 });
  });

  test.each([
    [{ start_date: '2026-02-30', end_date: '2026-03-01' }, 'start_date: "2026-02-30" is not a day of the calendar.'],
    [{ start_date: '2026-03-05', end_date: '2026-03-01' }, 'end_date 2026-03-01 is before start_date 2026-03-05.'],
    [
      { start_date: '2025-12-31', end_date: '2026-03-31' },
      'is 91 days; at most 90 are allowed. Use an end_date up to 2026-03-30',
    ],
    [{ start_date: '99999-01-01', end_date: '2026-03-01' }, 'start_date: "99999-01-01" must have the form YYYY-MM-DD'],
    [{ ...march, tz: 'Mars/Base' }, 'tz: "Mars/Base" is not an IANA time zone'],
    [{ ...march, tz: '+01:00' }, 'tz: "+01:00" is not an IANA time zone'],
    [
      { start_date: '2026-04-01', end_date: '2026-04-02' },
      'start_date 2026-04-01 is in the future: today is 2026-03-31',
    ],
    [{ start_date: '2026-03-01', end_date: '2026-04-02' }, 'Use end_date 2026-03-31.'],
    [{ start_date: 20260301, end_date: '2026-03-02' }, 'start_date: "20260301" must be of type string.'],
    [{ ...march, from: 'x' }, 'Unknown argument "from". voxolib_wcb_calls takes start_date, end_date, tz.'],
    [{ start_date: '2026-03-01' }, 'end_date is missing. voxolib_wcb_calls takes start_date, end_date, tz.'],
    [
      { start_date: 'x'.repeat(1_000_000), end_date: '2026-03-02' },
      `start_date: "${'x'.repeat(60)}…" must have the form`,
    ],
    [{ ...march, tz: 'x'.repeat(1_000_000) }, 'is too long: at most 64'],
  ])('bad input %# is refused by name', async (given, words) => {
    const client = await connect(() => toolServer.serve(caller()), era);
    const result = await client.callTool({ name: 'voxolib_wcb_calls', arguments: given });
    expect(result.isError).toBe(true);
    expect(textOf(result)).toContain(words);
    expect(textOf(result).length).toBeLessThan(600);
    expect(result._meta?.[ERROR_META_KEY]).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('an unknown tool is a protocol error that lists those there are', async () => {
    const client = await connect(() => toolServer.serve(caller()), era);
    await expect(client.callTool({ name: 'voxolib_sms' })).rejects.toMatchObject({
      code: -32602,
      message: expect.stringMatching(/Available: .*voxolib_wcb_calls, voxolib_did_calls/),
    });
  });

  test('a tool without its scope is neither listed nor callable', async () => {
    const few = caller({ scopes: ['mcp.stats.read', 'mcp.inventory.read'] });
    const client = await connect(() => toolServer.serve(few), era);
    const names = (await client.listTools()).tools.map((tool) => tool.name);
    expect(names).toContain('voxolib_wcb_calls');
    expect(names).not.toContain('voxolib_minutes_report');
    await expect(
      client.callTool({ name: 'voxolib_minutes_report', arguments: { ...march, product: 'did' } }),
    ).rejects.toMatchObject({ code: -32602, message: expect.stringContaining('mcp.billing.read') });
  });

  test('without an account there are no tools', async () => {
    const client = await connect(() => toolServer.serve(caller({ account: null })), era);
    expect((await client.listTools()).tools).toEqual([]);
  });
});

describe('what a call leaves behind', () => {
  const throwing = (error: unknown) =>
    createToolServer({
      info: { name: 'test', version: '0' },
      tools: [
        defineTool({
          name: 'test_throws',
          title: 'Throws',
          description: 'Throws.',
          needs: 'voxolib',
          scope: 'mcp.stats.read',
          effects: READS,
          input: z.strictObject({}),
          output: z.object({}),
          run: () => Promise.reject(error),
        }),
      ],
    });

  test('a record with the outcome and no argument', async () => {
    const records: CallRecord[] = [];
    const client = await connect(() => toolServer.serve(caller(), { onCall: (record) => records.push(record) }));
    const { content, structuredContent } = await client.callTool({ name: 'voxolib_wcb_calls', arguments: march });
    const text = textOf({ content });
    const bytes = Buffer.byteLength(text + JSON.stringify(structuredContent));
    const rows = (structuredContent as { days: unknown[] }).days.length;
    await client.callTool({ name: 'voxolib_wcb_calls', arguments: {} });
    expect(records).toEqual([
      { tool: 'voxolib_wcb_calls', outcome: 'ok', durationMs: expect.any(Number), answer: { bytes, rows } },
      { tool: 'voxolib_wcb_calls', outcome: 'error', code: 'INVALID_INPUT', durationMs: expect.any(Number) },
    ]);
  });

  test('an error that is ours is reported, and told in one neutral sentence', async () => {
    const reported: unknown[] = [];
    const error = new Error('secret-canary');
    const client = await connect(() =>
      throwing(error).serve(caller(), { onInternalError: (caught) => reported.push(caught) }),
    );
    const result = await client.callTool({ name: 'test_throws' });
    expect(reported).toEqual([error]);
    expect(textOf(result)).toContain('tell the operator');
    expect(JSON.stringify(result)).not.toContain('secret-canary');
  });

  test('a wait that the vendor asks for is passed on in seconds', async () => {
    const error = new TelephonyError('RATE_LIMITED', 'Voxolib asks us to slow down.', { retryAfterMs: 2100 });
    const client = await connect(() => throwing(error).serve(caller()));
    expect(textOf(await client.callTool({ name: 'test_throws' }))).toBe(
      'Voxolib asks us to slow down. Call again in 3 s.',
    );
  });

  test('a caller that has gone ends the work at the vendor', async () => {
    const gone = new AbortController();
    const ended = new Promise<void>((resolve) => {
      const account = fakeAccount({
        before: ({ signal }) =>
          new Promise((_, reject) => {
            signal?.addEventListener('abort', () => {
              resolve();
              reject(signal.reason);
            });
            gone.abort();
          }),
      });
      void connect(() => toolServer.serve(caller({ account }))).then((client) =>
        client.callTool({ name: 'voxolib_dids' }, { signal: gone.signal }).catch(() => {}),
      );
    });
    await expect(ended).resolves.toBeUndefined();
  });
});
