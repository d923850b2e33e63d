import { type Caller, createToolServer, ownAccountScopes } from '@voxolib/mcp-tools';
import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { instantAccount, instantReport } from '../../instant-account.ts';
import { variations } from '../../variations.ts';

const Body = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.int(),
  method: z.enum(['tools/call', 'tools/list']),
  params: z.object({
    name: z.string().optional(),
    arguments: z.unknown().optional(),
    _meta: z.record(z.string(), z.unknown()),
  }),
});

/**
 * What a call costs without a protocol: one route that parses the same input with the same schemas, checks the output,
 * and sends the same answer. It checks no host, origin or token, logs nothing and counts nothing.
 */
export async function plainRoute(toolCount: number): Promise<FastifyInstance> {
  const tools = variations(toolCount);
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  const connections = { voxolib: instantAccount() };
  const caller: Caller = { subject: 'bench', scopes: ownAccountScopes({ minutes: true }), connections };
  const list = createToolServer({ tools, info: { name: 'bench', version: '0' } }).list(caller);

  const app = Fastify();
  app.post('/mcp', async (request) => {
    const { id, method, params } = Body.parse(request.body);
    if (method === 'tools/list') return { jsonrpc: '2.0', id, result: { tools: list } };
    const tool = byName.get(params.name ?? '');
    if (tool === undefined) throw new Error('There is no such tool');
    const data = tool.output.parse(await instantReport(tool.input.parse(params.arguments)));
    const content = [{ type: 'text', text: JSON.stringify(data) }];
    return { jsonrpc: '2.0', id, result: { content, structuredContent: data } };
  });
  return app;
}
