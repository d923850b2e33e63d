import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GatewayKeysError, parseGatewayKeys } from './gateway-keys.ts';
import type { ServerKeys } from './server-keys.ts';

/**
 * The keys of a deployment that was given none: made once, in `gateway.keys` beside the embedded storage, in the form of
 * `GATEWAY_KEYS`. Processes that start at once agree on one. Whoever copies the storage without this file copies nothing
 * that can be opened.
 */
export async function embeddedKeys(dataDir: string): Promise<ServerKeys> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'gateway.keys');
  const text = (await read(path)) ?? (await create(path));
  try {
    return parseGatewayKeys(text);
  } catch (error) {
    if (error instanceof GatewayKeysError) throw new GatewayKeysError(`${path} ${error.message}`);
    throw error;
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o007) !== 0) {
      throw new GatewayKeysError(`${path} is open to every user of this machine: chmod 600 it`);
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Written whole under another name, then linked: the file is never half there, and the first process wins. */
async function create(path: string): Promise<string> {
  const id = `${new Date().toISOString().slice(0, 10)}-${randomBytes(2).toString('hex')}`;
  const temporary = `${path}.${randomBytes(8).toString('hex')}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(`${id}:${randomBytes(32).toString('base64')}\n`);
    await file.sync();
    await link(temporary, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await file.close();
    await rm(temporary, { force: true });
  }
  await syncFolder(path);
  return readFile(path, 'utf8');
}

/** After a power cut the name must be there as well: rows sealed with a lost key are lost. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(join(path, '..'), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
