import {
  type Alerts,
  type Audit,
  type AuditProblem,
  type AuthorizationServer,
  type AuthorizationServerOptions,
  authorizationServer,
  createAccountSessions,
  createAlerts,
  createAudit,
  createLimits,
  createPeerLimits,
  createSealer,
  createSignInDelay,
  createStaticTokens,
  createUpstreamSessions,
  keepRetention,
  type Limits,
  type StaticTokens,
} from '@voxolib/access';
import type { ChangeDeskOptions } from '@voxolib/mcp-tools';
import type { FastifyInstance } from 'fastify';
import { accountOf } from '../accounts/credentials.ts';
import { createDaktelaSessions, type DaktelaSessions } from '../accounts/daktela-sessions.ts';
import type { Enter } from '../accounts/enter.ts';
import type { DaktelaRules } from '../mcp/credential-headers.ts';
import type { ServerLog } from '../operations/log.ts';
import { accountPages, adminPages, signInPages } from '../pages/index.ts';
import { changeDesk } from './change-desk.ts';
import { defaultScopes, gatewayScopes, usable } from './gateway-scopes.ts';
import { SIGN_IN_TIER } from './sign-in-tier.ts';
import { type AccessConfig, openStore } from './store.ts';

export interface Access {
  authorization: AuthorizationServer;
  staticTokens: StaticTokens;
  limits: Limits;
  audit: Audit;
  alerts: Alerts;
  /** The Daktela sessions that sign-ins have led to. */
  sessions: DaktelaSessions;
  /** How changes are confirmed and written down: alike for all processes of the deployment. */
  changes: ChangeDeskOptions;
  /** Whether the database and Redis answer; Redis is undefined where there is none. */
  check(): Promise<{ database: boolean; redis: boolean | undefined }>;
  /** Whether calls can be admitted and recorded. Without Redis they can. */
  works(): Promise<boolean>;
  close(): Promise<void>;
}

export interface AccessOptions {
  config: AccessConfig;
  publicUrl: URL;
  /** Asks the vendors about what somebody signs in with. */
  enter: Enter;
  /** Which addresses of Daktela instances somebody may sign in at. */
  daktelaRules: DaktelaRules;
  /** False when Voxolib has refused a token, as far as is known. */
  stillAccepted(token: string): Promise<boolean>;
  /** The scopes of the tools that this deployment offers. */
  offeredScopes: ReadonlySet<string>;
  /** The names of those tools. */
  offeredTools: readonly string[];
  /** Fetches the document that a client's id leads to, in the place of the real fetch, for tests. */
  fetchDocument?: AuthorizationServerOptions['fetchDocument'];
  /** When the first look for old records is, for tests. */
  retentionFirstMs?: number;
  log: ServerLog;
}

/** Opens the storage and everything that stands on it, and registers the authorization server's own addresses. */
export async function openAccess(app: FastifyInstance, options: AccessOptions): Promise<Access> {
  const { config, publicUrl, enter, daktelaRules, stillAccepted, offeredScopes, offeredTools, log } = options;
  const { fetchDocument, retentionFirstMs } = options;
  const { storage, keys, auditKeys, close } = await openStore(config);
  const { redisUrl, alertWebhookUrl: webhookUrl, retentionDays: days } = config;
  const report = (message: string) => log.info(message);
  const limits = await createLimits({ storage, report, ...(redisUrl !== undefined && { redisUrl }) });
  const alerts = createAlerts({ webhookUrl, deployment: publicUrl.host });
  const onProblem = (problem: AuditProblem) => {
    log.info('audit', { problem: problem.kind });
    alerts.onProblem(problem);
  };
  const audit = await createAudit({ storage, keys: auditKeys, onCall: alerts.onCall, onProblem });
  const retention =
    days === undefined
      ? undefined
      : keepRetention({
          storage,
          keys: auditKeys,
          days,
          onProblem,
          onRemoved: ({ calls }) => log.info('audit', { removed: calls }),
          onError: (error) => log.internalError(error, { part: 'retention' }),
          ...(retentionFirstMs !== undefined && { firstMs: retentionFirstMs }),
        });
  const staticTokens = createStaticTokens({ storage, keys, scopes: gatewayScopes, report });
  const authorization = await authorizationServer(app, {
    storage,
    keys,
    publicUrl,
    resourceName: 'Voxolib MCP',
    scopes: gatewayScopes.names,
    defaultScopes,
    ...(fetchDocument && { fetchDocument }),
    report(event) {
      log.info('sign-in', { event: event.type });
      if (event.type === 'refresh-reuse')
        alerts.report({ kind: event.type, ...(event.clientId && { client: event.clientId }) });
    },
    peerLimits: createPeerLimits({ redis: limits.redis }),
    reportError: ({ name }) => log.internalError(new Error(name), { part: 'sign-in' }),
  });
  const sessions = createDaktelaSessions(createUpstreamSessions({ storage, keys }));
  const shared = {
    enter,
    daktelaRules,
    keep: sessions.keep,
    accountOf,
    delay: createSignInDelay({ redis: limits.redis }),
    publicUrl,
    onError: (error: unknown, request: string) => log.internalError(error, { request }),
  };
  signInPages(app, { ...shared, usable, interactions: authorization.interactions, sealer: createSealer(keys) });
  accountPages(app, {
    ...shared,
    authorization,
    staticTokens,
    limits,
    storage,
    sessions: createAccountSessions({ storage, keys }),
    stillAccepted,
    offeredScopes: (credential) => usable(gatewayScopes.names, credential).filter((scope) => offeredScopes.has(scope)),
    tools: offeredTools,
    tier: SIGN_IN_TIER,
    onEvent: (event, facts) => log.info('account', { event, ...facts }),
  });
  if (config.admin !== undefined) {
    adminPages(app, {
      config: config.admin,
      storage,
      auditKeys,
      audit,
      alerts,
      sending: webhookUrl !== undefined,
      limits,
      sealer: createSealer(keys),
      tools: offeredTools,
      publicUrl,
      delay: shared.delay,
      onEvent: (event, facts) => log.info('admin', { event, ...facts }),
      onError: (error, request) => log.internalError(error, { request }),
    });
  }
  const databaseAnswers = () =>
    storage.check().then(
      () => true,
      () => false,
    );
  return {
    authorization,
    staticTokens,
    limits,
    audit,
    alerts,
    sessions,
    changes: changeDesk(storage, keys),
    check: async () => ({ database: await databaseAnswers(), redis: limits.redis?.ready }),
    works: async () => audit.state().healthy && (await databaseAnswers()),
    async close() {
      await retention?.stop();
      await Promise.all([alerts.stop(), audit.stop(), limits.close(), staticTokens.close(), authorization.close()]);
      await close();
    },
  };
}
