import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseGatewayKeys } from '../src/keys/gateway-keys.ts';
import { recognizeKeys } from '../src/keys/recognize-keys.ts';
import { inspectStorage } from '../src/storage/inspect-storage.ts';
import { migrations } from '../src/storage/migrations/index.ts';
import { describeStorage } from './engines.ts';

const someKeys = () => parseGatewayKeys(`a:${randomBytes(32).toString('base64')}`);

describeStorage('a storage that is looked at', (open) => {
  it('is as it was, when it is up to date', async () => {
    await using storage = await open();
    const keys = someKeys();
    await recognizeKeys(storage, keys);
    const state = await inspectStorage(storage.options, keys);
    expect(state).toMatchObject({ due: [], unknown: [] });
    const ofServer = storage.dialect === 'postgres';
    expect(state?.now === undefined).toBe(!ofServer);
    if (ofServer) expect(Math.abs(Date.now() - Number(state?.now))).toBeLessThan(60_000);
  });

  it('does not learn keys, and says when they are not its own', async () => {
    await using storage = await open();
    await inspectStorage(storage.options, someKeys());
    expect(await storage.db.selectFrom('gateway_keys').selectAll().execute()).toEqual([]);
    await recognizeKeys(storage, someKeys());
    await expect(inspectStorage(storage.options, someKeys())).rejects.toThrow('is not the key');
  });

  it('says which migrations are due, and which it does not know, and applies none', async () => {
    await using storage = await open();
    await storage.db.deleteFrom('schema_migrations').where('name', '=', '0005-oauth').execute();
    await storage.db.insertInto('schema_migrations').values({ name: '9999-later', applied_at: 1 }).execute();
    for (const _ of [1, 2]) {
      expect(await inspectStorage(storage.options)).toMatchObject({ due: ['0005-oauth'], unknown: ['9999-later'] });
    }
  });

  it('may be empty', async () => {
    await using storage = await open();
    for (const table of ['schema_migrations', 'gateway_keys']) await storage.db.schema.dropTable(table).execute();
    const state = await inspectStorage(storage.options, someKeys());
    expect(state?.due).toEqual(migrations.map(({ name }) => name));
  });
});

it('a folder without a storage stays without one', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'inspect-'));
  expect(await inspectStorage({ dataDir })).toBeUndefined();
  expect(await readdir(dataDir)).toEqual([]);
  await rm(dataDir, { recursive: true });
});
