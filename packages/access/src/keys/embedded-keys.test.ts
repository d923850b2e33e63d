import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MakeKeys } from '../../test/processes/make-keys.ts';
import { startAll, WITH_PROCESSES } from '../../test/processes/start.ts';
import { embeddedKeys } from './embedded-keys.ts';
import { parseGatewayKeys } from './gateway-keys.ts';

let dataDir: string;
let path: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'access-'));
  path = join(dataDir, 'gateway.keys');
});
afterEach(() => rm(dataDir, { recursive: true }));

it('makes a key once, for its owner alone, in the form of GATEWAY_KEYS', async () => {
  const first = await embeddedKeys(dataDir);
  expect(await readdir(dataDir)).toEqual(['gateway.keys']);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const again = await embeddedKeys(dataDir);
  expect(again.current.id).toBe(first.current.id);
  expect(again.current.subkey('seal')).toEqual(first.current.subkey('seal'));
  expect(parseGatewayKeys(await readFile(path, 'utf8')).current.subkey('seal')).toEqual(first.current.subkey('seal'));
});

it('gives processes that start at once one key', WITH_PROCESSES, async () => {
  const input: MakeKeys = { dataDir };
  const processes = await startAll<string>('./make-keys.ts', Array(4).fill(input));
  expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual(Array(4).fill(0));
  const { current } = await embeddedKeys(dataDir);
  const expected = `${current.id} ${current.subkey('fingerprint').toString('hex')}`;
  expect(processes.flatMap(({ reports }) => reports)).toEqual(Array(4).fill(expected));
  expect(await readdir(dataDir)).toEqual(['gateway.keys']);
});

it('takes a new key that is put before the old one', async () => {
  const old = await embeddedKeys(dataDir);
  const other = await mkdtemp(join(tmpdir(), 'access-'));
  await embeddedKeys(other);
  await writeFile(path, (await readFile(join(other, 'gateway.keys'), 'utf8')) + (await readFile(path, 'utf8')));
  await rm(other, { recursive: true });
  const keys = await embeddedKeys(dataDir);
  expect(keys.current.id).not.toBe(old.current.id);
  expect(keys.find(old.current.id)?.subkey('seal')).toEqual(old.current.subkey('seal'));
});

it('refuses a file that everybody can read, and one that is damaged, by its name', async () => {
  await embeddedKeys(dataDir);
  await chmod(path, 0o644);
  await expect(embeddedKeys(dataDir)).rejects.toThrow(`${path} is open to every user`);
  await chmod(path, 0o600);
  await writeFile(path, (await readFile(path, 'utf8')).slice(0, 30));
  await expect(embeddedKeys(dataDir)).rejects.toThrow(`${path} key`);
  await writeFile(path, '');
  await expect(embeddedKeys(dataDir)).rejects.toThrow(`${path} must be`);
});
