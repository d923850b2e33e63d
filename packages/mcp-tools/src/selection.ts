import type { Caller } from './caller.ts';
import { grant } from './needs.ts';
import type { Tool } from './tool.ts';

/** Why a tool is not offered to a caller, in words for the caller; `undefined` when it is. */
export function whyNotOffered(tool: Tool, caller: Caller): string | undefined {
  if (grant(tool.needs, caller) === undefined) return 'no account is connected that it could ask';
  if (!caller.scopes.has(tool.scope)) return `it needs the scope ${tool.scope}, which this caller does not have`;
  return undefined;
}
