import { GatewayKeysError, inspectStorage, type ServerKeys, type StorageState } from '@voxolib/access';
import type { Finding } from '@voxolib/client/doctor';
import type { AccessConfig } from '../../access/store.ts';

const check = 'Database';
const CLOCK_TOLERANCE_S = 60;

/** The storage as the next start will find it: there, of this version, with these keys, and of the same time. */
export async function checkDatabase(
  { dataDir, databaseUrl }: AccessConfig,
  keys: ServerKeys | undefined,
  now: Date,
): Promise<Finding[]> {
  if (databaseUrl === undefined && dataDir === undefined) return [];
  const name = databaseUrl === undefined ? `${dataDir}/gateway.db` : new URL(databaseUrl).host;
  try {
    const state = await inspectStorage(databaseUrl === undefined ? { dataDir: dataDir ?? '' } : { databaseUrl }, keys);
    if (state === undefined) return [{ check, level: 'ok', found: `${name} is made by the first start.` }];
    return [{ check, level: 'ok', found: `${name} answers.` }, migrationsOf(state), ...clockOf(state, now)];
  } catch (error) {
    if (error instanceof GatewayKeysError) return [strangeKeys(error)];
    return [unreachable(name, databaseUrl === undefined, error)];
  }
}

function migrationsOf({ due, unknown }: StorageState): Finding {
  const title = 'Migrations';
  if (unknown.length > 0) {
    return {
      check: title,
      level: 'warning',
      found: `The database is of a newer version: ${unknown.join(', ')}.`,
      advice: 'Run the same version everywhere; an older one goes on, without what is new.',
    };
  }
  if (due.length === 0) return { check: title, level: 'ok', found: 'All are in place.' };
  return {
    check: title,
    level: 'warning',
    found: `Not in place yet: ${due.join(', ')}.`,
    advice: 'The next start of the server applies them; start it anew after an update.',
  };
}

function clockOf({ now: theirs }: StorageState, now: Date): Finding[] {
  if (theirs === undefined) return [];
  const seconds = Math.round(Math.abs(theirs.getTime() - now.getTime()) / 1000);
  const title = 'Clock of the database';
  if (seconds <= CLOCK_TOLERANCE_S) {
    return [{ check: title, level: 'ok', found: `It agrees with this machine's to ${seconds} s.` }];
  }
  const found = `It differs from this machine's by ${seconds} s.`;
  return [{ check: title, level: 'warning', found, advice: 'Set both by NTP: tokens end by the clock.' }];
}

function strangeKeys({ message }: GatewayKeysError): Finding {
  return {
    check: 'Server keys',
    level: 'problem',
    found: `They do not belong to this database: ${message}.`,
    advice: 'Give GATEWAY_KEYS (or gateway.keys in DATA_DIR) the keys that this database was used with.',
  };
}

/** Of the error only its code: its message may hold the address with its password. */
function unreachable(name: string, embedded: boolean, error: unknown): Finding {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given';
  const found = `${name} cannot be opened (${code}).`;
  if (embedded) return { check, level: 'problem', found, advice: 'Let the server own DATA_DIR and what is in it.' };
  return { check, level: 'problem', found, advice: adviceOn[code] ?? 'Check DATABASE_URL, and that PostgreSQL runs.' };
}

const adviceOn: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Start PostgreSQL, and check the host and port in DATABASE_URL.',
  ENOTFOUND: 'Check the host name in DATABASE_URL.',
  '28P01': 'Check the user and the password in DATABASE_URL.',
  '28000': 'Check the user in DATABASE_URL, and pg_hba.conf of the server.',
  '3D000': 'Make the database that DATABASE_URL names, or correct its name.',
};
