import Fastify, { type FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

/** Prometheus metrics on a port of their own, so that the public one never shows them. */
export function metricsServer({ registry }: Metrics): FastifyInstance {
  const app = Fastify();
  app.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return app;
}
