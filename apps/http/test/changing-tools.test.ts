import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage, type StaticTokens, type Storage } from '@voxolib/access';
import { createToolServer, defineTool, ownAccountScopes } from '@voxolib/mcp-tools';
import { eras, fakeAccount } from '@voxolib/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { gate } from '../src/access/gate.ts';
import { createVerdicts } from '../src/mcp/verdicts.ts';
import { createLogger, createServerLog } from '../src/operations/log.ts';
import { createMetrics } from '../src/operations/metrics.ts';
import { startStack } from './conformance/stack.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { dataOf, rpcRequest, send } from './support/rpc.ts';

/** What is on the disk of the call that runs, when it runs. */
const onDisk: unknown[] = [];
let storage: Storage;

/** We have no tool yet that changes anything. This one stands where one will. */
const order = defineTool({
  name: 'order_number',
  title: 'Order a number',
  description: 'Orders a number.',
  needs: 'voxolib',
  scope: 'mcp.stats.read',
  effects: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  input: z.strictObject({}),
  output: z.object({ ordered: z.literal(true) }),
  async run() {
    onDisk.push(...(await storage.db.selectFrom('mcp_tool_calls').select(['status', 'changes']).execute()));
    return { ordered: true as const };
  },
});

describe.each(eras)('a tool that changes something, in the era of %s', (era) => {
  let gateway: Gateway;
  let stack: Awaited<ReturnType<typeof startStack>>;
  let dataDir: string;
  let staticTokens: StaticTokens;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'changes-'));
    gateway = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir });
    const { access } = gateway.app;
    if (access === undefined) throw new Error('Access is switched off');
    staticTokens = access.staticTokens;
    storage = await openStorage({ dataDir });
    const scopes = ownAccountScopes({ minutes: false });
    stack = await startStack(
      gate({
        ...access,
        tokenInQuery: true,
        relayed: () => Promise.reject(new Error('Nothing is relayed here')),
        toolServer: createToolServer({ tools: [order], info: { name: 'test', version: '0' } }),
        verdicts: createVerdicts(async () => 'accepted'),
        callerOf: () => ({ subject: 'test', scopes, connections: { voxolib: fakeAccount() } }),
        log: createServerLog(createLogger('silent'), createMetrics()),
      }),
    );
  });
  afterAll(async () => {
    await stack.close();
    await storage.close();
    await gateway.close();
    await rm(dataDir, { recursive: true });
  });
  beforeEach(() => {
    onDisk.length = 0;
  });

  const credential = () => gateway.sandbox.voxolib.accounts.demo.token;
  async function staticToken(): Promise<string> {
    const asked = { account: 'voxolib:test', name: 'A test', scopes: ['mcp.stats.read'], tier: 'automate' };
    return (await staticTokens.create({ ...asked, credential: credential() })).text;
  }
  const call = (token?: string) =>
    rpcRequest('tools/call', { name: order.name, arguments: {} }, { era, ...(token !== undefined && { token }) });

  test('is not run for a token in the address, and that is on record', async () => {
    const refused = await send(stack.endpoint, call(), `/mcp?token=${await staticToken()}`);
    expect(refused.status).toBe(403);
    expect(refused.message.error?.message).toContain('A token in an address may only read');
    expect(onDisk).toEqual([]);
    await gateway.app.access?.audit.flush();
    const rows = await storage.db.selectFrom('mcp_tool_calls').select(['status', 'error_code']).execute();
    expect(rows).toEqual([{ status: 'denied', error_code: 'READ_ONLY' }]);
  });

  test.each(['true', '1'])('is not listed and not run where X-MCP-Readonly is %s', async (readOnly) => {
    const options = { token: await staticToken(), era, headers: { 'x-mcp-readonly': readOnly } };
    const { message } = await send(stack.endpoint, rpcRequest('tools/list', {}, options));
    expect(message.result?.tools).toEqual([]);
    const call = rpcRequest('tools/call', { name: 'order_number', arguments: {} }, options);
    expect((await send(stack.endpoint, call)).message.error?.message).toContain('for reading alone');
    expect(onDisk).toEqual([]);
  });

  test('is on record before it runs, with the same token in a header', async () => {
    const done = await send(stack.endpoint, call(await staticToken()));
    expect(dataOf<{ ordered: boolean }>(done)).toEqual({ ordered: true });
    expect(onDisk).toContainEqual({ status: 'running', changes: 1 });
  });
});
