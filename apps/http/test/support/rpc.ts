import type { Era } from '@voxolib/test-kit';

export interface RpcOptions {
  token?: string;
  era?: Era;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface RpcReply {
  status: number;
  headers: Headers;
  text: string;
  /** The JSON-RPC message, whether it came as JSON or in a stream of events. */
  message: { result?: Record<string, unknown>; error?: { code: number; message: string } };
}

/** The body and headers of a request, as a client of the era sends them. */
export function rpcRequest(method: string, params: Record<string, unknown>, options: RpcOptions = {}) {
  const modern = options.era !== '2025';
  const name = [params.name, params.uri].find((value) => typeof value === 'string');
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '0' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  return {
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...(modern && {
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': method,
        ...(name !== undefined && { 'mcp-name': name }),
      }),
      ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
      ...options.headers,
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: modern ? { ...params, _meta: meta } : params }),
  };
}

export async function rpc(
  origin: string,
  method: string,
  params: Record<string, unknown> = {},
  options: RpcOptions = {},
): Promise<RpcReply> {
  return send(origin, { ...rpcRequest(method, params, options), ...(options.signal && { signal: options.signal }) });
}

export async function callTool(origin: string, name: string, given: object, options: RpcOptions): Promise<RpcReply> {
  return rpc(origin, 'tools/call', { name, arguments: given }, options);
}

export async function send(origin: string, init: RequestInit, path = '/mcp'): Promise<RpcReply> {
  const response = await fetch(new URL(path, origin), { method: 'POST', redirect: 'manual', ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, message: messageOf(text) };
}

/** What the text of a tool's answer says. */
export function answerOf(reply: RpcReply): string {
  const content = reply.message.result?.content as { text: string }[] | undefined;
  return content?.map((part) => part.text).join('\n') ?? '';
}

/** A tool's answer as data. Fails when the call did. */
export function dataOf<Data>(reply: RpcReply): Data {
  const { result } = reply.message;
  if (result?.structuredContent === undefined) throw new Error(`The call failed: ${reply.text.slice(0, 300)}`);
  return result.structuredContent as Data;
}

function messageOf(text: string): RpcReply['message'] {
  const data = /^data: (.*)$/m.exec(text)?.[1] ?? text;
  try {
    return JSON.parse(data);
  } catch {
    return {};
  }
}
