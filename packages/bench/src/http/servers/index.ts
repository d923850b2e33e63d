import type { FastifyInstance } from 'fastify';
import { accessTokenGateway, staticTokenGateway } from './access-gateway.ts';
import { cachedGateway } from './cached-gateway.ts';
import { gateway } from './gateway.ts';
import { plainRoute } from './plain-route.ts';
import { stockHandler } from './stock-handler.ts';

/** What is measured over HTTP. Each answers `POST /mcp` of the 2026 era with the given number of tools. */
export const servers = {
  gateway,
  cachedGateway,
  staticTokenGateway,
  accessTokenGateway,
  plainRoute,
  stockHandler,
} satisfies Record<string, (toolCount: number, logLevel?: string) => Promise<FastifyInstance>>;

export type ServerName = keyof typeof servers;
