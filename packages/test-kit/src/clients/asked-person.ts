import { Client, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { InMemoryTransport, type McpServerFactory } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { type Person, speaking } from '../connect.ts';
import type { StdioTarget } from './real-client.ts';

/** A client that can ask its person, on a connection that lasts. */
export interface AskingClient {
  call(name: string, given: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

const info = { name: 'test', version: '0' };
const capabilities = { elicitation: {} };

/** A program to start, or a server that is served as over stdio, with nothing but the pipe left out. */
type Asked = McpServerFactory | StdioTarget;

/** The clients that ask their person. */
export const askingClients: readonly [
  title: string,
  connect: (asked: Asked, person: Person) => Promise<AskingClient>,
][] = [
  ['SDK v1, 2025-11-25', askingV1],
  ['SDK v2, 2025-11-25', (asked, person) => askingV2('2025', asked, person)],
  ['SDK v2, 2026-07-28', (asked, person) => askingV2('2026', asked, person)],
];

async function askingV2(era: '2025' | '2026', asked: Asked, person: Person): Promise<AskingClient> {
  const client = new Client(info, { ...speaking(era), capabilities });
  client.setRequestHandler('elicitation/create', ({ params }) => person(params.message));
  await client.connect(transportTo(asked) as Transport);
  return {
    call: (name, given) => client.callTool({ name, arguments: given }),
    close: () => client.close(),
  };
}

async function askingV1(asked: Asked, person: Person): Promise<AskingClient> {
  const client = new ClientV1(info, { capabilities });
  client.setRequestHandler(ElicitRequestSchema, ({ params }) => person(params.message));
  await client.connect(transportTo(asked) as Parameters<typeof client.connect>[0]);
  return {
    call: (name, given) => client.callTool({ name, arguments: given }),
    close: () => client.close(),
  };
}

function transportTo(asked: Asked) {
  if (typeof asked !== 'function') return new StdioClientTransport({ ...asked, stderr: 'ignore' });
  const [client, server] = InMemoryTransport.createLinkedPair();
  serveStdio(asked, { transport: server });
  return client;
}
