import {
  type CallToolResult,
  type Implementation,
  type InputRequiredResult,
  isInputRequiredResult,
  Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { parseArguments } from './arguments.ts';
import { DEFAULT_MAX_TOKENS } from './budget.ts';
import { contextOf, progressOf } from './call-context.ts';
import { type CalledTool, calledTool } from './called-tool.ts';
import type { Caller } from './caller.ts';
import { Question } from './changes/question.ts';
import { type ChangeDeskOptions, changeSession, createChangeDesk } from './changes/session.ts';
import { createDirectAnswers } from './direct/direct-answers.ts';
import { createListedTools } from './direct/listed-tools.ts';
import type { McpRequest } from './direct/plain-request.ts';
import { invalidParams } from './named-arguments.ts';
import { type CallObserver, observed } from './observer.ts';
import { maskFor, refuseStandIns } from './privacy/privacy.ts';
import type { Prompt } from './prompt.ts';
import type { Resource } from './resource.ts';
import { failure, successWithin } from './result.ts';
import { jsonSchema } from './schema.ts';
import type { Scope } from './scopes.ts';
import { isListed, type Requirements, whyNotOffered } from './selection.ts';
import { bindCompletions } from './serve-completions.ts';
import { servePrompts } from './serve-prompts.ts';
import { serveResources } from './serve-resources.ts';
import { quote } from './text.ts';
import type { CallContext, OtherName, Tool } from './tool.ts';

export interface ToolServerOptions {
  tools: readonly Tool[];
  /** Names that are accepted besides, and listed only for those who ask for their toolset. */
  otherNames?: readonly OtherName[];
  resources?: readonly Resource[];
  prompts?: readonly Prompt[];
  info: Implementation;
  /** What a model reads before it sees the tools. */
  instructions?: string | ((caller: Caller) => string);
  /** How changes are confirmed and written down. */
  changes?: ChangeDeskOptions;
}

/** Serves one list of tools to many callers. What does not depend on the caller is made once, here. */
export interface ToolServer {
  /** A fresh MCP server for one request (HTTP) or one connection (stdio), bound to its caller. */
  serve(caller: Caller, observer?: CallObserver): Server;
  /**
   * What the server that `serve` makes would answer to a plain `tools/call` or `tools/list` of the 2026 era, as JSON and at a fraction of
   * its cost; undefined for every other request, which `serve` is for.
   */
  answer(request: McpRequest, caller: Caller, observer: CallObserver, signal: AbortSignal): Promise<string> | undefined;
  /** What a call needs and does; undefined when there is no such tool. */
  called(name: string, given: unknown, caller: Caller): CalledTool | undefined;
  /** The definitions that the caller is offered, as `tools/list` gives them. */
  list(caller: Caller): WireTool[];
  /** Every definition, for documents; `scope` says who is offered it. */
  readonly definitions: readonly { scope: Scope; definition: WireTool }[];
  /** The definitions of the other names, and the tools that they stand for. */
  readonly otherNames: readonly { standsFor: string; definition: WireTool }[];
  /** The resource of a URI and the variables in it, whoever reads; undefined where there is none. */
  resourceAt(
    uri: string,
  ): { resource: Requirements & { readonly name: string }; variables: Readonly<Record<string, string>> } | undefined;
}

export type WireTool = ReturnType<typeof wireTool>;

const LIST = { ttlMs: 300_000, cacheScope: 'private' } as const;
const CACHE_HINTS = {
  'tools/list': LIST,
  'resources/list': LIST,
  'resources/templates/list': LIST,
  'resources/read': { ttlMs: 60_000, cacheScope: 'private' },
  'prompts/list': LIST,
} as const;

/** Makes the tables of a tool list, and the function that binds them to a caller. */
export function createToolServer(options: ToolServerOptions): ToolServer {
  const { tools, otherNames = [], resources = [], prompts = [], info, instructions } = options;
  const all: readonly Tool[] = [...tools, ...otherNames];
  const wireTools = new Map(all.map((tool) => [tool, wireTool(tool)]));
  const byName = new Map(all.map((tool) => [tool.name, tool]));
  const services = { resources: serveResources(resources, tools), prompts: servePrompts(prompts, tools) };
  const has = { resources: resources.length > 0, prompts: prompts.length > 0 };
  const desk = createChangeDesk(options.changes);
  const completes = has.resources || has.prompts;
  const serverOptions = {
    capabilities: {
      tools: {},
      ...(has.resources && { resources: {} }),
      ...(has.prompts && { prompts: {} }),
      ...(completes && { completions: {} }),
    },
    cacheHints: CACHE_HINTS,
    requestState: { verify: desk.confirmations.codec.verify },
  };

  const directly = createDirectAnswers(info);
  const listed = createListedTools(LIST);

  const list = (caller: Caller) => [...wireTools].flatMap(([tool, wire]) => (isListed(tool, caller) ? [wire] : []));

  const find = (name: string, caller: Caller): Tool => {
    const tool = byName.get(name);
    const obstacle = tool === undefined ? 'there is no tool of this name' : whyNotOffered(tool, caller);
    if (tool !== undefined && obstacle === undefined) return tool;
    const names = list(caller).map((wire) => wire.name);
    throw invalidParams(`Tool ${quote(name)} is not available: ${obstacle}. Available: ${names.join(', ') || 'none'}.`);
  };

  return {
    list,
    called(name, given, caller) {
      const tool = byName.get(name);
      return tool && calledTool(tool, given, caller);
    },
    definitions: tools.map((tool) => ({ scope: tool.scope, definition: wireTools.get(tool) ?? wireTool(tool) })),
    otherNames: otherNames.map((tool) => ({
      standsFor: tool.standsFor,
      definition: wireTools.get(tool) ?? wireTool(tool),
    })),
    resourceAt: services.resources.find,
    answer: (request, caller, observer, signal) =>
      directly(request, {
        list: () => listed(list(caller)),
        call(name, given) {
          const tool = byName.get(name);
          if (tool === undefined || whyNotOffered(tool, caller) !== undefined) return undefined;
          // What changes something may have to ask the client first.
          if (tool.changeScope !== undefined) return undefined;
          return answered(tool, given, caller, contextOf(caller, signal), observer);
        },
      }),
    serve(caller, observer = {}) {
      const words = typeof instructions === 'function' ? instructions(caller) : instructions;
      const server = new Server(info, { ...serverOptions, ...(words && { instructions: words }) });
      server.setRequestHandler('tools/list', () => ({ tools: list(caller) }));
      server.setRequestHandler('tools/call', (request, context: ServerContext) => {
        const tool = find(request.params.name, caller);
        const change = tool.changeScope === undefined ? undefined : changeSession(desk, server, context);
        const working = { ...contextOf(caller, context.mcpReq.signal, progressOf(request, context)), change };
        return call(tool, request.params.arguments, caller, working, observer);
      });
      if (has.resources) services.resources.bind(server, caller, observer);
      if (has.prompts) services.prompts.bind(server, caller);
      if (completes) bindCompletions(server, caller, services);
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

async function answered(...given: Parameters<typeof call>): Promise<CallToolResult> {
  const result = await call(...given);
  if (isInputRequiredResult(result)) throw new Error('A question came where only an answer may');
  return result;
}

async function call(
  tool: Tool,
  given: unknown,
  caller: Caller,
  context: Omit<CallContext, 'maxTokens'>,
  observer: CallObserver,
): Promise<CallToolResult | InputRequiredResult> {
  const mask = maskFor(tool, caller);
  try {
    const work = async () => {
      if (mask !== undefined) refuseStandIns(given);
      const input = parseArguments(tool, given);
      const maxTokens = maxTokensOf(input);
      const data = await tool.run(input, caller, { ...context, maxTokens });
      if (data instanceof Question) return { result: data.toResult(), facts: { bytes: data.message.length } };
      return successWithin(tool.title, data, maxTokens, mask);
    };
    const { result } = await observed(tool.name, observer, context.signal, work, ({ facts }) => facts);
    return result;
  } catch (error) {
    return failure(error, mask);
  }
}

function maxTokensOf(input: unknown): number {
  const given = typeof input === 'object' && input !== null ? Reflect.get(input, 'max_tokens') : undefined;
  return typeof given === 'number' ? given : DEFAULT_MAX_TOKENS;
}
