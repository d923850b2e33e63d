import { randomUUID } from 'node:crypto';
import { createUpstreamGuard } from '@voxolib/client';
import { judgeToken, voxolib } from '@voxolib/client/provider';
import { type Caller, createGateway, ownAccountScopes } from '@voxolib/mcp-tools';
import Fastify, { type FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import type { Config } from './config.ts';
import type { Exchange } from './mcp/exchange.ts';
import { mcpRoute } from './mcp/route.ts';
import { createVerdicts } from './mcp/verdicts.ts';
import { health } from './operations/health.ts';
import { createLogger, createServerLog } from './operations/log.ts';
import { createMetrics, type Metrics } from './operations/metrics.ts';
import { pages } from './pages/index.ts';

declare module 'fastify' {
  interface FastifyRequest {
    exchange: Exchange;
  }
}

export interface AppOptions {
  config: Config;
  version: string;
  /** The origin under which clients reach the app. */
  publicUrl: URL;
  /** Where log lines go, for tests; stdout otherwise. */
  logTo?: DestinationStream;
}

export interface App {
  server: FastifyInstance;
  metrics: Metrics;
}

/** Builds the server and never listens, so that tests can inject into it. */
export async function createApp({ config, version, publicUrl, logTo }: AppOptions): Promise<App> {
  const metrics = createMetrics();
  const log = createServerLog(createLogger(config.logLevel, logTo), metrics);
  const server = Fastify({
    genReqId: () => randomUUID(),
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit: 16 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 120_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    exposeHeadRoutes: true,
  });
  server.decorateRequest('exchange');
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => log.request(request, reply.statusCode, reply.elapsedTime));
  server.setNotFoundHandler((_, reply) =>
    reply.code(404).send({ error: 'not_found', message: 'There is nothing at this address. The endpoint is /mcp.' }),
  );
  server.setErrorHandler((error, request, reply) => {
    const status =
      error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
    if (status >= 500) log.internalError(error, { request: request.id });
    return reply.code(status).send({ error: status >= 500 ? 'internal' : 'bad_request' });
  });

  const scopes = ownAccountScopes({ minutes: config.minutesOffered });
  const toolServer = createGateway({ version, websiteUrl: new URL('/mcp/docs', publicUrl).href });
  const upstream = { ...config.voxolib, guard: createUpstreamGuard() };
  const callerOf = (token: string, fingerprint: string): Caller => ({
    subject: `voxolib:${fingerprint}`,
    scopes,
    connections: { voxolib: voxolib({ ...upstream, token }) },
  });

  await server.register(mcpRoute, {
    toolServer,
    verdicts: createVerdicts((token) => judgeToken({ ...upstream, token }), metrics.verdict),
    callerOf,
    allowedHosts: config.allowedHosts,
    allowedOrigins: config.allowedOrigins,
    log,
  });
  health(server, version);
  const offered = toolServer.definitions.filter(({ scope }) => scopes.has(scope));
  pages(server, { publicUrl, tools: offered.map(({ definition }) => definition), version });
  return { server, metrics };
}
