import { access, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedKeys, GatewayKeysError, parseGatewayKeys, type ServerKeys } from '@voxolib/access';
import type { Finding } from '@voxolib/client/doctor';
import type { AccessConfig } from '../../access/store.ts';

const check = 'Server keys';

export interface KeysFound {
  findings: Finding[];
  keys?: ServerKeys;
}

/** The keys that seal what is kept: well formed, none of the documents, and read by nobody else. */
export async function checkKeys({ gatewayKeys, dataDir, databaseUrl }: AccessConfig): Promise<KeysFound> {
  if (gatewayKeys !== undefined) return parsed('GATEWAY_KEYS', async () => parseGatewayKeys(gatewayKeys));
  if (dataDir === undefined) return { findings: [] };
  const path = join(dataDir, 'gateway.keys');
  const mode = await modeOf(path);
  if (mode === undefined) return { findings: [await withoutFile(path, dataDir, databaseUrl)] };
  if ((mode & 0o007) !== 0) {
    const found = `${path} is open to every user of this machine (mode ${modeInWords(mode)}).`;
    const advice = `chmod 600 ${path}, and put new keys before the old one if somebody may have read it.`;
    return { findings: [{ check, level: 'problem', found, advice }] };
  }
  const { findings, keys } = await parsed(path, () => embeddedKeys(dataDir));
  if (keys === undefined || (mode & 0o070) === 0) return { findings, ...(keys && { keys }) };
  const found = `${path} is open to its group (mode ${modeInWords(mode)}).`;
  return { findings: [...findings, { check, level: 'warning', found, advice: `chmod 600 ${path}` }], keys };
}

async function parsed(name: string, read: () => Promise<ServerKeys>): Promise<KeysFound> {
  try {
    const keys = await read();
    const ids = keys.all.map(({ id }) => id).join(', ');
    return { findings: [{ check, level: 'ok', found: `${name} has ${ids}; the first one seals.` }], keys };
  } catch (error) {
    const reason = error instanceof GatewayKeysError ? error.message : `cannot be read (${codeOf(error)})`;
    const found = reason.startsWith(name) ? reason : `${name} ${reason}`;
    const advice = 'Set GATEWAY_KEYS, the same for every process, from where your keys are kept.';
    return { findings: [{ check, level: 'problem', found: `${found}.`, advice }] };
  }
}

async function withoutFile(path: string, dataDir: string, databaseUrl: string | undefined): Promise<Finding> {
  const used = databaseUrl !== undefined || (await modeOf(join(dataDir, 'gateway.db'))) !== undefined;
  if (!used) return { check, level: 'ok', found: `${path} is made by the first start.` };
  return {
    check,
    level: 'problem',
    found: `${path} is missing, and the database beside it was used with it.`,
    advice: 'Restore it from where it is kept; with new keys everybody signs in again.',
  };
}

async function modeOf(path: string): Promise<number | undefined> {
  const there = await access(path).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT',
  );
  if (!there) return undefined;
  return process.platform === 'win32' ? 0o600 : (await stat(path)).mode;
}

function modeInWords(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, '0');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
