import {
  type Audit,
  type AuthorizationServer,
  authorizationServer,
  createAudit,
  createLimits,
  createStaticTokens,
  type Limits,
  type StaticTokens,
} from '@voxolib/access';
import type { FastifyInstance } from 'fastify';
import type { ServerLog } from '../operations/log.ts';
import { defaultScopes, gatewayScopes } from './gateway-scopes.ts';
import { type AccessConfig, openStore } from './store.ts';

export interface Access {
  authorization: AuthorizationServer;
  staticTokens: StaticTokens;
  limits: Limits;
  audit: Audit;
  close(): Promise<void>;
}

/** Opens the storage and everything that stands on it, and registers the authorization server's own addresses. */
export async function openAccess(
  app: FastifyInstance,
  { config, publicUrl, log }: { config: AccessConfig; publicUrl: URL; log: ServerLog },
): Promise<Access> {
  const { storage, keys, auditKeys } = await openStore(config);
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
    report: ({ type }) => log.info('sign-in', { event: type }),
    reportError: ({ name }) => log.internalError(new Error(name), { part: 'sign-in' }),
  });
  return {
    authorization,
    staticTokens,
    limits,
    audit,
    async close() {
      await Promise.all([audit.stop(), limits.close(), staticTokens.close()]);
      await storage.close();
    },
  };
}
