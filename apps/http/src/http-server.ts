import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Exchange } from './mcp/exchange.ts';
import type { ServerLog } from './operations/log.ts';

declare module 'fastify' {
  interface FastifyRequest {
    exchange: Exchange;
  }
}

const REQUEST_TIMEOUT_MS = 30_000;

export interface HttpServerOptions {
  log: ServerLog;
  trustProxy: string[];
  /** How long the headers of a request may take, and how long all of it. */
  requestTimeoutMs?: number;
}

/** Fastify with the limits, the request ids, the log lines and the errors that all routes share, and no route. */
export function createHttpServer({
  log,
  trustProxy,
  requestTimeoutMs = REQUEST_TIMEOUT_MS,
}: HttpServerOptions): FastifyInstance {
  const server = Fastify({
    genReqId: () => randomUUID(),
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    bodyLimit: 16 * 1024,
    requestTimeout: requestTimeoutMs,
    // Node looks for requests that take too long every half minute unless said otherwise.
    http: { headersTimeout: requestTimeoutMs, connectionsCheckingInterval: Math.ceil(requestTimeoutMs / 6) },
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
  return server;
}
