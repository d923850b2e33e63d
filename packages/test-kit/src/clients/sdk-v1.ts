import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { answerOf, type RealClient, type Target } from './real-client.ts';

/** The client of the SDK's first line, which speaks 2025-11-25 and older. */
export async function sdkV1(target: Target): Promise<RealClient> {
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(
    'url' in target
      ? // Its declarations predate exactOptionalPropertyTypes.
        new StreamableHTTPClientTransport(target.url, { requestInit: { headers: target.headers } })
      : new StdioClientTransport({ ...target, stderr: 'ignore' }),
  );
  return {
    tools: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, given) => answerOf(await client.callTool({ name, arguments: given })),
    close: () => client.close(),
  };
}
