import { Client, type ElicitResult, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createMcpHandler, type McpServerFactory } from '@modelcontextprotocol/server';

export type Era = '2025' | '2026';

/** Both protocol eras, for tests that must hold in each. */
export const eras: readonly Era[] = ['2025', '2026'];

/** How a client of the SDK is told to speak one era and no other. */
export function speaking(era: Era): { versionNegotiation: { mode: 'legacy' | { pin: string } } } {
  return { versionNegotiation: { mode: era === '2025' ? 'legacy' : { pin: '2026-07-28' } } };
}

/** What a person answers to a question that a server puts, given its words. */
export type Person = (message: string) => ElicitResult;

/** A real MCP client on the real HTTP handler of the SDK, with nothing but the socket left out; with a person whom it can ask, or none. */
export async function connect(factory: McpServerFactory, era: Era = '2026', person?: Person): Promise<Client> {
  const handler = createMcpHandler(factory);
  const transport = new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), {
    fetch: (input, init) => handler.fetch(new Request(input, init)),
  });
  const capabilities = person === undefined ? {} : { elicitation: { form: {} } };
  const client = new Client({ name: 'test', version: '0' }, { ...speaking(era), capabilities });
  if (person !== undefined) client.setRequestHandler('elicitation/create', ({ params }) => person(params.message));
  await client.connect(transport);
  return client;
}
