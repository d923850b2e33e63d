import type { FastifyRequest } from 'fastify';

/** Headers that the protocol reads. Credentials and everything else stay behind. */
const protocolHeaders = /^(accept|content-type|last-event-id|mcp-[a-z0-9-]+|trace(parent|state)|baggage)$/;

/** The request as the SDK's handler takes it, without credentials. */
export function webRequest(request: FastifyRequest, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && protocolHeaders.test(name)) headers.set(name, value);
  }
  return new Request('http://gateway/mcp', { method: request.method, headers, signal });
}
