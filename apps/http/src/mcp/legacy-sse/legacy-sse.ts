import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Drain } from '../../operations/drain.ts';
import type { ServerLog } from '../../operations/log.ts';
import type { Admission, Admit } from '../admission.ts';
import { beginExchange } from '../exchange.ts';
import { holdStream } from '../hold-stream.ts';
import { singleMessage } from '../message.ts';
import { tokenInQuery } from '../query-token.ts';
import { REFUSED, RequestRefused } from '../refusal.ts';
import { type EventStream, eventStream } from './event-stream.ts';
import { messagesOf } from './messages-of.ts';

export interface LegacySseOptions {
  admit: Admit;
  /** Answers one message, without any state. */
  respond(request: Request, message: unknown, admission: Admission): Promise<Response>;
  bodyLimit: number;
  drain: Drain;
  log: ServerLog;
}

export interface LegacySse {
  /** Ends all streams. */
  close(): void;
}

interface OpenStream {
  readonly events: EventStream;
  /** Whose stream it is: nobody else may send to it, whatever they know of it. */
  readonly owner: string | undefined;
  readonly gone: AbortController;
}

const MESSAGES = '/sse/messages';

/**
 * `GET /sse` and the POSTs that belong to it: the transport of 2024, for clients that know no other. A message is admitted
 * and answered like one to `/mcp`; only its answer goes to the stream. The stream is in this process alone, so that with
 * several servers a client must come back to the same one.
 */
export function legacySse(app: FastifyInstance, options: LegacySseOptions): LegacySse {
  const { admit, respond, bodyLimit, drain, log } = options;
  const streams = new Map<string, OpenStream>();

  function streamOf(request: FastifyRequest): OpenStream {
    const { stream: handle } = request.query as Record<string, unknown>;
    const stream = typeof handle === 'string' ? streams.get(handle) : undefined;
    if (stream === undefined) throw notHere();
    return stream;
  }

  async function answer(message: unknown, admission: Admission, { events, gone }: OpenStream, version: unknown) {
    const headers = new Headers({
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...(typeof version === 'string' && { 'mcp-protocol-version': version }),
    });
    const request = new Request('http://gateway/mcp', { method: 'POST', headers, signal: gone.signal });
    try {
      for await (const text of messagesOf(await respond(request, message, admission))) events.send('message', text);
      // Noted for the next message: this one has its answer.
      await admission.refusedMeanwhile?.();
    } catch (error) {
      if (!gone.signal.aborted) throw error;
    } finally {
      admission.ended?.(gone.signal.aborted);
    }
  }

  app.get('/sse', { exposeHeadRoute: false, onRequest: beginExchange }, async (request, reply) => {
    await holdStream(await admit(request), reply);
    const handle = randomBytes(32).toString('base64url');
    const stream = { events: eventStream(), owner: request.exchange.fingerprint, gone: new AbortController() };
    streams.set(handle, stream);
    const over = () => {
      streams.delete(handle);
      stream.gone.abort(new DOMException('The stream is over.', 'AbortError'));
      stream.events.end();
      // The server's own line is for replies that were sent to their end; this one the client has left.
      if (!reply.raw.writableFinished) log.request(request, reply.statusCode, reply.elapsedTime);
    };
    if (reply.raw.closed) over();
    else reply.raw.once('close', over);
    const token = tokenInQuery(request);
    const query = new URLSearchParams({ stream: handle, ...(token !== undefined && { token }) });
    stream.events.send('endpoint', `${MESSAGES}?${query}`);
    reply.headers({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    return reply.send(stream.events.body);
  });

  app.post(MESSAGES, { bodyLimit, onRequest: beginExchange }, async (request, reply) => {
    const stream = streamOf(request);
    const message = singleMessage(request);
    const admission = await admit(request);
    if (stream.owner !== request.exchange.fingerprint) {
      admission.ended?.(true);
      throw notHere();
    }
    const { 'mcp-protocol-version': version } = request.headers;
    const answered = answer(message, admission, stream, version).catch((error: unknown) => {
      log.internalError(error, { request: request.id });
      stream.events.end();
    });
    drain.holdUntil(answered);
    return reply.code(202).header('cache-control', 'no-store').send();
  });

  return {
    close() {
      for (const { events } of streams.values()) events.end();
    },
  };
}

function notHere(): RequestRefused {
  const problem =
    'There is no such stream on this server: it is over, or another server holds it. Connect again; behind a balancer, ' +
    'its operator must send the requests of a client to one server, or the client must use /mcp.';
  return new RequestRefused(404, REFUSED, problem);
}
