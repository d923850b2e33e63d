import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { arrivalOf } from './arrival.ts';

/** Between the two events of the stream. */
const PAUSE_MS = 400;

/** What a check asks through the public address: how a request arrives, and whether a stream comes piece by piece. */
export function probes(app: FastifyInstance, { allowedHosts }: { allowedHosts: readonly string[] }): void {
  app.get('/connect/request', (request, reply) =>
    reply.header('cache-control', 'no-store').send(arrivalOf(request, allowedHosts)),
  );
  app.get('/connect/stream', { exposeHeadRoute: false }, (_, reply) =>
    reply.header('cache-control', 'no-store').type('text/event-stream').send(Readable.from(twoEvents())),
  );
}

async function* twoEvents(): AsyncGenerator<string> {
  yield 'data: first\n\n';
  await delay(PAUSE_MS);
  yield 'data: last\n\n';
}
