import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Fault, FaultError } from './fault.ts';
import type { FaultControl } from './fault-control.ts';

const FAULT_HEADER = 'x-sandbox-fault';

/**
 * Gives every request of `app` its fault. What is returned tells which one a request has.
 * `when` is `preHandler` for an API whose operation is known only once the body is read.
 */
export function installFaults<Body, Operation extends string>(
  app: FastifyInstance,
  control: FaultControl<Body, Operation>,
  operationOf: (request: FastifyRequest) => Operation | undefined,
  when: 'onRequest' | 'preHandler' = 'onRequest',
): (request: FastifyRequest) => Fault<Body> | undefined {
  const faults = new WeakMap<FastifyRequest, Fault<Body>>();

  const give = async (request: FastifyRequest, reply: FastifyReply) => {
    const header = request.headers[FAULT_HEADER];
    let fault: Fault<Body> | undefined;
    try {
      fault = control.take(operationOf(request), Array.isArray(header) ? header[0] : header);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      return reply.code(400).send({ error: { code: 'unknown_fault', message: error.message } });
    }
    if (fault === undefined) return;
    faults.set(request, fault);
    if (fault.delayMs !== undefined) await delay(fault.delayMs, reply);
    if (fault.answer !== undefined) {
      await fault.answer(reply);
      return reply;
    }
  };
  if (when === 'onRequest') app.addHook('onRequest', give);
  else app.addHook('preHandler', give);

  app.addHook('onSend', async (request, reply, payload) => {
    const fault = faults.get(request);
    const good = reply.statusCode === 200 && typeof payload === 'string';
    return good && fault?.send !== undefined ? fault.send(payload, reply) : payload;
  });

  return (request) => faults.get(request);
}

/** Waits, but not for somebody who has gone. */
async function delay(ms: number, reply: FastifyReply): Promise<void> {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  await pause(ms, undefined, { signal: gone.signal }).catch(() => reply.hijack());
}
