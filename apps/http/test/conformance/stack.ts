import { readConfig } from '../../src/config.ts';
import { createHttpServer } from '../../src/http-server.ts';
import type { Admission, Admit } from '../../src/mcp/admission.ts';
import { mcpRoute } from '../../src/mcp/route.ts';
import { createLogger, createServerLog } from '../../src/operations/log.ts';
import { createMetrics } from '../../src/operations/metrics.ts';

/** The server's own HTTP stack and route with another tool list. Everybody is admitted, for the suite has no token, unless told otherwise. */
export async function startStack(admission: Admission | Admit): Promise<{ endpoint: string; close(): Promise<void> }> {
  const { trustProxy, allowedHosts, allowedOrigins } = readConfig({ command: 'serve', try: false }, {});
  const log = createServerLog(createLogger('silent'), createMetrics());
  const server = createHttpServer({ log, trustProxy });
  const admit = typeof admission === 'function' ? admission : async () => admission;
  await server.register(mcpRoute, { admit, allowedHosts, allowedOrigins, log });
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  return { endpoint: `${origin}/mcp`, close: () => server.close() };
}
