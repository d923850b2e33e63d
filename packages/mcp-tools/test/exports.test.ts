import { createHash } from 'node:crypto';
import { TelephonyError } from '@voxolib/telephony';
import { connect, eras, FAKE_NOW, fakeAccount } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { caller, toolServer } from './callers.ts';

const Answer = z.object({
  delivery: z.string(),
  file: z.object({
    name: z.string(),
    uri: z.string(),
    mime_type: z.string(),
    rows: z.int(),
    bytes: z.int(),
    sha256: z.string(),
  }),
  sums: z.record(z.string(), z.number()),
  note: z.string().optional(),
});

async function exported(given: object, options: { who?: ReturnType<typeof caller>; era?: (typeof eras)[number] } = {}) {
  const who = { ...(options.who ?? caller()), now: () => FAKE_NOW };
  const client = await connect(() => toolServer.serve(who), options.era);
  const result = await client.callTool({ name: 'export_calls', arguments: { ...given } });
  const content = result.content as { type: string; text?: string; resource?: { uri: string; text: string } }[];
  const text = content.map((part) => part.text ?? '').join('\n');
  return { result, content, text, resource: content.find(({ type }) => type === 'resource')?.resource };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

describe.each(eras)('in the era of %s', (era) => {
  test('the file is in the answer, with its rows, size and hash', async () => {
    const { result, resource, text } = await exported({ period: '2026-02', product: 'did' }, { era });
    const { file, sums, delivery } = Answer.parse(result.structuredContent);
    expect(delivery).toBe('embedded');
    expect(resource?.uri).toBe(file.uri);
    const lines = resource?.text.split('\r\n') ?? [];
    expect(lines.slice(0, 2)).toEqual([
      'date,product,total,answered,missed,busy,failed,other,status_answered,status_no_answer',
      '2026-02-01,did,1,0,1,0,0,0,0,1',
    ]);
    expect(lines).toHaveLength(28 + 2);
    expect(file).toEqual({
      name: 'fake-did-calls-2026-02-01-to-2026-02-28.csv',
      uri: 'voxolib://export/csv/calls/did/2026-02-01/2026-02-28?tz=Europe%2FParis',
      mime_type: 'text/csv; charset=utf-8; header=present',
      rows: 28,
      bytes: Buffer.byteLength(resource?.text ?? ''),
      sha256: sha256(resource?.text ?? ''),
    });
    expect(sums).toEqual({ total: 406, answered: 378, missed: 28, busy: 0, failed: 0, other: 0 });
    expect(text).toContain(file.sha256);
  });
});

describe('export_calls', () => {
  test('gives minutes with a decimal comma', async () => {
    const { result, resource } = await exported({ period: 'yesterday', measure: 'minutes', format: 'csv_fr' });
    expect(resource?.text).toBe(
      '\uFEFFdate;product;fixed;mobile;intl;billable\r\n2026-03-30;wcb;0,1;0,2;0;0,3\r\n2026-03-30;did;0,1;0,2;0;0,3\r\n',
    );
    expect(result.structuredContent).toMatchObject({ sums: { fixed: 0.2, mobile: 0.4, intl: 0, billable: 0.6 } });
  });

  test('minutes need their scope', async () => {
    const who = caller({ scopes: ['mcp.stats.read'] });
    const { result, text } = await exported({ period: 'yesterday', measure: 'minutes' }, { who });
    expect(result.isError).toBe(true);
    expect(text).toContain('mcp.billing.read');
  });

  test('gives a file that does not fit as a link, and says how else to get it', async () => {
    const { result, content, resource } = await exported({ period: '2025', format: 'jsonl' });
    const { delivery, file, note } = Answer.parse(result.structuredContent);
    expect([delivery, resource]).toEqual(['link', undefined]);
    expect(content).toContainEqual({
      type: 'resource_link',
      uri: file.uri,
      name: file.name,
      mimeType: 'application/x-ndjson',
      size: file.bytes,
    });
    expect(file.rows).toBe(730);
    expect(note).toMatch(/Read the resource at its uri, or ask for shorter periods\.$/);
  });

  test('the size that it says would do, does', async () => {
    const first = await exported({ period: '2026-02', format: 'jsonl', max_tokens: 1000 });
    const { note = '' } = Answer.parse(first.result.structuredContent);
    const needed = Number(/max_tokens (\d+)/.exec(note)?.[1]);
    const second = await exported({ period: '2026-02', format: 'jsonl', max_tokens: needed });
    expect(second.resource?.text.trimEnd().split('\n')).toHaveLength(56);
    const less = await exported({ period: '2026-02', format: 'jsonl', max_tokens: needed - 1 });
    expect(less.resource).toBeUndefined();
  });

  test('days that could not be had are named, and have no row', async () => {
    const account = fakeAccount();
    const { daily } = account.calls;
    account.calls.daily = async (product, period, options) => {
      if (product === 'wcb') throw new TelephonyError('UNAVAILABLE', 'Voxolib does not answer.');
      return daily(product, period, options);
    };
    const both = { period: '2026-02', product: 'wcb' };
    expect((await exported(both, { who: caller({ account }) })).result.isError).toBe(true);
    account.calls.daily = async (product, period, options) => {
      if (period.start_date === '2026-01-01') throw new TelephonyError('UNAVAILABLE', 'Voxolib does not answer.');
      return daily(product, period, options);
    };
    const long = { start_date: '2026-01-01', end_date: '2026-03-31', product: 'did', max_tokens: 24_000 };
    account.calls.maxDays = 31;
    const { result, resource } = await exported(long, { who: caller({ account }) });
    expect(result.structuredContent).toMatchObject({
      missing: [{ start_date: '2026-01-01', end_date: '2026-01-25', days: 25 }],
      file: { rows: 65 },
    });
    expect(resource?.text).not.toContain('2026-01-25');
    expect(resource?.text).toContain('2026-01-26');
  });

  test.each([
    [{ period: '2026-02', format: 'xlsx' }, 'format: "xlsx" must be one of csv, csv_fr, jsonl'],
    [{ period: '2027' }, 'is in the future'],
    [{}, 'period is missing'],
  ])('%j is refused by name', async (given, words) => {
    const { result, text } = await exported(given);
    expect(result.isError).toBe(true);
    expect(text).toContain(words);
  });
});

test('where the server may save files, the answer gives the path and is small', async () => {
  const saved: [string, string][] = [];
  const saveFile = async (name: string, text: string) => {
    saved.push([name, text]);
    return `/exports/${name}`;
  };
  const { result, content } = await exported({ period: '2025' }, { who: { ...caller(), saveFile } });
  const { file } = Answer.parse(result.structuredContent);
  expect(result.structuredContent).toMatchObject({ delivery: 'saved', path: `/exports/${file.name}` });
  expect(content.map(({ type }) => type)).toEqual(['text']);
  expect(saved.map(([name, text]) => [name, sha256(text)])).toEqual([[file.name, file.sha256]]);
});
