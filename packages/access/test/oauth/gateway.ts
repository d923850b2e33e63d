import { randomBytes } from 'node:crypto';
import { freePort } from '@voxolib/test-kit/programs';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { serverKey, serverKeys } from '../../src/keys/server-keys.ts';
import {
  type AuthorizationServer,
  type AuthorizationServerOptions,
  authorizationServer,
} from '../../src/oauth/authorization-server.ts';
import { SignInRefused } from '../../src/oauth/interactions.ts';
import type { OAuthEvent } from '../../src/oauth/oauth-event.ts';
import type { Storage } from '../../src/storage/storage.ts';

/** A gateway with one protected resource, and the plainest pages there can be. */
export interface Gateway {
  readonly app: FastifyInstance;
  readonly server: AuthorizationServer;
  /** The public one. */
  readonly origin: string;
  /** Where it listens, which differs from `origin` for one of several servers. */
  readonly listening: string;
  readonly resource: string;
  readonly events: OAuthEvent[];
  readonly errors: string[];
  close(): Promise<void>;
}

export const SCOPES = ['demo.stats.read', 'demo.inventory.read', 'demo.numbers.write'] as const;
export const newKeys = () => serverKeys(serverKey('2026-11', randomBytes(32)));

export async function startGateway(
  storage: Storage,
  options: Partial<AuthorizationServerOptions> & { port?: number; appOptions?: Parameters<typeof Fastify>[0] } = {},
): Promise<Gateway> {
  const app = Fastify(options.appOptions);
  // The port is the public origin, and the routes must be known before it listens.
  const port = options.port ?? (await freePort());
  const events: OAuthEvent[] = [];
  const errors: string[] = [];
  const server = await authorizationServer(app, {
    storage,
    keys: newKeys(),
    publicUrl: `http://127.0.0.1:${port}`,
    scopes: SCOPES,
    defaultScopes: ['demo.stats.read'],
    report: (event) => events.push(event),
    reportError: (error) => errors.push(`${error.name}: ${error.message}`),
    ...options,
  });
  await app.register(pages(server));
  app.post('/mcp', (request, reply) => mcp(server, request, reply));
  const listening = await app.listen({ port, host: '127.0.0.1' });
  const origin = new URL(server.resource).origin;
  return { app, server, origin, listening, resource: server.resource, events, errors, close: () => app.close() };
}

function pages({ interactions }: AuthorizationServer) {
  return async (scope: FastifyInstance) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    scope.get('/oauth/sign-in/:uid', async (request, reply) => {
      const found = await interactions.find(request, reply);
      return found ? reply.send(found) : reply.code(400).send({ error: 'over' });
    });
    scope.post('/oauth/sign-in/:uid', async (request, reply) => {
      const form = request.body as URLSearchParams;
      const csrf = form.get('csrf') ?? '';
      try {
        if (form.has('deny')) return reply.redirect(await interactions.deny(request, reply, { csrf }), 303);
        const answer = {
          csrf,
          account: form.get('account') ?? '',
          credential: form.get('credential') ?? '',
          scopes: form.getAll('scope'),
        };
        return reply.redirect(await interactions.finish(request, reply, answer), 303);
      } catch (error) {
        if (!(error instanceof SignInRefused)) throw error;
        return reply.code(error.statusCode).send({ error: error.message });
      }
    });
  };
}

/** As much of MCP as a client needs to call one tool per scope: the name of the tool is the scope. */
async function mcp(server: AuthorizationServer, request: FastifyRequest, reply: FastifyReply) {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const holder = token === undefined ? undefined : await server.verifyAccessToken(token);
  if (!holder) {
    return reply
      .code(401)
      .header('www-authenticate', server.unauthorized(token ? 'invalid_token' : undefined))
      .send();
  }
  const { id, method, params } = request.body as { id?: number; method: string; params?: Record<string, string> };
  const result = (value: object) => reply.send({ jsonrpc: '2.0', id, result: value });
  if (method === 'initialize') {
    const protocolVersion = params?.protocolVersion;
    return result({ protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'demo', version: '1' } });
  }
  if (method === 'tools/call') {
    const scope = String(params?.name);
    if (!holder.scopes.includes(scope)) {
      return reply
        .code(403)
        .header('www-authenticate', server.forbidden([scope]))
        .send();
    }
    return result({ content: [{ type: 'text', text: `${holder.subject} ${holder.credential}` }] });
  }
  return id === undefined ? reply.code(202).send() : result({ tools: [] });
}
