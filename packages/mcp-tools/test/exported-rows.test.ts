import { createHash } from 'node:crypto';
import { connect, FAKE_NOW } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createToolServer, tools } from '../src/index.ts';
import { exportedRows } from '../src/resources/exported-rows.ts';
import { caller } from './callers.ts';

const server = createToolServer({ tools, resources: [exportedRows], info: { name: 'test', version: '0' } });

function client(who = caller()) {
  return connect(() => server.serve({ ...who, now: () => FAKE_NOW }));
}

const Answer = z.object({
  file: z.object({ uri: z.string(), sha256: z.string(), rows: z.int(), mime_type: z.string() }),
});

describe('a file that export_calls links to', () => {
  test.each(['csv', 'csv_fr', 'jsonl'])('is read at its URI, as %s, byte for byte', async (format) => {
    const reader = await client();
    const given = { period: '2025', format, tz: 'America/New_York', max_tokens: 1000 };
    const { structuredContent, content } = await reader.callTool({ name: 'export_calls', arguments: given });
    const { file } = Answer.parse(structuredContent);
    expect(content).toContainEqual(expect.objectContaining({ type: 'resource_link', uri: file.uri }));
    const { contents } = await reader.readResource({ uri: file.uri });
    const [{ text, mimeType } = {}] = z.array(z.object({ text: z.string(), mimeType: z.string() })).parse(contents);
    expect(mimeType).toBe(file.mime_type);
    expect(
      createHash('sha256')
        .update(text ?? '')
        .digest('hex'),
    ).toBe(file.sha256);
  });

  test('is nobody’s without an account, and without the scope for minutes', async () => {
    const uri = 'voxolib://export/csv/minutes/did/2026-02-01/2026-02-28';
    const few = await client(caller({ scopes: ['mcp.stats.read'] }));
    await expect(few.readResource({ uri })).rejects.toThrow('mcp.billing.read');
    const none = await client(caller({ account: null }));
    await expect(none.readResource({ uri })).rejects.toThrow('no account is connected');
  });

  test.each([
    ['xlsx/calls/did/2026-02-01/2026-02-28', 'format: "xlsx" must be one of csv, csv_fr, jsonl.'],
    [
      'csv/calls/sms/2026-02-01/2026-02-28',
      'product: "sms" must be one of all, wcb, did, inbound, outbound, internal.',
    ],
    ['csv/calls/did/2026-02-30/2026-03-01', 'start_date: "2026-02-30" is not a day of the calendar.'],
    ['csv/calls/did/2026-02-01/2026-04-01', 'is in the future'],
    ['csv/calls/did/2015-02-01/2026-02-01', 'at most 5 years'],
    ['csv/calls/did/2026-02-01/2026-02-28?tz=Mars/Base', 'tz: "Mars/Base" is not an IANA time zone'],
    ['csv/calls/did/2026-02-01/2026-02-28?zone=UTC', 'Unknown parameter "zone"'],
  ])('%s is refused by name', async (path, words) => {
    const reader = await client();
    await expect(reader.readResource({ uri: `voxolib://export/${path}` })).rejects.toThrow(words);
  });
});
