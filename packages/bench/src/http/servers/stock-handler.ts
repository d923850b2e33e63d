import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import type { Tool } from '@voxolib/mcp-tools';
import Fastify, { type FastifyInstance } from 'fastify';
import { instantReport } from '../../instant-account.ts';
import { variations } from '../../variations.ts';

/**
 * The SDK as its documentation says: a fresh McpServer for each request, with every tool registered on it.
 * It is given the body that Fastify has parsed, which costs it less than its own adapter for Node does.
 */
export async function stockHandler(toolCount: number): Promise<FastifyInstance> {
  const tools = variations(toolCount);
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'stock', version: '0' });
    for (const tool of tools) register(server, tool);
    return server;
  });

  const app = Fastify();
  app.post('/mcp', async (request, reply) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const web = new Request('http://stock/mcp', { method: 'POST', headers });
    const response = await handler.fetch(web, { parsedBody: request.body });
    reply.code(response.status).headers(Object.fromEntries(response.headers));
    return response.text();
  });
  return app;
}

function register(server: McpServer, tool: Tool): void {
  const { title, description, input: inputSchema, output: outputSchema, effects: annotations } = tool;
  const definition = { title, description, inputSchema, outputSchema, annotations };
  server.registerTool(tool.name, definition, async (input) => {
    const data = await instantReport(input);
    return { content: [{ type: 'text', text: JSON.stringify(data) }], structuredContent: data };
  });
}
