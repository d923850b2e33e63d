import Fastify, { type FastifyInstance } from 'fastify';

/** A server that gives up every connection when it closes, answered or not. */
export function createServer(): FastifyInstance {
  const server = Fastify({ logger: false, forceCloseConnections: true, exposeHeadRoutes: false });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: { code: 'not_found' } }));
  return server;
}
