import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openStorage } from '@voxolib/access';
import { addDays, dateIn } from '@voxolib/telephony';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessConfig } from '../src/access/store.ts';
import { readCommandLine } from '../src/command-line.ts';
import { auditExport } from '../src/commands/audit-export.ts';
import { auditVerify } from '../src/commands/audit-verify.ts';
import { createToken, revokeToken } from '../src/commands/tokens.ts';
import { type Config, readConfig } from '../src/config.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { callTool, rpc } from './support/rpc.ts';

let gateway: Gateway;
let dataDir: string;
let config: Config & { access: AccessConfig };
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'commands-'));
  const env = { ACCESS: 'true', DATA_DIR: dataDir };
  gateway = await startGateway(env);
  const read = readConfig({ command: 'serve', try: false }, { ...env, VOXOLIB_API_URL: gateway.sandbox.voxolib.url });
  if (read.access === undefined) throw new Error('Access is switched off');
  config = { ...read, access: read.access };
});
afterAll(async () => {
  await gateway.close();
  await rm(dataDir, { recursive: true });
});

function printer() {
  const lines: string[] = [];
  return { lines, print: (line: string) => void lines.push(line) };
}

const stdin = (text: string) => Readable.from([Buffer.from(text)]);

test('a token is made for the account on stdin, works in the running server, and ends at once', async () => {
  const { token: own } = gateway.sandbox.voxolib.accounts.demo;
  const { lines, print } = printer();
  const line = readCommandLine(['token', 'create', '--name', 'Reports', '--scope', 'mcp.inventory.read']);
  expect(await createToken(config, line.options ?? {}, stdin(`${own}\n`), print)).toBe(0);
  const [token = '', , revoke = ''] = lines;
  expect(token).toMatch(/^vx_mcp_/);
  expect(lines.join('\n')).not.toContain(own);
  expect((await callTool(gateway.origin, 'voxolib_dids', {}, { token })).status).toBe(200);

  const operands = readCommandLine(revoke.replace(/^.*voxolib-mcp-http /, '').split(' ')).operands ?? [];
  expect(await revokeToken(config.access, operands[0] ?? '', operands[1] ?? '', print)).toBe(0);
  expect((await rpc(gateway.origin, 'tools/list', {}, { token })).status).toBe(401);
  expect(await revokeToken(config.access, operands[0] ?? '', operands[1] ?? '', print)).toBe(1);
});

test('no token is made of what is none, or of one that Voxolib refuses', async () => {
  const { lines, print } = printer();
  await expect(createToken(config, {}, stdin('no token'), print)).rejects.toThrow(/^stdin: /);
  expect(await createToken(config, {}, stdin(`sandbox-demo.${'0'.repeat(64)}`), print)).toBe(1);
  expect(lines.join()).not.toContain('vx_mcp_');
});

async function exported(...options: string[]): Promise<string> {
  let text = '';
  await auditExport(config.access, readCommandLine(['audit', 'export', ...options]).options ?? {}, async (piece) => {
    text += piece;
  });
  return text;
}

test('audit export writes a line a call, and no credential', async () => {
  await gateway.app.access?.audit.flush();
  for (const format of ['csv', 'jsonl']) {
    const text = await exported('--format', format);
    expect(text).toContain('voxolib_dids');
    expect(text).not.toContain(gateway.sandbox.voxolib.accounts.demo.token.slice(-64));
  }
  await expect(exported('--format', 'xml')).rejects.toThrow(/^--format: must be csv or jsonl/);
});

test('audit export writes the calls that its options name, and no others', async () => {
  const { audit } = gateway.app.access ?? {};
  const start = { subject: 'voxolib:filtered', tool: 'other_tool', changes: false, arguments: {}, tokenId: 'tok_9' };
  await audit?.record({ ...start, clientName: 'A client' }, { status: 'denied', errorCode: 'LIMITED' });
  await audit?.record(start, { status: 'ok' });
  await audit?.flush();
  const today = dateIn('UTC', new Date());
  const lines = async (...options: string[]) =>
    (await exported('--format', 'jsonl', '--tz', 'UTC', ...options)).split('\n').length - 1;
  const all = await lines();
  expect(all).toBeGreaterThan(2);
  expect(await lines('--user', 'voxolib:filtered')).toBe(2);
  expect(await lines('--user', 'voxolib:filtered', '--status', 'denied')).toBe(1);
  expect(await lines('--tool', 'other_tool', '--client', 'A client')).toBe(1);
  expect(await lines('--token-id', 'tok_9')).toBe(2);
  expect(await lines('--from', addDays(today, -1), '--to', addDays(today, 1))).toBe(all);
  expect(await lines('--from', addDays(today, 1))).toBe(0);
  expect(await lines('--to', addDays(today, -2))).toBe(0);
  await expect(exported('--from', '2026-02-30', '--status', 'fine')).rejects.toThrow(/^--from: .*\n--status: /);
  await expect(exported('--from', '2026-02-02', '--to', '2026-02-01')).rejects.toThrow(/^--to: /);
});

test('audit verify finds the record whole, and a changed row by its id', async () => {
  const { lines, print } = printer();
  await gateway.app.access?.audit.flush();
  expect(await auditVerify(config.access, print)).toBe(0);
  expect(lines.at(-1)).toBe('The record is whole.');
  const storage = await openStorage({ dataDir });
  const [call] = await storage.db.selectFrom('mcp_tool_calls').select(['id']).execute();
  await storage.db
    .updateTable('mcp_tool_calls')
    .set({ subject: 'somebody-else' })
    .where('id', '=', call?.id ?? '')
    .execute();
  await storage.close();
  expect(await auditVerify(config.access, print)).toBe(1);
  expect(lines.join('\n')).toContain(`PROBLEM (altered)`);
  expect(lines.join('\n')).toContain(call?.id);
});
