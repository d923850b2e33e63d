import {
  type CallToolResult,
  type Implementation,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { isTelephonyError } from '@voxolib/telephony';
import { defaultStatusFamilies } from '@voxolib/telephony/reports';
import { parseArguments } from './arguments.ts';
import { DEFAULT_MAX_TOKENS } from './budget.ts';
import type { Caller } from './caller.ts';
import { failure, successWithin } from './result.ts';
import { jsonSchema } from './schema.ts';
import type { Scope } from './scopes.ts';
import { whyNotOffered } from './selection.ts';
import { quote } from './text.ts';
import type { CallContext, Tool } from './tool.ts';

/** How a call ended, for the log and the metrics of an app. Holds no argument and no answer. */
export interface CallRecord {
  tool: string;
  outcome: 'ok' | 'error';
  /** The TelephonyError's code, or INTERNAL for an error that is ours. */
  code?: string;
  durationMs: number;
}

export interface CallObserver {
  onCall?(record: CallRecord): void;
  /** An error that is not the caller's to mend. Log it; it does not reach the caller. */
  onInternalError?(error: unknown, tool: string): void;
}

export interface ToolServerOptions {
  tools: readonly Tool[];
  info: Implementation;
  instructions?: string;
}

/** Serves one list of tools to many callers. What does not depend on the caller is made once, here. */
export interface ToolServer {
  /** A fresh MCP server for one request (HTTP) or one connection (stdio), bound to its caller. */
  serve(caller: Caller, observer?: CallObserver): Server;
  /** The definitions that the caller is offered, as `tools/list` gives them. */
  list(caller: Caller): WireTool[];
  /** Every definition, for documents; `scope` says who is offered it. */
  readonly definitions: readonly { scope: Scope; definition: WireTool }[];
}

export type WireTool = ReturnType<typeof wireTool>;

const CACHE_HINTS = { 'tools/list': { ttlMs: 300_000, cacheScope: 'private' } } as const;

/** Makes the tables of a tool list, and the function that binds them to a caller. */
export function createToolServer({ tools, info, instructions }: ToolServerOptions): ToolServer {
  const wireTools = new Map(tools.map((tool) => [tool, wireTool(tool)]));
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  const serverOptions = { capabilities: { tools: {} }, cacheHints: CACHE_HINTS, ...(instructions && { instructions }) };

  const list = (caller: Caller) =>
    [...wireTools].flatMap(([tool, wire]) => (whyNotOffered(tool, caller) === undefined ? [wire] : []));

  const find = (name: string, caller: Caller): Tool => {
    const tool = byName.get(name);
    const obstacle = tool === undefined ? 'there is no tool of this name' : whyNotOffered(tool, caller);
    if (tool !== undefined && obstacle === undefined) return tool;
    const names = list(caller).map((wire) => wire.name);
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `Tool ${quote(name)} is not available: ${obstacle}. Available: ${names.join(', ') || 'none'}.`,
    );
  };

  return {
    list,
    definitions: [...wireTools].map(([tool, definition]) => ({ scope: tool.scope, definition })),
    serve(caller, observer = {}) {
      const server = new Server(info, serverOptions);
      server.setRequestHandler('tools/list', () => ({ tools: list(caller) }));
      server.setRequestHandler('tools/call', (request, context: ServerContext) => {
        const tool = find(request.params.name, caller);
        return call(tool, request.params.arguments, caller, contextOf(caller, request, context), observer);
      });
      return server;
    },
  };
}

function wireTool(tool: Tool) {
  return Object.freeze({
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: jsonSchema(tool.input),
    outputSchema: jsonSchema(tool.output),
    annotations: { title: tool.title, ...tool.effects },
  });
}

async function call(
  tool: Tool,
  given: unknown,
  caller: Caller,
  context: Omit<CallContext, 'maxTokens'>,
  observer: CallObserver,
): Promise<CallToolResult> {
  const startedAt = performance.now();
  const record = (outcome: 'ok' | 'error', code?: string) =>
    observer.onCall?.({ tool: tool.name, outcome, ...(code && { code }), durationMs: performance.now() - startedAt });
  try {
    const input = parseArguments(tool, given);
    const maxTokens = maxTokensOf(input);
    const data = await tool.run(input, caller, { ...context, maxTokens });
    const result = successWithin(tool.title, data, maxTokens);
    record('ok');
    return result;
  } catch (error) {
    if (isTelephonyError(error)) {
      record('error', error.code);
    } else if (context.signal.aborted) {
      record('error', 'CANCELLED');
    } else {
      record('error', 'INTERNAL');
      observer.onInternalError?.(error, tool.name);
    }
    return failure(error);
  }
}

function contextOf(
  caller: Caller,
  request: { params: { _meta?: { progressToken?: string | number | undefined } | undefined } },
  { mcpReq }: ServerContext,
): Omit<CallContext, 'maxTokens'> {
  const progressToken = request.params._meta?.progressToken;
  return {
    signal: mcpReq.signal,
    now: caller.now ?? (() => new Date()),
    scopes: caller.scopes,
    families: caller.families ?? defaultStatusFamilies,
    progress(done, total) {
      if (progressToken === undefined) return;
      const params = { progressToken, progress: done, total, message: `${done} of ${total} parts` };
      // A client that has gone does not hear it; its call ends by the signal.
      mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
    },
  };
}

function maxTokensOf(input: unknown): number {
  const given = typeof input === 'object' && input !== null ? Reflect.get(input, 'max_tokens') : undefined;
  return typeof given === 'number' ? given : DEFAULT_MAX_TOKENS;
}
