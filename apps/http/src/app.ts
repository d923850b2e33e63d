import { createUpstreamGuard } from '@voxolib/client';
import { judgeToken, voxolib } from '@voxolib/client/provider';
import { type Caller, createGateway, ownAccountScopes } from '@voxolib/mcp-tools';
import { cachedProvider, createDayCache } from '@voxolib/telephony/cache';
import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { gate } from './access/gate.ts';
import { type Access, type AccessOptions, openAccess } from './access/open-access.ts';
import type { Config } from './config.ts';
import { createHttpServer } from './http-server.ts';
import { relay } from './mcp/relay.ts';
import { mcpRoute } from './mcp/route.ts';
import { createVerdicts, type Judgement } from './mcp/verdicts.ts';
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
}

export interface App {
  server: FastifyInstance;
  metrics: Metrics;
  /** Sign-in, tokens, limits and audit, where they are switched on. */
  access: Access | undefined;
}

/** Builds the server and never listens, so that tests can inject into it. */
export async function createApp({ config, version, publicUrl, logTo, fetchDocument }: AppOptions): Promise<App> {
  const metrics = createMetrics();
  const log = createServerLog(createLogger(config.logLevel, logTo), metrics);
  const server = createHttpServer({ log, trustProxy: config.trustProxy });
  const scopes = ownAccountScopes({ minutes: config.minutesOffered });
  const toolServer = createGateway({ version, websiteUrl: new URL('/mcp/docs', publicUrl).href });
  const upstream = { ...config.voxolib, guard: createUpstreamGuard() };
  const cache = createDayCache({ maxBytes: config.cacheBytes });
  const callerOf = (token: string, { verdict, id, fingerprint }: Judgement): Caller => {
    const account = voxolib({ ...upstream, token });
    return {
      subject: `voxolib:${fingerprint}`,
      scopes,
      families: config.families,
      // Kept days are for a token that Voxolib has just accepted; one that it could not be asked about gets none.
      connections: { voxolib: verdict === 'accepted' ? cachedProvider(account, cache, id) : account },
    };
  };

  // Unknown tokens are judged apart: whoever invents them must not hold up those who have one.
  const judging = { ...config.voxolib, guard: createUpstreamGuard({ maxConcurrent: 16, queue: 64 }) };
  const judge = (token: string) => judgeToken({ ...judging, token });
  const verdicts = createVerdicts(judge, { onVerdict: metrics.verdict });
  const relayed = relay({ toolServer, verdicts, callerOf, log });
  const access =
    config.access &&
    (await openAccess(server, {
      config: config.access,
      publicUrl,
      judge,
      log,
      ...(fetchDocument && { fetchDocument }),
    }));
  server.addHook('onClose', async () => access?.close());

  await server.register(mcpRoute, {
    admit: access === undefined ? relayed : gate({ ...access, relayed, toolServer, verdicts, callerOf, log }),
    allowedHosts: config.allowedHosts,
    allowedOrigins: config.allowedOrigins,
    log,
  });
  health(server, version);
  const offered = toolServer.definitions.filter(({ scope }) => scopes.has(scope));
  pages(server, { publicUrl, tools: offered.map(({ definition }) => definition), version });
  return { server, metrics, access };
}
