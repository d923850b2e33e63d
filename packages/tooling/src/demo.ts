import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { startHttpServer } from '@voxolib/test-kit/programs';
import { demoCalls } from './demo-calls.ts';

// `pnpm demo`: every tool once against the sandbox, by a real MCP client, over HTTP and over stdio.
const root = fileURLToPath(new URL('../../..', import.meta.url));

async function show(title: string, client: Client): Promise<void> {
  const { tools } = await client.listTools();
  process.stdout.write(`\n=== ${title}: ${tools.length} tools\n`);
  for (const { name } of tools) {
    const result = await client.callTool({ name, arguments: demoCalls(name) });
    const [text] = result.content;
    if (result.isError || text?.type !== 'text') throw new Error(`${name} failed: ${JSON.stringify(result.content)}`);
    process.stdout.write(`\n--- ${name} ${JSON.stringify(demoCalls(name))}\n${text.text}\n`);
  }
  await client.close();
}

const modern = { versionNegotiation: { mode: { pin: '2026-07-28' } } } as const;

const http = await startHttpServer(root, { VOXOLIB_ADMIN: 'true' });
try {
  const client = new Client({ name: 'demo', version: '0' }, modern);
  const authorization = `Bearer ${http.token}`;
  await client.connect(
    new StreamableHTTPClientTransport(http.endpoint, { requestInit: { headers: { authorization } } }),
  );
  await show(`HTTP, ${http.endpoint}`, client);
} finally {
  await http.stop();
}

const client = new Client({ name: 'demo', version: '0' });
await client.connect(
  new StdioClientTransport({
    command: process.execPath,
    args: ['apps/stdio/dist/main.js', '--sandbox'],
    cwd: root,
    env: { VOXOLIB_ADMIN: 'true' },
  }),
);
await show('stdio', client);
