import type { FastifyReply, FastifyRequest } from 'fastify';

/** Headers that the protocol reads. Credentials and everything else stay behind. */
const protocolHeaders = /^(accept|content-type|last-event-id|mcp-[a-z0-9-]+|trace(parent|state)|baggage)$/;

/** The request as the SDK's handler takes it, without credentials; aborted when the client goes away. */
export function webRequest(request: FastifyRequest, reply: FastifyReply): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && protocolHeaders.test(name)) headers.set(name, value);
  }
  const gone = new AbortController();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new DOMException('The client has gone.', 'AbortError'));
  });
  return new Request('http://gateway/mcp', { method: request.method, headers, signal: gone.signal });
}
