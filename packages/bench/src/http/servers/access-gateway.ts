import type { FastifyInstance } from 'fastify';
import { gate } from '../../../../../apps/http/src/access/gate.ts';
import { relay } from '../../../../../apps/http/src/mcp/relay.ts';
import { deployed, instantCaller, variedTools } from './gateway.ts';
import { measuredAccess } from './measured-access.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** What callers of a measured server bring, where it wants more than the form of a token. */
    measuredToken?: string;
    /** The token of another account, with a low limit. */
    limitedToken?: string;
  }
}

type Kind = 'staticToken' | 'accessToken';

/** The server with access on, on its embedded database, for one caller with a token of the gateway. */
function accessGateway(kind: Kind) {
  return async (toolCount: number, logLevel = 'info'): Promise<FastifyInstance> =>
    deployed(variedTools(toolCount), instantCaller(), logLevel, async (server, relayed) => {
      const access = await measuredAccess(server);
      server.decorate('measuredToken', await access[kind]('bench'));
      server.decorate('limitedToken', await access.staticToken('limited', 'automate'));
      return gate({ ...access, ...relayed, relayed: relay(relayed) });
    });
}

export const staticTokenGateway = accessGateway('staticToken');
export const accessTokenGateway = accessGateway('accessToken');
