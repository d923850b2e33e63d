import type { Period } from '@voxolib/telephony';
import { CALLED } from '../variations.ts';

export interface McpRequest {
  headers: Record<string, string>;
  body: string;
}

/** A request of the 2026 era, as a client sends it: with its envelope, its headers and a token of the right form. */
function request(method: string, params: Record<string, unknown>, name?: string): McpRequest {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '0' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  return {
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(name !== undefined && { 'mcp-name': name }),
      authorization: `Bearer bench.${'0'.repeat(64)}`,
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: meta } }),
  };
}

export function toolCall(name: string, input: object): McpRequest {
  return request('tools/call', { name, arguments: input }, name);
}

/** A call of the 2025 era, from a client that keeps no session. */
export function legacyToolCall(name: string, input: object): McpRequest {
  const { headers } = toolCall(name, input);
  const { accept = '', authorization = '' } = headers;
  return {
    headers: { 'content-type': 'application/json', accept, authorization, 'mcp-protocol-version': '2025-11-25' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: input } }),
  };
}

export function callsOf(period: Period): McpRequest {
  return toolCall(CALLED, { ...period });
}

export const toolsList: McpRequest = request('tools/list', {});
