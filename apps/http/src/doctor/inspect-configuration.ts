import { diagnoseReach, type Finding } from '@voxolib/client/doctor';
import type { Config } from '../config.ts';
import { checkDatabase } from './operator/database.ts';
import { checkKeys } from './operator/keys.ts';
import { checkSharedLimits } from './operator/redis.ts';

/** Looks at what only the operator may see: keys, database, Redis, and the way to the vendor. Nothing is changed. */
export async function inspectConfiguration({ access, voxolib }: Config, now: Date): Promise<Finding[]> {
  const upstream = diagnoseReach(voxolib);
  if (access === undefined) {
    const found = 'Switched off (ACCESS is not true): each caller brings a Voxolib token.';
    return [{ check: 'Sign-in', level: 'ok', found }, ...(await upstream)];
  }
  const { findings, keys } = await checkKeys(access);
  return [
    ...findings,
    ...(await checkDatabase(access, keys, now)),
    ...(await checkSharedLimits(access.redisUrl, access.databaseUrl !== undefined)),
    ...(await upstream),
  ];
}
