import type { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { ClientMetadataError, clientMetadata } from './client-metadata.ts';
import type { PeerLimits } from './peer-limits.ts';
import { providerRequest } from './provider-request.ts';
import { authorizationParameters, type ParameterRules, tokenParameters } from './request-parameters.ts';
import { type Described, openidMetadata, ROUTES, resourceMetadata, serverMetadata } from './server-metadata.ts';

export interface ProviderRoutesOptions {
  readonly provider: Provider;
  /** Holds the address of the peer while the library works on its request. */
  readonly peer: AsyncLocalStorage<string>;
  readonly limits: PeerLimits;
  readonly described: Described;
  readonly resourcePath: string;
  readonly resourceName: string | undefined;
  readonly rules: ParameterRules;
}

const MOST_BYTES = 16 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** The routes of the library, each with the request made what it should have been. A scope of its own for the parsers. */
export async function providerRoutes(scope: FastifyInstance, options: ProviderRoutesOptions): Promise<void> {
  const { provider, peer, limits, described, resourcePath, rules } = options;
  const handle = provider.callback();

  scope.removeAllContentTypeParsers();
  const parser = { parseAs: 'buffer', bodyLimit: MOST_BYTES } as const;
  scope.addContentTypeParser('*', parser, (_request, body, done) => done(null, body));
  scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    const description = status < 500 ? error.message : 'This server failed. Try again later.';
    return reply
      .code(status)
      .send({ error: status < 500 ? 'invalid_request' : 'server_error', error_description: description });
  });

  async function pass(request: FastifyRequest, reply: FastifyReply, url: string, text?: string, type = FORM) {
    const body = text === undefined ? undefined : { type, text };
    const made = providerRequest(request.raw, described.issuer, { url, ...(body && { body }) });
    reply.hijack();
    // Headers that hooks of the app have set would otherwise be lost with the reply.
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    await peer.run(request.ip, () => handle(made, reply.raw));
  }

  scope.get(ROUTES.authorization, (request, reply) => {
    const query = new URLSearchParams(request.raw.url?.split('?').slice(1).join('?'));
    return pass(request, reply, `${ROUTES.authorization}?${authorizationParameters(query, rules)}`);
  });
  scope.get(`${ROUTES.authorization}/:uid`, (request, reply) => pass(request, reply, request.url));
  scope.get(ROUTES.jwks, (request, reply) => pass(request, reply, request.url));

  for (const route of [ROUTES.token, ROUTES.revocation]) {
    scope.options(route, (request, reply) => pass(request, reply, route));
    scope.post(route, (request, reply) => {
      const text = textOf(request.body);
      // Another type goes on as it is, and the library refuses it.
      if (!isType(request, FORM)) return pass(request, reply, route, text, request.headers['content-type'] ?? FORM);
      const form = new URLSearchParams(text);
      return pass(request, reply, route, String(route === ROUTES.token ? tokenParameters(form, rules) : form));
    });
  }

  scope.options(ROUTES.registration, openToAll('POST'));
  scope.post(ROUTES.registration, async (request, reply) => {
    reply.header('access-control-allow-origin', '*');
    const waitS = await limits.registration(request.ip);
    if (waitS !== undefined) {
      const error_description = `Too many registrations from your address. Try again in ${waitS} seconds.`;
      return reply.code(429).header('retry-after', waitS).send({ error: 'temporarily_unavailable', error_description });
    }
    try {
      if (!isType(request, 'application/json')) throw new ClientMetadataError('invalid_client_metadata', 'Send JSON.');
      const metadata = JSON.stringify(clientMetadata(parsed(textOf(request.body))));
      return await pass(request, reply, ROUTES.registration, metadata, 'application/json');
    } catch (error) {
      if (!(error instanceof ClientMetadataError)) throw error;
      return reply.code(400).send({ error: error.error, error_description: error.message });
    }
  });

  const documents = {
    '/.well-known/oauth-authorization-server': serverMetadata(described),
    '/.well-known/openid-configuration': openidMetadata(described),
    '/.well-known/oauth-protected-resource': resourceMetadata(described, options.resourceName),
  };
  for (const [path, document] of Object.entries(documents)) {
    // With the path of the resource behind it, or before it, as clients of different ages look for it.
    for (const route of [path, path + resourcePath, resourcePath + path]) {
      scope.options(route, openToAll('GET'));
      scope.get(route, (_request, reply) =>
        reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=300').send(document),
      );
    }
  }
}

function openToAll(methods: string) {
  return (_request: FastifyRequest, reply: FastifyReply) =>
    reply
      .code(204)
      .headers({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': methods,
        'access-control-allow-headers': 'authorization, content-type, mcp-protocol-version',
        'access-control-max-age': '3600',
      })
      .send();
}

function textOf(body: unknown): string {
  return Buffer.isBuffer(body) ? body.toString('utf8') : '';
}

function isType(request: FastifyRequest, type: string): boolean {
  return request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === type;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ClientMetadataError('invalid_client_metadata', 'This is not JSON.');
  }
}
