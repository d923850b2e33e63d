import {
  type Audit,
  type AuthorizationServer,
  type AuthorizationServerOptions,
  authorizationServer,
  createAudit,
  createLimits,
  createSealer,
  createSignInDelay,
  createStaticTokens,
  type Limits,
  type StaticTokens,
} from '@voxolib/access';
import { fingerprint } from '@voxolib/token';
import type { FastifyInstance } from 'fastify';
import type { ServerLog } from '../operations/log.ts';
import { signInPages } from '../pages/sign-in/sign-in-pages.ts';
import { defaultScopes, gatewayScopes } from './gateway-scopes.ts';
import { type AccessConfig, openStore } from './store.ts';

export interface Access {
  authorization: AuthorizationServer;
  staticTokens: StaticTokens;
  limits: Limits;
  audit: Audit;
  close(): Promise<void>;
}

export interface AccessOptions {
  config: AccessConfig;
  publicUrl: URL;
  /** Asks Voxolib about a token that somebody signs in with. Throws when it cannot be asked. */
  judge(token: string): Promise<'accepted' | 'refused'>;
  /** Fetches the document that a client's id leads to, in the place of the real fetch, for tests. */
  fetchDocument?: AuthorizationServerOptions['fetchDocument'];
  log: ServerLog;
}

/** Opens the storage and everything that stands on it, and registers the authorization server's own addresses. */
export async function openAccess(
  app: FastifyInstance,
  { config, publicUrl, judge, fetchDocument, log }: AccessOptions,
): Promise<Access> {
  const { storage, keys, auditKeys, close } = await openStore(config);
  const { redisUrl } = config;
  const report = (message: string) => log.info(message);
  const limits = await createLimits({ storage, report, ...(redisUrl !== undefined && { redisUrl }) });
  const audit = await createAudit({
    storage,
    keys: auditKeys,
    onProblem: ({ kind }) => log.info('audit', { problem: kind }),
  });
  const staticTokens = createStaticTokens({ storage, keys, scopes: gatewayScopes, report });
  const authorization = await authorizationServer(app, {
    storage,
    keys,
    publicUrl,
    resourceName: 'Voxolib call statistics',
    scopes: gatewayScopes.names,
    defaultScopes,
    ...(fetchDocument && { fetchDocument }),
    report: ({ type }) => log.info('sign-in', { event: type }),
    reportError: ({ name }) => log.internalError(new Error(name), { part: 'sign-in' }),
  });
  signInPages(app, {
    interactions: authorization.interactions,
    judge,
    accountOf: async (token) => `voxolib:${await fingerprint(token)}`,
    sealer: createSealer(keys),
    delay: createSignInDelay(),
    publicUrl,
    onError: (error, request) => log.internalError(error, { request }),
  });
  return {
    authorization,
    staticTokens,
    limits,
    audit,
    async close() {
      await Promise.all([audit.stop(), limits.close(), staticTokens.close()]);
      await close();
    },
  };
}
