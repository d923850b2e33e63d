import { createGateway, ownAccountScopes } from '@voxolib/mcp-tools';
import type { Sandbox } from '@voxolib/sandbox';
import { connect, type Era } from '@voxolib/test-kit';
import { voipms } from '@voxolib/voipms/provider';
import { expect } from 'vitest';

// biome-ignore lint/suspicious/noExplicitAny: what a tool answers is looked at field by field
export type Data = Record<string, any>;

interface CalledTool {
  data: Data;
  text: string;
  content: { type: string; text?: string; mimeType?: string; data?: string }[];
  isError: boolean;
  code: string | undefined;
}

/** A client of all tools, with an account of the sandbox's VoIP.ms behind them. */
export interface VoipmsClient {
  tools(): Promise<string[]>;
  call(name: string, given?: Record<string, unknown>): Promise<CalledTool>;
  /** Plans, has the plan confirmed, and makes the change. */
  confirmed(name: string, given: Record<string, unknown>): Promise<{ planned: Data; made: CalledTool }>;
}

export async function voipmsClient(sandbox: Sandbox, era: Era = '2026'): Promise<VoipmsClient> {
  const { username, apiPassword: password } = sandbox.voipms.accounts.demo;
  // The sandbox needs no pace, and a test no memory.
  const pace = { spacingMs: 0, perMinute: 10_000 };
  const options = { username, password, baseUrl: sandbox.voipms.url, pace, retries: 0, rememberMs: 0 };
  const connections = { voipms: voipms(options) };
  const caller = { subject: 'voipms:test', scopes: ownAccountScopes({ minutes: false }), connections };
  const gateway = createGateway({ version: '0' });
  const client = await connect(() => gateway.serve(caller), era);

  const call = async (name: string, given: Record<string, unknown> = {}): Promise<CalledTool> => {
    const result = await client.callTool({ name, arguments: given });
    const content = result.content as CalledTool['content'];
    const meta = result._meta?.['com.voxolib/error'] as { code?: string } | undefined;
    return {
      data: (result.structuredContent ?? {}) as Data,
      text: content[0]?.text ?? '',
      content,
      isError: result.isError === true,
      code: meta?.code,
    };
  };
  return {
    tools: async () => (await client.listTools()).tools.map(({ name }) => name),
    call,
    async confirmed(name, given) {
      const { data: planned, text } = await call(name, { ...given, dry_run: false });
      expect(planned.status, text).toBe('confirmation_needed');
      return { planned, made: await call(name, { ...given, dry_run: false, confirmation: planned.confirmation }) };
    },
  };
}
