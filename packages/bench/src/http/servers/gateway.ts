import { type Caller, createToolServer, instructions, ownAccountScopes, type ToolServer } from '@voxolib/mcp-tools';
import type { FastifyInstance } from 'fastify';
import { createHttpServer } from '../../../../../apps/http/src/http-server.ts';
import type { Admit } from '../../../../../apps/http/src/mcp/admission.ts';
import { type RelayOptions, relay } from '../../../../../apps/http/src/mcp/relay.ts';
import { mcpRoute } from '../../../../../apps/http/src/mcp/route.ts';
import { createVerdicts } from '../../../../../apps/http/src/mcp/verdicts.ts';
import { createLogger, createServerLog } from '../../../../../apps/http/src/operations/log.ts';
import { createMetrics } from '../../../../../apps/http/src/operations/metrics.ts';
import { instantAccount } from '../../instant-account.ts';
import { variations } from '../../variations.ts';

/** The HTTP server as it is deployed, with its log, metrics, checks and relay; the vendor alone is left out. */
export async function gateway(toolCount: number, logLevel = 'info'): Promise<FastifyInstance> {
  return deployed(variedTools(toolCount), instantCaller(), logLevel);
}

/** Everybody is the same account, whose every report is ready. */
export function instantCaller(): RelayOptions['callerOf'] {
  const scopes = ownAccountScopes({ minutes: true });
  const caller: Caller = { subject: 'bench', scopes, connections: { voxolib: instantAccount() } };
  return () => caller;
}

/** So many tools, served as the real ones are. */
export function variedTools(toolCount: number): ToolServer {
  return createToolServer({
    tools: variations(toolCount),
    info: { name: 'voxolib', title: 'Voxolib MCP', version: '0.0.0' },
    instructions,
  });
}

/** The HTTP server of any tool server and callers. `admitting` may take the place of the relay. */
export async function deployed(
  toolServer: ToolServer,
  callerOf: RelayOptions['callerOf'],
  logLevel: string,
  admitting?: (server: FastifyInstance, relayed: RelayOptions) => Promise<Admit>,
): Promise<FastifyInstance> {
  const metrics = createMetrics();
  const log = createServerLog(createLogger(logLevel), metrics);
  const server = createHttpServer({ log, trustProxy: [] });
  const verdicts = createVerdicts(async () => 'accepted');
  const relayed = { toolServer, verdicts, callerOf, log };
  await server.register(mcpRoute, {
    admit: admitting === undefined ? relay(relayed) : await admitting(server, relayed),
    allowedHosts: ['127.0.0.1'],
    allowedOrigins: ['127.0.0.1'],
    log,
  });
  return server;
}
