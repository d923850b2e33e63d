import { createUpstreamGuard } from '@voxolib/client';
import { voxolib } from '@voxolib/client/provider';
import { createGateway, ownAccountScopes } from '@voxolib/mcp-tools';
import { cachedProvider, createDayCache } from '@voxolib/telephony/cache';
import type { FastifyInstance } from 'fastify';
import { deployed } from './gateway.ts';

const MEBIBYTE = 1024 * 1024;

/** Everything that is deployed, down to the requests to the vendor, which `fetch` answers. The clock stands at `now`. */
export function wholeGateway(fetch: typeof globalThis.fetch, now: () => Date): Promise<FastifyInstance> {
  const scopes = ownAccountScopes({ minutes: true });
  const upstream = { fetch, now, guard: createUpstreamGuard() };
  const cache = createDayCache({ maxBytes: 16 * MEBIBYTE, now });
  return deployed(
    createGateway({ version: '0.0.0' }),
    (token, { id }) => ({
      subject: id,
      scopes,
      connections: { voxolib: cachedProvider(voxolib({ ...upstream, token }), cache, id) },
      now,
    }),
    'silent',
  );
}
