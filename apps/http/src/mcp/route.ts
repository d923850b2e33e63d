import cors from '@fastify/cors';
import { hostHeaderValidation, originValidation } from '@modelcontextprotocol/fastify';
import { createMcpHandler, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createDrain } from '../operations/drain.ts';
import type { ServerLog } from '../operations/log.ts';
import { abortedWhenGone } from './abandonment.ts';
import type { Admission, Admit } from './admission.ts';
import { beginExchange } from './exchange.ts';
import { holdStream } from './hold-stream.ts';
import { parseJsonBody } from './json-body.ts';
import { legacySse } from './legacy-sse/legacy-sse.ts';
import { methodOf, singleMessage } from './message.ts';
import { REFUSED, RequestRefused, refusalBody } from './refusal.ts';
import { type ReplyBody, replyBody } from './reply-body.ts';
import { webRequest } from './web-request.ts';

export interface McpRouteOptions {
  admit: Admit;
  allowedHosts: string[];
  allowedOrigins: string[];
  /** Serves the transport of 2024 too, at `/sse`. */
  legacySse?: boolean;
  log: ServerLog;
}

/** Most that a client may send: arguments of tools are short. */
const BODY_LIMIT = 1024 * 1024;

/** `/mcp`: Streamable HTTP, stateless, both protocol eras. Register it in a scope of its own. */
export async function mcpRoute(app: FastifyInstance, options: McpRouteOptions): Promise<void> {
  const { admit, log } = options;
  /** What the SDK's factory has to know of the request that it serves. */
  const admissions = new WeakMap<Request, Admission>();
  const handler = createMcpHandler((context) => {
    const admission = context.requestInfo && admissions.get(context.requestInfo);
    if (admission === undefined) throw new Error('A request came to the protocol without being admitted');
    return admission.serve(context);
  });
  async function respond(request: Request, message: unknown, admission: Admission): Promise<Response> {
    admissions.set(request, admission);
    return handler.fetch(request, { parsedBody: message });
  }
  const drain = createDrain();
  const answering = new Set<AbortController>();

  app.addHook('onRequest', async (_, reply) => {
    // An address may hold a token, or the name of a stream.
    reply.header('referrer-policy', 'no-referrer');
  });
  app.addHook('onRequest', hostHeaderValidation(options.allowedHosts));
  app.addHook('onRequest', originValidation(options.allowedOrigins));
  await app.register(cors, {
    origin: (origin, decide) => decide(null, origin !== undefined && URL.canParse(origin)),
    methods: ['GET', 'POST', 'DELETE'],
    exposedHeaders: ['WWW-Authenticate', 'Retry-After', 'MCP-Protocol-Version', 'X-Request-Id'],
    maxAge: 86_400,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => {
    try {
      done(null, body === '' ? undefined : parseJsonBody(String(body)));
    } catch (error) {
      done(error as Error);
    }
  });
  app.setErrorHandler(refuse(log));
  const streams = options.legacySse ? legacySse(app, { admit, respond, bodyLimit: BODY_LIMIT, drain, log }) : undefined;
  app.addHook('preClose', async () => {
    await drain.drained(DRAIN_MS);
    streams?.close();
    await handler.close();
    for (const call of answering) call.abort(new DOMException('The server is stopping.', 'AbortError'));
    // A connection on which nothing was ever asked does not count as idle, and would keep the server open.
    setTimeout(() => app.server.closeAllConnections(), LAST_WORDS_MS).unref();
  });

  app.route({
    method: ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'],
    url: '/mcp',
    bodyLimit: BODY_LIMIT,
    onRequest: beginExchange,
    handler: async (request, reply) => {
      request.exchange.method = methodOf(request.body);
      // From the beginning: a client may be gone before it is admitted.
      const gone = abortedWhenGone(reply);
      const admission = await admit(request);
      if (gone.signal.aborted) {
        admission.ended?.(true);
        return reply.code(CLIENT_CLOSED_REQUEST).send();
      }
      reply.raw.once('close', () => admission.ended?.(!reply.raw.writableFinished));
      if (request.method !== 'POST') {
        throw new RequestRefused(405, REFUSED, 'This endpoint is stateless and answers POST.', { allow: 'POST' });
      }
      const message = singleMessage(request);
      // A subscription has no end of its own; it ends with the handler.
      if (request.exchange.method === 'subscriptions/listen') await holdStream(admission, reply);
      else drain.hold(reply);
      const direct = admission.answer?.(request, gone.signal);
      if (direct !== undefined) {
        answering.add(gone);
        const json = await direct.finally(() => answering.delete(gone));
        const refusal = await admission.refusedMeanwhile?.();
        if (refusal !== undefined) throw refusal;
        reply.header('cache-control', 'no-store');
        if (gone.signal.aborted) return reply.code(CLIENT_CLOSED_REQUEST).send();
        return reply.header('content-type', 'application/json').serializer(asItIs).send(json);
      }
      const web = webRequest(request, gone.signal);
      const response = await respond(web, message, admission);
      const body = await replyBody(response);
      const refusal = await admission.refusedMeanwhile?.();
      if (refusal !== undefined) {
        await body.discard();
        throw refusal;
      }
      return send(reply, response, body);
    },
  });
}

/** Not a standard status, but the one that the SDK answers with when nobody is there any more to read it. */
const CLIENT_CLOSED_REQUEST = 499;

/** Text that is sent in one write with the headers; without a serializer of its own, Fastify would add a charset to its type. */
const asItIs = (json: string) => json;

/** How long calls under way may take when the server stops, and how long their last bytes may. */
const DRAIN_MS = 15_000;
const LAST_WORDS_MS = 500;

function send(reply: FastifyReply, response: Response, { content }: ReplyBody): FastifyReply {
  reply.code(response.status);
  for (const [name, value] of response.headers) {
    // Whether the connection stays open is between the client and this server.
    if (name !== 'connection') reply.header(name, value);
  }
  reply.header('cache-control', 'no-store');
  return reply.send(content);
}

function refuse(log: ServerLog) {
  return (error: FastifyError | RequestRefused, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof RequestRefused) {
      return reply.code(error.status).headers(error.headers).send(refusalBody(error.code, error.message));
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      log.internalError(error, { request: request.id });
      return reply
        .code(500)
        .send(refusalBody(ProtocolErrorCode.InternalError, 'This server failed; try again, then tell its operator.'));
    }
    const words = refusals[error.code] ?? 'The request is not acceptable.';
    return reply.code(status).send(refusalBody(REFUSED, words));
  };
}

const refusals: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Content-Type must be application/json.',
  FST_ERR_CTP_BODY_TOO_LARGE: `The body is larger than ${BODY_LIMIT} bytes.`,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body does not have the length that Content-Length states.',
};
