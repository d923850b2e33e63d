import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { voxolib } from '@voxolib/client/provider';
import { createGateway, ownAccountScopes } from '@voxolib/mcp-tools';
import { startSandbox } from '@voxolib/sandbox';

const BLOCK = /(<!-- answer -->\n```\n)[\s\S]*?(\n```)/;
const asked = { name: 'compare_periods', arguments: { period: '2026-Q3', against: ['same_last_year'] } };
const now = () => new Date('2026-11-16T08:00:00Z');

/** The README with the real answer of the sandbox's demo account in its marked block. */
export async function withAnswer(readme: string): Promise<string> {
  if (!BLOCK.test(readme)) throw new Error('README.md has lost the block of the answer');
  const answer = await ask();
  return readme.replace(BLOCK, (_, before: string, after: string) => `${before}${answer}${after}`);
}

async function ask(): Promise<string> {
  const sandbox = await startSandbox({ now });
  try {
    const { token } = sandbox.voxolib.accounts.demo;
    const caller = {
      subject: 'readme',
      now,
      scopes: ownAccountScopes({ minutes: false }),
      connections: { voxolib: voxolib({ token, baseUrl: sandbox.voxolib.url, now }) },
    };
    const gateway = createGateway({ version: '0' });
    const handler = createMcpHandler(() => gateway.serve(caller));
    const client = new Client({ name: 'readme', version: '0' });
    const transport = new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), {
      fetch: (input, init) => handler.fetch(new Request(input, init)),
    });
    await client.connect(transport);
    const { content } = await client.callTool(asked);
    await client.close();
    const [text] = content;
    if (text?.type !== 'text') throw new Error('The tool gave no text');
    return text.text;
  } finally {
    await sandbox.close();
  }
}
