import { daktela } from '@voxolib/daktela/provider';
import { createGateway, ownAccountScopes } from '@voxolib/mcp-tools';
import type { Sandbox } from '@voxolib/sandbox';
import { connect, type Era } from '@voxolib/test-kit';

// biome-ignore lint/suspicious/noExplicitAny: what a tool answers is looked at field by field
export type Data = Record<string, any>;

/** A client of all tools, with an account of the sandbox's Daktela behind them. */
export interface DaktelaClient {
  /** Calls a tool by its whole name. */
  call(name: string, given?: Record<string, unknown>): Promise<{ data: Data; text: string; isError: boolean }>;
}

interface DaktelaClientOptions {
  now: () => Date;
  account?: keyof Sandbox['daktela']['accounts'];
  era?: Era;
}

export async function daktelaClient(
  sandbox: Sandbox,
  { now, account = 'demo', era = '2026' }: DaktelaClientOptions,
): Promise<DaktelaClient> {
  const { accounts, url } = sandbox.daktela;
  const { username, password } = accounts[account];
  const connections = { daktela: daktela({ url, username, password, trustedOrigins: [url], retries: 0, now }) };
  const caller = { subject: 'daktela:test', scopes: ownAccountScopes({ minutes: false }), connections, now };
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
  };
}
