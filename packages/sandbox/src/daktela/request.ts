import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Parameters, readParameters } from './query/query.ts';

/** What a request is for: `/tickets/100101/activities.json`, in parts, with or without the suffix. */
export interface Target {
  endpoint: string;
  name: string | undefined;
  relation: string | undefined;
}

const PREFIX = '/api/v6/';
const SUFFIX = '.json';
const HIDDEN = '[hidden]';
const LONGEST_LOGGED = 300;
const SECRET_PARAMETERS = new Set(['accessToken', 'password', 'refreshToken', 'username']);

/** Undefined where the address is none of the API. */
export function targetOf(request: FastifyRequest): Target | undefined {
  const [path = ''] = (request.raw.url ?? '').split('?');
  if (!path.startsWith(PREFIX)) return undefined;
  const rest = path.slice(PREFIX.length);
  const parts = (rest.endsWith(SUFFIX) ? rest.slice(0, -SUFFIX.length) : rest).split('/');
  if (parts.length > 3 || parts.includes('')) return undefined;
  try {
    const [endpoint = '', name, relation] = parts.map(decodeURIComponent);
    return { endpoint, name, relation };
  } catch {
    return undefined;
  }
}

/** The endpoint, and the relation after a slash where one is asked for. */
export function operationOf(request: FastifyRequest): string | undefined {
  const target = targetOf(request);
  return target && (target.relation === undefined ? target.endpoint : `${target.endpoint}/${target.relation}`);
}

export function queryOf(request: FastifyRequest): Parameters {
  return readParameters(queryText(request));
}

/** Reads JSON and forms. What is neither says nothing. */
export function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'string', bodyLimit: 1_000_000 } as const;
  app.addContentTypeParser('application/json', options, async (_request: FastifyRequest, body: string) => jsonOf(body));
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    options,
    async (_request: FastifyRequest, body: string) => readParameters(body),
  );
  app.addContentTypeParser('*', options, async () => ({}));
}

/** What a login says, by its body or else by its address. */
export function loginParameters(request: FastifyRequest): Parameters {
  const body = typeof request.body === 'object' && request.body !== null ? (request.body as Parameters) : {};
  return { ...queryOf(request), ...body };
}

/** The token that a request presents, in whichever of the four ways. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const header = request.headers['x-auth-token'];
  if (typeof header === 'string' && header !== '') return header;
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  const { accessToken } = queryOf(request);
  if (typeof accessToken === 'string' && accessToken !== '') return accessToken;
  return cookieOf(request, 'c_user');
}

export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return cookies.find(([key]) => key === name)?.[1];
}

/** The parameters as the log of requests keeps them: none of them long, and no secret. */
export function loggedParameters(request: FastifyRequest, isSecret: (text: string) => boolean): Record<string, string> {
  const entries = [...new URLSearchParams(queryText(request))].map(([name, value]) => [
    name,
    SECRET_PARAMETERS.has(name) || isSecret(value) ? HIDDEN : value.slice(0, LONGEST_LOGGED),
  ]);
  return Object.fromEntries(entries);
}

function queryText(request: FastifyRequest): string {
  const url = request.raw.url ?? '';
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark + 1);
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}
