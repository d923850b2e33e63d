import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { McpRequest } from './request.ts';

const Answer = z.object({ result: z.object({ isError: z.literal(false).optional() }) });

/** Sends a request to a server of this process, without a network. */
export async function inject(server: FastifyInstance, { headers, body }: McpRequest) {
  return server.inject({ method: 'POST', url: '/mcp', headers: { ...headers, host: '127.0.0.1' }, body });
}

/** The same, for a tool that must succeed. */
export async function injected(server: FastifyInstance, request: McpRequest): Promise<void> {
  const response = await inject(server, request);
  if (Answer.safeParse(response.json()).success) return;
  throw new Error(`Not the expected answer: ${response.body.slice(0, 500)}`);
}
