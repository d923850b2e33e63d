import { isAccessToken } from '@voxolib/token';
import type { FastifyRequest } from 'fastify';
import type { Credentials } from '../accounts/credentials.ts';
import { accountsInHeaders, type DaktelaRules } from './credential-headers.ts';
import { REFUSED, RequestRefused, unauthorized } from './refusal.ts';

const tokenHeaders = ['authorization', 'x-voxolib-token'] as const;
const tokenParameters = ['token', 'access_token', 'api_key', 'authorization'] as const;

/**
 * The credential that a request brings, whatever its kind; undefined when it brings none.
 * @throws RequestRefused: 401 when it is in the query or no bearer; 400 when it is given more than once.
 */
export function presentedCredential(request: FastifyRequest): string | undefined {
  const query = request.query as Record<string, unknown>;
  if (tokenParameters.some((name) => Object.hasOwn(query, name))) {
    throw unauthorized(
      'A token in the address is not accepted: addresses are kept in logs and histories. Replace that token, and send the new one in the Authorization header.',
      'invalid_request',
    );
  }
  const given = request.raw.rawHeaders.filter(
    (name, index) => index % 2 === 0 && tokenHeaders.some((header) => header === name.toLowerCase()),
  );
  if (given.length > 1) {
    throw new RequestRefused(
      400,
      REFUSED,
      `The request has ${given.length} credential headers (${given.join(', ')}); send one.`,
    );
  }
  const { authorization, 'x-voxolib-token': relayed } = request.headers;
  if (typeof relayed === 'string') return relayed.trim();
  if (authorization === undefined) return undefined;
  const bearer = /^Bearer +(\S+)$/i.exec(authorization.trim());
  if (bearer?.[1] === undefined) {
    throw unauthorized('The Authorization header must be "Bearer <public key>.<64 hex digits>".', 'invalid_request');
  }
  return bearer[1];
}

/**
 * The caller's own credentials, by their form: a Voxolib token, accounts in headers of their own, or both. Whether they are valid is
 * for the vendors to say.
 * @throws RequestRefused: as `presentedCredential` and `accountsInHeaders`, and 401 when there are none, or one is malformed.
 */
export function relayedCredentials(request: FastifyRequest, rules: DaktelaRules): Credentials {
  const credential = presentedCredential(request);
  const accounts = accountsInHeaders(request, rules);
  if (credential !== undefined) return { voxolib: checked(credential), ...accounts };
  if (accounts !== undefined) return accounts;
  throw unauthorized('Send your Voxolib access token: "Authorization: Bearer <public key>.<64 hex digits>".');
}

function checked(token: string): string {
  if (isAccessToken(token)) return token;
  throw unauthorized(
    'This is not a Voxolib access token, which is the public key, a dot and 64 hex digits. It was not sent to Voxolib.',
    'invalid_token',
  );
}
