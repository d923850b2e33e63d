import { CLIENT_INFO_META_KEY } from '@modelcontextprotocol/server';
import type { Caller, Scope, ToolServer } from '@voxolib/mcp-tools';

/** What a request to `/mcp` asks for that may lead to a vendor: a tool to run, or a resource to read. */
export interface AskedWork {
  /** The tool's name, or `resource:` and that of a resource. */
  name: string;
  /** What it is recorded under. */
  scope: Scope | undefined;
  /** All that it needs; nothing where the caller has no account that it could ask. */
  scopes: readonly Scope[];
  changes: boolean;
  arguments: unknown;
  /** What the client calls itself; only the protocol of 2026 says it with each request. */
  client: { name?: string; version?: string };
}

/** Finds in a request's body what it asks for; undefined for all that needs no vendor, and for what does not exist. */
export function askedWork(toolServer: Pick<ToolServer, 'called' | 'resourceAt'>) {
  return (body: unknown, caller: Caller): AskedWork | undefined => {
    if (!isObject(body) || !isObject(body.params)) return undefined;
    const { name, uri, arguments: given } = body.params;
    const client = clientOf(body.params);
    if (body.method === 'tools/call') {
      const called = typeof name === 'string' ? toolServer.called(name, given, caller) : undefined;
      if (called === undefined) return undefined;
      const { connected, ...tool } = called;
      return { ...tool, scopes: connected ? tool.scopes : [], arguments: given, client };
    }
    const found = body.method === 'resources/read' && typeof uri === 'string' ? toolServer.resourceAt(uri) : undefined;
    if (found?.resource.needs === undefined) return undefined;
    const { resource, variables } = found;
    return {
      name: `resource:${resource.name}`,
      scope: resource.scope,
      scopes: resource.scope === undefined ? [] : [resource.scope],
      changes: false,
      arguments: variables,
      client,
    };
  };
}

function clientOf({ _meta: meta }: Record<string, unknown>): AskedWork['client'] {
  const client = isObject(meta) ? meta[CLIENT_INFO_META_KEY] : undefined;
  return isObject(client) ? { ...text('name', client), ...text('version', client) } : {};
}

function text<Name extends string>(name: Name, from: Record<string, unknown>): { [Key in Name]?: string } {
  const value = from[name];
  return (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { [Key in Name]?: string };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
