import type { FastifyRequest } from 'fastify';

/** Where each operation of the API is found. */
export const PATHS = {
  wcb_calls: '/reports/wcb/calls',
  did_calls: '/reports/did/calls',
  dids: '/reports/dids',
  minutes: '/reports/minutes',
} as const;

export type Operation = keyof typeof PATHS;

const OPERATIONS = Object.keys(PATHS) as Operation[];

/** The operation that a request asks for, or undefined where there is none. */
export function operationOf(request: FastifyRequest): Operation | undefined {
  const path = request.routeOptions.url;
  return OPERATIONS.find((operation) => path?.endsWith(PATHS[operation]));
}
