import type { CallRecord } from '@voxolib/mcp-tools';
import type { FastifyRequest } from 'fastify';
import { REFUSED, RequestRefused } from './refusal.ts';

/** What is known of one request to `/mcp` beside the request itself; for its log line. Never a token. */
export interface Exchange {
  method?: string;
  fingerprint?: string;
  call?: CallRecord;
}

/** The first hook of a route of the protocol. Throws RequestRefused (415) for a body that would have to be inflated. */
export async function beginExchange(request: FastifyRequest): Promise<void> {
  if (request.headers['content-encoding'] !== undefined) {
    throw new RequestRefused(415, REFUSED, 'Send the body without Content-Encoding.');
  }
  request.exchange = {};
}
