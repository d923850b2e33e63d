import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { type Era, speaking } from '../connect.ts';
import { answerOf, type RealClient, type Target } from './real-client.ts';

/** The SDK's client, told to speak one era. */
export async function sdkV2(era: Era, target: Target): Promise<RealClient> {
  const client = new Client({ name: 'test', version: '0' }, speaking(era));
  await client.connect(
    'url' in target
      ? new StreamableHTTPClientTransport(target.url, { requestInit: { headers: target.headers } })
      : new StdioClientTransport({ ...target, stderr: 'ignore' }),
  );
  return {
    tools: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, given) => answerOf(await client.callTool({ name, arguments: given })),
    close: () => client.close(),
  };
}
