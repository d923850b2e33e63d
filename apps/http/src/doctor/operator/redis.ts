import { checkRedis } from '@voxolib/access';
import type { Finding } from '@voxolib/client/doctor';

const check = 'Redis';

/** Whether limits can be shared. Without Redis every process counts for itself, so that its failure stops nothing. */
export async function checkSharedLimits(redisUrl: string | undefined, shared: boolean): Promise<Finding[]> {
  if (redisUrl === undefined) {
    if (!shared) return [];
    const found = 'REDIS_URL is not set: each process counts calls per minute for itself.';
    return [{ check, level: 'ok', found }];
  }
  const { host } = new URL(redisUrl);
  const state = await checkRedis(redisUrl);
  if (state === 'answers') return [{ check, level: 'ok', found: `${host} answers.` }];
  return state === 'refuses'
    ? [{ check, level: 'problem', found: `${host} refuses us.`, advice: 'Check the user and password in REDIS_URL.' }]
    : [
        {
          check,
          level: 'problem',
          found: `${host} does not answer; until it does, each process counts calls per minute for itself.`,
          advice: 'Start Redis, and check the host and port in REDIS_URL.',
        },
      ];
}
