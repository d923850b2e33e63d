import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  embeddedKeys,
  openStorage,
  parseGatewayKeys,
  recognizeKeys,
  type ServerKeys,
  type Storage,
} from '@voxolib/access';
import type { AdminConfig } from './admin-config.ts';

/** Where access keeps what it must keep. */
export interface AccessConfig {
  /** A folder for this process alone, which is removed when it ends, where it is undefined. */
  dataDir: string | undefined;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  gatewayKeys: string | undefined;
  /** Where alerts are sent. A secret. */
  alertWebhookUrl: string | undefined;
  /** How long the record of a call is kept; for ever where it is undefined. */
  retentionDays: number | undefined;
  /** Who may see `/admin`; without it there is no such page. */
  admin: AdminConfig | undefined;
}

export interface Store {
  storage: Storage;
  keys: ServerKeys;
  /** What the record of calls is signed with: the first one signs, all of them are known. */
  auditKeys: { id: string; secret: Uint8Array }[];
  close(): Promise<void>;
}

/** Opens the database and the keys, and makes sure that they belong together. */
export async function openStore({
  dataDir: folder,
  databaseUrl,
  gatewayKeys,
}: Pick<AccessConfig, 'dataDir' | 'databaseUrl' | 'gatewayKeys'>): Promise<Store> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'voxolib-try-')));
  const keys = gatewayKeys === undefined ? await embeddedKeys(dataDir) : parseGatewayKeys(gatewayKeys);
  const storage = await openStorage(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  try {
    await recognizeKeys(storage, keys);
  } catch (error) {
    await storage.close();
    throw error;
  }
  return {
    storage,
    keys,
    auditKeys: keys.all.map((key) => ({ id: key.id, secret: key.subkey('audit') })),
    async close() {
      await storage.close();
      if (folder === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
