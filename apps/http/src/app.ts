import { createAddressLimit } from '@voxolib/access';
import { createUpstreamGuard } from '@voxolib/client';
import { createGateway, ownAccountScopes, tools } from '@voxolib/mcp-tools';
import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { gate } from './access/gate.ts';
import { type Access, type AccessOptions, openAccess } from './access/open-access.ts';
import { duringOutages } from './access/outage.ts';
import { callersOf } from './accounts/callers-of.ts';
import { enterWith } from './accounts/enter.ts';
import { judgeOf } from './accounts/judge.ts';
import type { VendorSettings } from './accounts/vendor-settings.ts';
import type { Config } from './config.ts';
import { probes } from './connect/probes.ts';
import { createHttpServer } from './http-server.ts';
import { relay } from './mcp/relay.ts';
import { mcpRoute } from './mcp/route.ts';
import { limitStrangers } from './mcp/stranger-limit.ts';
import { createVerdicts } from './mcp/verdicts.ts';
import { health } from './operations/health.ts';
import { createLogger, createServerLog } from './operations/log.ts';
import { createMetrics, type Metrics } from './operations/metrics.ts';
import { pages } from './pages/index.ts';

export interface AppOptions {
  config: Config;
  version: string;
  /** The origin under which clients reach the app. */
  publicUrl: URL;
  /** Where log lines go, for tests; stdout otherwise. */
  logTo?: DestinationStream;
  /** In the place of the real fetch of clients' documents, for tests. */
  fetchDocument?: AccessOptions['fetchDocument'];
  /** When the first look for old records is, for tests. */
  retentionFirstMs?: AccessOptions['retentionFirstMs'];
}

export interface App {
  server: FastifyInstance;
  metrics: Metrics;
  /** Sign-in, tokens, limits and audit, where they are switched on. */
  access: Access | undefined;
}

/** Builds the server and never listens, so that tests can inject into it. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, version, publicUrl, logTo, fetchDocument, retentionFirstMs } = options;
  const metrics = createMetrics();
  const log = createServerLog(createLogger(config.logLevel, logTo), metrics);
  const server = createHttpServer({ log, trustProxy: config.trustProxy });
  const scopes = ownAccountScopes({ minutes: config.minutesOffered });
  const vendors: VendorSettings = { ...config, sessions: () => access?.sessions };
  const callerOf = callersOf(config, vendors, scopes);
  // Unknown credentials are judged apart: whoever invents them must not hold up those who have some.
  const judging = { ...config.voxolib, guard: createUpstreamGuard({ maxConcurrent: 16, queue: 64 }) };
  const judge = judgeOf({ ...vendors, voxolib: judging });
  const verdicts = createVerdicts(judge, { onVerdict: metrics.verdict });
  const access: Access | undefined =
    config.access &&
    (await openAccess(server, {
      config: config.access,
      publicUrl,
      enter: enterWith(judge, vendors),
      daktelaRules: config.daktela,
      stillAccepted: async (token) => (await verdicts.of(token)).verdict !== 'refused',
      offeredScopes: scopes,
      offeredTools: tools.filter(({ scope }) => scopes.has(scope)).map(({ name }) => name),
      log,
      ...(fetchDocument && { fetchDocument }),
      ...(retentionFirstMs !== undefined && { retentionFirstMs }),
    }));
  server.addHook('onClose', async () => access?.close());

  const websiteUrl = new URL('/mcp/docs', publicUrl).href;
  const toolServer = createGateway({ version, websiteUrl, ...(access && { changes: access.changes }) });
  const relayed = relay({ toolServer, verdicts, callerOf, choice: config.choice, daktelaRules: config.daktela, log });
  const offered = toolServer.definitions.filter(({ scope }) => scopes.has(scope));

  const known =
    access === undefined
      ? relayed
      : duringOutages(
          gate({
            ...access,
            tokenInQuery: config.tokenInQuery,
            relayed,
            toolServer,
            verdicts,
            callerOf,
            choice: config.choice,
            daktelaRules: config.daktela,
            hasEnded: (credential) => access.sessions.hasEnded(credential),
            log,
          }),
          async () => (await access.check()).database,
        );
  const { addressLimit: perMinute } = config;
  const admit =
    perMinute === 0 ? known : limitStrangers(known, createAddressLimit({ perMinute, redis: access?.limits.redis }));
  await server.register(mcpRoute, {
    admit,
    allowedHosts: config.allowedHosts,
    allowedOrigins: config.allowedOrigins,
    legacySse: config.legacySse,
    log,
  });
  health(server, version, async () => access === undefined || (await access.works()));
  probes(server, config);
  pages(server, {
    publicUrl,
    tools: offered.map(({ definition }) => definition),
    signIn: access !== undefined,
    connect: { allowedHosts: config.allowedHosts, services: async () => access?.check() ?? {} },
    version,
  });
  return { server, metrics, access };
}
