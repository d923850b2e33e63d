import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage, type RecordedCall, recentCalls, type Storage } from '@voxolib/access';
import { eras } from '@voxolib/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { answerOf, callTool, dataOf, rpc, rpcRequest, send } from './support/rpc.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08' };

let gateway: Gateway;
let dataDir: string;
let storage: Storage;
let token: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'records-'));
  gateway = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir });
  storage = await openStorage({ dataDir });
});
beforeEach(async () => {
  gateway.sandbox.voxolib.setFault(undefined);
  const made = await gateway.app.access?.staticTokens.create({
    account: 'voxolib:test',
    name: 'A test',
    scopes: ['mcp.stats.read'],
    tier: 'automate',
    credential: gateway.sandbox.voxolib.accounts.demo.token,
  });
  token = made?.text ?? '';
});
afterAll(async () => {
  await storage.close();
  await gateway.close();
  await rm(dataDir, { recursive: true });
});

/** The newest record, once it is closed. */
async function lastRecord(): Promise<RecordedCall | undefined> {
  let last: RecordedCall | undefined;
  const status = async () => {
    await gateway.app.access?.audit.flush();
    [last] = (await recentCalls(storage, { limit: 1 })).calls;
    return last?.status;
  };
  await expect.poll(status).not.toBe('running');
  return last;
}

describe.each(eras)('in the era of %s', (era) => {
  test('the record of an answered call says how much was asked and answered', async () => {
    const days = era === '2025' ? week : { start_date: '2026-02-02', end_date: '2026-02-08' };
    const reply = await callTool(gateway.origin, 'voxolib_did_calls', days, { token, era });
    const size = Buffer.byteLength(answerOf(reply) + JSON.stringify(dataOf(reply)));
    const record = await lastRecord();
    expect(record).toMatchObject({ status: 'ok', error_code: null, answer_rows: 7, vendor_calls: 1, bytes: size });
    expect(record?.duration_ms).toBeGreaterThanOrEqual(0);

    await callTool(gateway.origin, 'voxolib_did_calls', days, { token, era });
    expect(await lastRecord()).toMatchObject({ status: 'ok', answer_rows: 7, vendor_calls: 0 });
  });

  test('a client that goes away leaves a cancelled call', async () => {
    gateway.sandbox.voxolib.setFault('black-hole');
    const gone = new AbortController();
    const fresh = { start_date: '2026-01-05', end_date: era === '2025' ? '2026-01-06' : '2026-01-07' };
    const before = gateway.sandbox.voxolib.requests.length;
    const call = callTool(gateway.origin, 'voxolib_did_calls', fresh, { token, era, signal: gone.signal });
    await expect.poll(() => gateway.sandbox.voxolib.requests.length).toBeGreaterThan(before);
    gone.abort();
    await expect(call).rejects.toThrow();
    expect(await lastRecord()).toMatchObject({ status: 'cancelled', error_code: null, vendor_calls: 1, bytes: null });
  });

  test('a resource that asks the vendor is recorded as a call is, and one that does not is not', async () => {
    const days = era === '2025' ? '2026-02-16/2026-02-17' : '2026-02-19/2026-02-20';
    const uri = `voxolib://export/csv/calls/did/${days}`;
    const { message } = await rpc(gateway.origin, 'resources/read', { uri }, { token, era });
    expect(message.error).toBeUndefined();
    const record = await lastRecord();
    expect(record).toMatchObject({
      tool: 'resource:exported_rows',
      scope: 'mcp.stats.read',
      status: 'ok',
      vendor_calls: 1,
    });
    expect(JSON.parse(record?.arguments ?? '')).toMatchObject({ product: 'did', start_date: days.slice(0, 10) });

    await rpc(gateway.origin, 'resources/read', { uri: 'voxolib://glossary/en' }, { token, era });
    expect((await lastRecord())?.id).toBe(record?.id);
  });

  test('a call that the protocol refuses is not left running', async () => {
    const { headers, body } = rpcRequest('tools/call', { name: 'voxolib_did_calls', arguments: week }, { token, era });
    const refused = await send(gateway.origin, { headers, body: body.replace('"id":1', '"id":null') });
    expect(refused.status).toBe(400);
    expect(await lastRecord()).toMatchObject({ status: 'error', error_code: 'NOT_RUN', vendor_calls: null });
  });
});

test('a client of 2026 is recorded with its name and version', async () => {
  await callTool(gateway.origin, 'voxolib_did_calls', week, { token });
  expect(await lastRecord()).toMatchObject({ client_name: 'test', client_version: '0' });
});
