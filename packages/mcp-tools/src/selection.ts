import type { Caller } from './caller.ts';
import type { Tool } from './tool.ts';

/** Why a tool is not offered to a caller, in words for the caller; `undefined` when it is. */
export function whyNotOffered(tool: Tool, caller: Caller): string | undefined {
  if (caller.connections[tool.needs] === undefined) return `no ${tool.needs} account is connected`;
  if (!caller.scopes.has(tool.scope)) return `it needs the scope ${tool.scope}, which this caller does not have`;
  return undefined;
}
