import type { FastifyRequest } from 'fastify';
import { REFUSED, RequestRefused } from './refusal.ts';

/**
 * The token in `?token=`, for clients that can send no header; undefined when there is none. Whether it is taken is for
 * the gate to say. Throws RequestRefused (400) when it is there more than once, or beside a header with another.
 */
export function tokenInQuery({ query, headers }: FastifyRequest): string | undefined {
  const { token } = query as Record<string, unknown>;
  if (token === undefined) return undefined;
  if (typeof token !== 'string' || headers.authorization !== undefined || headers['x-voxolib-token'] !== undefined) {
    throw new RequestRefused(400, REFUSED, 'The request has more than one credential; send one.');
  }
  return token;
}
