import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAudit, verifyAudit } from '@voxolib/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../src/access/store.ts';
import { startGateway } from './support/gateway.ts';

const DAY = 86_400_000;
const start = { subject: 'voxolib:test', tool: 'voxolib_dids', changes: false, arguments: {} };

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'retention-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

test('what is older than AUDIT_RETENTION_DAYS is removed, once, and what is left can be verified', async () => {
  const store = await openStore({ dataDir, databaseUrl: undefined, gatewayKeys: undefined });
  let age = 40;
  const audit = await createAudit({ ...store, keys: store.auditKeys, now: () => Date.now() - age * DAY });
  for (age of [40, 31, 29, 1]) await audit.record({ ...start, subject: `voxolib:${age}` }, { status: 'ok' });
  await audit.stop();

  const env = { ACCESS: 'true', DATA_DIR: dataDir, AUDIT_RETENTION_DAYS: '30' };
  const gateways = await Promise.all([0, 1].map(() => startGateway(env, {}, { retentionFirstMs: 1 })));
  const subjects = async () =>
    (await store.storage.db.selectFrom('mcp_tool_calls').select('subject').execute()).map((call) => call.subject);
  await expect.poll(async () => (await subjects()).sort()).toEqual(['voxolib:1', 'voxolib:29']);
  const removals = () => gateways.flatMap(({ log }) => log).filter((line) => line.includes('"removed":2'));
  await expect.poll(() => removals()).toHaveLength(1);
  await Promise.all(gateways.map((gateway) => gateway.close()));
  expect(await verifyAudit({ storage: store.storage, keys: store.auditKeys })).toMatchObject({ ok: true });
  await store.close();
});
