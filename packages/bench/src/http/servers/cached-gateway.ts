import { ownAccountScopes } from '@voxolib/mcp-tools';
import { cachedProvider, createDayCache } from '@voxolib/telephony/cache';
import type { FastifyInstance } from 'fastify';
import { instantAccount, reportOf } from '../../instant-account.ts';
import { deployed, variedTools } from './gateway.ts';

const MAX_BYTES = 16 * 1024 * 1024;

/** The HTTP server with the cache of days between it and the vendor, made for each request as it is where it is deployed. */
export async function cachedGateway(toolCount: number, logLevel = 'info'): Promise<FastifyInstance> {
  const scopes = ownAccountScopes({ minutes: true });
  const account = instantAccount();
  account.calls.daily = async (_, period) => reportOf(period);
  const cache = createDayCache({ maxBytes: MAX_BYTES });
  return deployed(
    variedTools(toolCount),
    (_, { id }) => ({ subject: id, scopes, connections: { voxolib: cachedProvider(account, cache, id) } }),
    logLevel,
  );
}
