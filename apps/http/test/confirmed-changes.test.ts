import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage, type StaticTokens, type Storage } from '@voxolib/access';
import { createGateway, ownAccountScopes } from '@voxolib/mcp-tools';
import { type Era, eras, fakeVoipms } from '@voxolib/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gate } from '../src/access/gate.ts';
import { createVerdicts } from '../src/mcp/verdicts.ts';
import { createLogger, createServerLog } from '../src/operations/log.ts';
import { createMetrics } from '../src/operations/metrics.ts';
import { startStack } from './conformance/stack.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { dataOf, rpcRequest, send } from './support/rpc.ts';

const number = '+12125550123';
const name = 'voipms_mark_number_as_spam';
const reading = ['mcp.phonebook.read', 'mcp.calls.read'];

interface Told {
  status: string;
  confirmation?: string;
  repeated?: boolean;
}

describe.each(eras)('a change of the phonebook where calls are recorded, in the era of %s', (era: Era) => {
  let gateway: Gateway;
  let stacks: Awaited<ReturnType<typeof startStack>>[];
  let dataDir: string;
  let storage: Storage;
  let staticTokens: StaticTokens;
  let voipms: ReturnType<typeof fakeVoipms>;
  /** What was on record when the change was made. */
  const onRecord: unknown[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'confirmed-'));
    gateway = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir });
    const { access } = gateway.app;
    if (access === undefined) throw new Error('Access is switched off');
    staticTokens = access.staticTokens;
    storage = await openStorage({ dataDir });
    const scopes = ownAccountScopes({ minutes: false });
    // Two processes of one deployment: what they share is the database and the keys.
    const start = () =>
      startStack(
        gate({
          ...access,
          tokenInQuery: true,
          relayed: () => Promise.reject(new Error('Nothing is relayed here')),
          toolServer: createGateway({ version: '0', changes: access.changes }),
          verdicts: createVerdicts(async () => 'accepted'),
          callerOf: () => ({ subject: 'test', scopes, connections: { voipms } }),
          log: createServerLog(createLogger('silent'), createMetrics()),
        }),
      );
    stacks = [await start(), await start()];
  });
  afterAll(async () => {
    await Promise.all(stacks.map((stack) => stack.close()));
    await storage.close();
    await gateway.close();
    await rm(dataDir, { recursive: true });
  });
  beforeEach(() => {
    onRecord.length = 0;
    voipms = fakeVoipms({
      async beforeChange() {
        const rows = storage.db.selectFrom('mcp_tool_calls').select(['status', 'scope']).where('changes', '=', 1);
        onRecord.push(...(await rows.execute()));
      },
    });
  });

  const tokenWith = async (scopes: string[]) => {
    const asked = { account: 'voipms:test', name: 'A test', scopes, tier: 'automate' };
    return (await staticTokens.create({ ...asked, credential: gateway.sandbox.voxolib.accounts.demo.token })).text;
  };
  const call = (token: string | undefined, given: object, process = 0, path?: string) => {
    const options = { era, ...(token !== undefined && { token }) };
    const request = rpcRequest('tools/call', { name, arguments: { number, ...given } }, options);
    const endpoint = stacks[process]?.endpoint;
    if (endpoint === undefined) throw new Error('There is no such process');
    return send(endpoint, request, path);
  };

  test('a dry run needs the scope to read, and the change the scope to write, which the challenge names', async () => {
    const token = await tokenWith(reading);
    expect(dataOf<Told>(await call(token, {})).status).toBe('dry_run');
    const refused = await call(token, { dry_run: false });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toContain('scope="mcp.phonebook.read mcp.phonebook.write"');
    expect(voipms.state.sent).toEqual([]);
  });

  test('the scope to write brings the scope to read along', async () => {
    const token = await tokenWith(['mcp.phonebook.write']);
    expect(dataOf<Told>(await call(token, {})).status).toBe('dry_run');
  });

  test('what one process asked to confirm another makes, once, and it is on record before', async () => {
    const token = await tokenWith([...reading, 'mcp.phonebook.write']);
    const first = dataOf<Told>(await call(token, { dry_run: false }));
    expect(first.status).toBe('confirmation_needed');
    const given = { dry_run: false, confirmation: first.confirmation };
    const all = await Promise.all([call(token, given, 1), call(token, given, 0), call(token, given, 1)]);
    const told = all.map((one) => dataOf<Told>(one));
    expect(told.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
    expect(told.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(voipms.state.sent).toEqual(['setPhonebook']);
    expect(onRecord).toContainEqual({ status: 'running', scope: 'mcp.phonebook.write' });
  });

  test('a confirmation does not count for another token', async () => {
    const scopes = [...reading, 'mcp.phonebook.write'];
    const { confirmation } = dataOf<Told>(await call(await tokenWith(scopes), { dry_run: false }));
    const asked = { account: 'voipms:somebody', name: 'A test', scopes, tier: 'automate' };
    const credential = gateway.sandbox.voxolib.accounts.demo.token;
    const other = await staticTokens.create({ ...asked, credential });
    const { message } = await call(other.text, { dry_run: false, confirmation });
    expect(message.result?.isError).toBe(true);
    expect(voipms.state.sent).toEqual([]);
  });

  test('a token in an address plans and does not change', async () => {
    const token = await tokenWith([...reading, 'mcp.phonebook.write']);
    expect(dataOf<Told>(await call(undefined, {}, 0, `/mcp?token=${token}`)).status).toBe('dry_run');
    const refused = await call(undefined, { dry_run: false }, 0, `/mcp?token=${token}`);
    expect(refused.status).toBe(403);
    expect(refused.message.error?.message).toContain('A token in an address may only read');
  });
});
