import { createMCPClient } from '@ai-sdk/mcp';
import { StdioMCPTransport } from '@ai-sdk/mcp/mcp-stdio';
import { answerOf, type RealClient, type Target } from './real-client.ts';

/** The client of Vercel's AI SDK, whose tools are made of the listed schemas and executed as its agents do. */
export async function aiSdk(target: Target): Promise<RealClient> {
  const client = await createMCPClient({
    transport:
      'url' in target
        ? { type: 'http', url: target.url.href, headers: target.headers }
        : new StdioMCPTransport({ ...target, stderr: 'ignore' }),
  });
  const tools = await client.tools();
  return {
    tools: async () => Object.keys(tools),
    async call(name, given) {
      const answer = await tools[name]?.execute(given, { toolCallId: 'test', messages: [], context: {} });
      return answerOf(answer);
    },
    close: () => client.close(),
  };
}
