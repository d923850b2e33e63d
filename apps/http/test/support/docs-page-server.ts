import { createToolServer, tools, type WireTool } from '@voxolib/mcp-tools';
import Fastify, { type FastifyInstance } from 'fastify';
import { type PageOptions, pages } from '../../src/pages/index.ts';

/** Every tool that there is, as a deployment may offer it. */
export const everyTool: readonly WireTool[] = createToolServer({
  tools,
  info: { name: 'test', version: '0.0.0' },
}).definitions.map(({ definition }) => definition);

/** A server of the pages and nothing else. */
export function docsPageServer(options: Partial<PageOptions> = {}): FastifyInstance {
  const app = Fastify();
  pages(app, { publicUrl: new URL('https://mcp.example.com'), tools: everyTool, version: '1.2.3', ...options });
  return app;
}
