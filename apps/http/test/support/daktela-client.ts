import { daktela } from '@voxolib/daktela/provider';
import { type Choice, createGateway, ownAccountScopes } from '@voxolib/mcp-tools';
import type { Sandbox } from '@voxolib/sandbox';
import { connect, type Era } from '@voxolib/test-kit';

// biome-ignore lint/suspicious/noExplicitAny: what a tool answers is looked at field by field
export type Data = Record<string, any>;

/** A client of all tools, with an account of the sandbox's Daktela behind them. */
export interface DaktelaClient {
  /** Calls a tool by its whole name. */
  call(name: string, given?: Record<string, unknown>): Promise<{ data: Data; text: string; isError: boolean }>;
  /** The names of the tools that are listed. */
  tools(): Promise<string[]>;
  /** The text of a resource. */
  resource(uri: string): Promise<string>;
}

interface DaktelaClientOptions {
  now: () => Date;
  account?: keyof Sandbox['daktela']['accounts'];
  era?: Era;
  privacy?: boolean;
  choice?: Choice;
}

export async function daktelaClient(
  sandbox: Sandbox,
  { now, account = 'demo', era = '2026', privacy = false, choice = {} }: DaktelaClientOptions,
): Promise<DaktelaClient> {
  const { accounts, url } = sandbox.daktela;
  const { username, password } = accounts[account];
  const connections = { daktela: daktela({ url, username, password, trustedOrigins: [url], retries: 0, now }) };
  const scopes = ownAccountScopes({ minutes: false });
  const caller = { subject: 'daktela:test', scopes, connections, privacy, choice, now };
  const gateway = createGateway({ version: '0' });
  const client = await connect(() => gateway.serve(caller), era);
  return {
    async call(name, given = {}) {
      const result = await client.callTool({ name, arguments: given });
      const [first] = result.content as { text?: string }[];
      return {
        data: (result.structuredContent ?? {}) as Data,
        text: first?.text ?? '',
        isError: result.isError === true,
      };
    },
    tools: async () => (await client.listTools()).tools.map(({ name }) => name),
    async resource(uri) {
      const [content] = (await client.readResource({ uri })).contents;
      return content !== undefined && 'text' in content ? content.text : '';
    },
  };
}
