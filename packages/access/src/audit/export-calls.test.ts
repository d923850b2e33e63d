import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { change, denied, failed, keys, ok, read } from '../../test/audit-calls.ts';
import { describeStorage, type TestStorage } from '../../test/engines.ts';
import { type Audit, createAudit } from './audit.ts';
import { type ExportCallsRequest, exportCalls } from './export-calls.ts';

const Rows = z.array(z.record(z.string(), z.string()));

describeStorage('an export', (openStorage) => {
  let storage: TestStorage;
  let audit: Audit;

  const pieces = async (request: ExportCallsRequest) => {
    const all: string[] = [];
    for await (const piece of exportCalls(storage, request)) all.push(piece);
    return all;
  };
  const text = async (request: ExportCallsRequest) => (await pieces(request)).join('');
  const csv = async (request: Omit<ExportCallsRequest, 'format'> = {}) => {
    return Rows.parse(parse(await text({ ...request, format: 'csv' }), { columns: true, record_delimiter: '\r\n' }));
  };
  const jsonl = async (request: Omit<ExportCallsRequest, 'format'> = {}) => {
    const lines = (await text({ ...request, format: 'jsonl' })).split('\n');
    return lines.filter(Boolean).map((line): unknown => JSON.parse(line));
  };

  beforeEach(async () => {
    storage = await openStorage();
    audit = await createAudit({ storage, keys });
  });
  afterEach(async () => {
    await audit.stop();
    await storage.close();
  });

  it('has every call once, in order, in pieces of a bounded size', async () => {
    for (let index = 0; index < 1_200; index += 1) await audit.record({ ...read, arguments: { index } }, ok);
    await audit.flush();
    expect(await pieces({ format: 'csv' })).toHaveLength(4);
    const rows = await csv();
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1_200);
    expect(rows.map(({ started_at }) => started_at)).toEqual(rows.map(({ started_at }) => started_at).sort());
    expect(await jsonl()).toEqual(rows.map(({ id }) => expect.objectContaining({ id })));
  });

  it('has the headings, and no more, when there are no calls', async () => {
    expect(await text({ format: 'csv' })).toMatch(/^id,started_at,[a-z_,]+\r\n$/);
    expect(await text({ format: 'jsonl' })).toBe('');
  });

  it('has what the filters say', async () => {
    await audit.record(read, ok);
    await audit.record(change, denied);
    await audit.record({ ...change, subject: 'other' }, failed);
    await audit.flush();
    expect(await csv({ filters: { tool: 'route', subject: 'other' } })).toEqual([
      expect.objectContaining({
        status: 'error',
        subject: 'other',
        missing: '["2026-11-03"]',
        changes: '1',
        scope: 'mcp.routing.write',
      }),
    ]);
    expect(await jsonl({ filters: { status: 'denied' } })).toEqual([
      expect.objectContaining({ status: 'denied', changes: true, arguments: read.arguments, missing: [], bytes: null }),
    ]);
  });

  it('brings no formula into a spreadsheet, and no cell out of its place', async () => {
    const nasty = ['=HYPERLINK("https://evil.example","x")', '+1+1', '-1', '@SUM(A1)', '\t=1', 'a,b;"c"\r\nd', '＝1'];
    for (const text of nasty) await audit.record({ ...read, subject: text, tool: text, clientName: text }, ok);
    await audit.flush();
    const rows = await csv();
    expect(rows).toHaveLength(nasty.length);
    for (const row of rows) {
      for (const cell of [row.subject, row.tool, row.client_name]) expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
    }
  });

  it('shows what somebody has put into the database', async () => {
    await audit.record(read, ok);
    await audit.flush();
    await storage.db.updateTable('mcp_tool_calls').set({ arguments: '{"half', started_at: 9e15 }).execute();
    expect(await jsonl()).toEqual([expect.objectContaining({ arguments: '{"half', started_at: '9000000000000000' })]);
    expect(await csv()).toEqual([expect.objectContaining({ arguments: '{"half' })]);
  });
});
