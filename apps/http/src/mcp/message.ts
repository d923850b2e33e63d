import { ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { FastifyRequest } from 'fastify';
import { RequestRefused } from './refusal.ts';

/** The one message that a request holds. Throws RequestRefused (400). */
export function singleMessage({ body }: FastifyRequest): unknown {
  if (body === undefined) {
    throw new RequestRefused(400, ProtocolErrorCode.ParseError, 'The body is empty; send a JSON-RPC request.');
  }
  if (Array.isArray(body)) {
    throw new RequestRefused(400, ProtocolErrorCode.InvalidRequest, 'Batches are not accepted; send one request.');
  }
  return body;
}

/** The method that a body names, when it could be one. */
export function methodOf(body: unknown): string | undefined {
  const method = typeof body === 'object' && body !== null ? Reflect.get(body, 'method') : undefined;
  return typeof method === 'string' && /^[a-z/_]{1,40}$/i.test(method) ? method : undefined;
}
