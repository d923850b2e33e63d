import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  classifyInboundRequest,
  isJsonContentType,
  PROTOCOL_VERSION_META_KEY,
} from '@modelcontextprotocol/server';

/** An HTTP POST: its headers by their names in lower case, as Node.js gives them, and its parsed body. */
export interface McpRequest {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: unknown;
}

/** A request that asks for tools and for nothing unusual. */
export type PlainRequest =
  | { id: RequestId; method: 'tools/list' }
  | { id: RequestId; method: 'tools/call'; name: string; given: Record<string, unknown> | undefined };

type RequestId = string | number;
type Fields = Record<string, unknown>;

const REVISION = '2026-07-28';
const ENVELOPE = [PROTOCOL_VERSION_META_KEY, CLIENT_CAPABILITIES_META_KEY, CLIENT_INFO_META_KEY];

/** Of the envelopes that the SDK has found valid, so many are remembered, if they are short. */
const REMEMBERED = 200;
const LONGEST = 1000;

/**
 * Makes the function that recognises a request which is entirely as revision 2026-07-28 wants it. It gives undefined for every other,
 * also for those that are valid but ask for more, such as progress: it never judges, it only leaves them to the SDK.
 */
export function createPlainRequests(): (request: McpRequest) => PlainRequest | undefined {
  // To parse an envelope costs more than all the rest of a request, and clients repeat theirs with each one.
  const valid = new Set<string>();

  return ({ headers, body }) => {
    if (!isObject(body) || !hasOnly(body, ['jsonrpc', 'id', 'method', 'params'])) return undefined;
    const { jsonrpc, id, method, params } = body;
    if (method !== 'tools/call' && method !== 'tools/list') return undefined;
    if (jsonrpc !== '2.0' || !isRequestId(id) || !isObject(params)) return undefined;
    if (!isJsonContentType(single(headers['content-type'])) || !acceptsAnswers(single(headers.accept)))
      return undefined;
    if (headers['mcp-protocol-version'] !== REVISION || headers['mcp-method'] !== method) return undefined;

    const { _meta: envelope, name, arguments: given } = params;
    if (!isObject(envelope) || !hasOnly(envelope, ENVELOPE) || envelope[PROTOCOL_VERSION_META_KEY] !== REVISION) {
      return undefined;
    }
    const text = JSON.stringify(envelope);
    if (!valid.has(text)) {
      if (!isClassifiedModern(method, body)) return undefined;
      if (valid.size >= REMEMBERED) valid.clear();
      if (text.length <= LONGEST) valid.add(text);
    }

    if (method === 'tools/list') return hasOnly(params, ['_meta']) ? { id, method } : undefined;
    if (!hasOnly(params, ['_meta', 'name', 'arguments'])) return undefined;
    if (typeof name !== 'string' || headers['mcp-name'] !== name) return undefined;
    return given === undefined || isObject(given) ? { id, method, name, given } : undefined;
  };
}

function isClassifiedModern(method: string, body: Fields): boolean {
  const route = classifyInboundRequest({
    httpMethod: 'POST',
    protocolVersionHeader: REVISION,
    mcpMethodHeader: method,
    body,
  });
  return route.kind === 'modern' && route.messageKind === 'request' && route.classification.revision === REVISION;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: Fields, names: readonly string[]): boolean {
  for (const name in value) if (!names.includes(name)) return false;
  return true;
}

function isRequestId(value: unknown): value is RequestId {
  return typeof value === 'string' || Number.isSafeInteger(value);
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

function acceptsAnswers(accept: string | undefined): boolean {
  return accept?.includes('application/json') === true && accept.includes('text/event-stream');
}
