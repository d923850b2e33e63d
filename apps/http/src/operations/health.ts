import type { FastifyInstance } from 'fastify';

/** A look at what the server stands on serves all who ask within this time. */
const LOOK_MS = 1_000;

/**
 * `/healthz`, and `/health` as older clients ask for it: the process answers. `/readyz`: it takes new work; 503 from the
 * moment it begins to stop, and while `works` says no.
 */
export function health(app: FastifyInstance, version: string, works: () => Promise<boolean>): void {
  let stopping = false;
  let look: { at: number; works: Promise<boolean> } | undefined;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  const looked = () => {
    const at = performance.now();
    if (look === undefined || at - look.at > LOOK_MS) look = { at, works: works() };
    return look.works;
  };
  for (const path of ['/healthz', '/health']) app.get(path, async () => ({ status: 'ok', version }));
  app.get('/readyz', async (_, reply) => {
    if (stopping) return reply.code(503).send({ status: 'stopping' });
    return (await looked()) ? { status: 'ok' } : reply.code(503).send({ status: 'storage' });
  });
}
